import type { UnitShown } from '../../../shared/contract/adjudication.ts';
import type { Dimension } from '../../../shared/domain/rubric.ts';
import { adjudicateText } from '../../catalogue/adjudicate.ts';
import { useText } from '../../catalogue/area.ts';
import { when } from '../../ui/format.ts';
import classes from './Adjudicate.module.css';
import { valueWords } from './words.ts';

/** All that was decided of a unit and sent back, newest first. */
export function History({ shown, entry }: { shown: UnitShown; entry: Dimension | null }) {
  const t = useText(adjudicateText);
  const { history } = shown;
  if (history.length === 0) return null;
  return (
    <div className={classes.history}>
      <h3 className={classes.facts}>{t.history}</h3>
      <ol className={classes.events}>
        {[...history.entries()].map(([place, { kind, value, text, by, at, undone, merged }]) => (
          <li key={place} className={classes.facts} data-undone={undone}>
            <span>
              {kind === 'decide' ? valueWords(entry, value, t) : t.states.returned}
              {text === '' ? '' : `: ${text}`}
            </span>{' '}
            {[by, when(at), ...(undone ? [t.undone] : []), ...(merged ? [t.merged] : [])].join(' · ')}
          </li>
        ))}
      </ol>
    </div>
  );
}

/** What stands of a unit. */
export function StandingLine({ shown, entry }: { shown: UnitShown; entry: Dimension | null }) {
  const t = useText(adjudicateText);
  const { standing } = shown;
  if (!standing) return null;
  return (
    <p className={classes.standing} data-kind={standing.kind}>
      {standing.kind === 'decided'
        ? t.standing(valueWords(entry, standing.value, t), standing.by, when(standing.at))
        : t.returned(standing.by, when(standing.at), standing.waiting)}
    </p>
  );
}
