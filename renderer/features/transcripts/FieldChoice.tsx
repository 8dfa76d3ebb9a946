import type { Facet } from '../../../shared/contract/browsing.ts';
import { useText } from '../../catalogue/area.ts';
import { transcriptsText } from '../../catalogue/transcripts.ts';
import { focusOnMount } from '../../ui/focus.ts';
import classes from './Transcripts.module.css';
import { fieldTitle } from './words.ts';

interface FieldChoiceProps {
  facets: readonly Facet[];
  /** The field of times, which has no values to list. */
  time: string;
  onChoose: (field: string) => void;
}

/** What filters are asked for most comes first; groups stand last. */
const FIRST = ['feedback.thumb', 'feedback.stars', 'model', 'finding', 'use_case', 'language'];

const rank = ({ field }: Facet): number => {
  const at = FIRST.indexOf(field);
  return at < 0 ? FIRST.length + (field.startsWith('group.') ? 1 : 0) : at;
};

/** The fields that conversations here have. */
export function FieldChoice({ facets, time, onChoose }: FieldChoiceProps) {
  const t = useText(transcriptsText);
  const fields = facets
    .filter(({ field, values, more }) => field !== 'several' && values.length + more > 0)
    .sort((a, b) => rank(a) - rank(b) || (a.field < b.field ? -1 : 1));
  return (
    <ul className={classes.choices} aria-label={t.field}>
      <li>
        <button type="button" className={classes.choice} ref={focusOnMount} onClick={() => onChoose(time)}>
          {fieldTitle(time)}
        </button>
      </li>
      {fields.map(({ field, values, more }) => (
        <li key={field}>
          <button type="button" className={classes.choice} onClick={() => onChoose(field)}>
            {fieldTitle(field)} <span className={classes.times}>{t.values(values.length + more)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
