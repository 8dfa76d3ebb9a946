import type { AuditedItem } from '../../../shared/contract/auditing.ts';
import { useApp } from '../../store/app.ts';
import { date } from '../../ui/format.ts';
import classes from './Audit.module.css';
import { ratingRows, writtenNotes } from './rating-rows.ts';

interface RatingsTableProps {
  ratings: AuditedItem['ratings'];
  /** The dimension the sample is about: its values come first. */
  dimension: string;
}

/** The ratings side by side under pseudonyms, and below what the raters wrote. */
export function RatingsTable({ ratings, dimension }: RatingsTableProps) {
  const rubric = useApp((state) => state.project?.rubric);
  if (!rubric || ratings.length === 0) return <p className={classes.hint}>Nobody has rated this answer.</p>;
  return (
    <>
      <div className={classes.scroll}>
        <table className={classes.ratings} aria-label="Ratings">
          <thead>
            <tr>
              <td />
              {ratings.map(({ pseudonym, rubric: version, at }) => (
                <th key={pseudonym} scope="col" title={`${version}, ${date(at)}`}>
                  {pseudonym}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ratingRows(rubric, ratings, dimension).map(({ name, cells }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {ratings.map(({ pseudonym }, index) => (
                  <td key={pseudonym}>{cells[index]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul className={classes.written} aria-label="What the raters wrote">
        {writtenNotes(ratings).map(({ rater, kind, text }) => (
          <li key={`${kind} ${rater}`}>
            <span className={classes.hint}>
              {rater}, {kind}
            </span>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
