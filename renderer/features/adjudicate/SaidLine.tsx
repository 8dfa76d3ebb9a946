import type { Rubric } from '../../../shared/domain/rubric.ts';
import { type AdjudicateTexts, adjudicateText } from '../../catalogue/adjudicate.ts';
import { useText } from '../../catalogue/area.ts';
import { capFor } from '../../keys/labels.ts';
import { KeyCap } from '../../ui/KeyCap.tsx';
import classes from './Adjudicate.module.css';
import type { Said } from './state.ts';
import { useAdjudicate } from './store.ts';
import { entryOf, valueWords } from './words.ts';

function wordsOf(said: Said, rubric: Rubric, t: AdjudicateTexts): string {
  if (said.kind !== 'decided') return t.said[said.kind];
  return t.said.decided(valueWords(entryOf(rubric, said.unit), said.value, t));
}

const HINTS = [
  ['adjudicate.next', 'next'],
  ['adjudicate.previous', 'previous'],
  ['adjudicate.undo', 'undo'],
] as const;

/** One quiet line: what was done last. */
export function SaidLine({ rubric }: { rubric: Rubric }) {
  const t = useText(adjudicateText);
  const said = useAdjudicate((state) => state.said);
  const saving = useAdjudicate((state) => state.saving);
  return (
    <footer className={classes.foot}>
      <p className={classes.said} role="status">
        {saving ? t.saving : said ? wordsOf(said, rubric, t) : ''}
      </p>
      {HINTS.map(([action, name]) => (
        <span key={action}>
          <KeyCap keys={capFor(action)} /> {t.hints[name]}
        </span>
      ))}
    </footer>
  );
}
