import type { MergeConflict } from '../../../shared/contract/packets.ts';
import { useText } from '../../catalogue/area.ts';
import { exchangeText } from '../../catalogue/exchange.ts';
import { Section } from '../../ui/Page.tsx';
import { ConflictView } from './ConflictView.tsx';
import classes from './Exchange.module.css';

/** So many are shown; the others follow as these are decided. */
const SHOWN = 40;

interface ConflictsProps {
  conflicts: readonly MergeConflict[];
  onChange: () => void;
}

/** What merging left to the lead; nothing where there is nothing. */
export function Conflicts({ conflicts, onChange }: ConflictsProps) {
  const t = useText(exchangeText);
  if (conflicts.length === 0) return null;
  const more = conflicts.length - SHOWN;
  return (
    <Section title={t.open(conflicts.length)}>
      <p className={classes.hint}>{t.openHint}</p>
      <ul className={classes.conflicts}>
        {conflicts.slice(0, SHOWN).map((conflict) => (
          <ConflictView key={conflict.id} conflict={conflict} onChange={onChange} />
        ))}
      </ul>
      {more > 0 ? <p className={classes.hint}>{t.more(more)}</p> : null}
    </Section>
  );
}
