import type { QueuedUnit } from '../../../shared/contract/adjudication.ts';
import type { Dimension } from '../../../shared/domain/rubric.ts';
import { adjudicateText } from '../../catalogue/adjudicate.ts';
import { useText } from '../../catalogue/area.ts';
import { capFor } from '../../keys/labels.ts';
import { percent } from '../../ui/format.ts';
import { KeyCap } from '../../ui/KeyCap.tsx';
import classes from './Adjudicate.module.css';
import { useAdjudicate } from './store.ts';
import { valueWords } from './words.ts';

/** What the ratings alone come to, by which rule, to be taken with a key. */
export function Consensus({ unit, entry }: { unit: QueuedUnit; entry: Dimension | null }) {
  const t = useText(adjudicateText);
  const { value, source, probability } = unit.consensus;
  if (value === null || source === null) return <p className={classes.facts}>{t.tied}.</p>;
  const words = t.consensus(valueWords(entry, value, t), t.sources[source]);
  return (
    <button
      type="button"
      className={classes.consensus}
      onClick={() => useAdjudicate.getState().choose({ value, how: 'consensus', adopted: null })}
    >
      <KeyCap keys={capFor('adjudicate.consensus')} decorative />
      <span>
        {words}
        {probability === null ? '' : t.probability(percent(probability))}
      </span>
    </button>
  );
}
