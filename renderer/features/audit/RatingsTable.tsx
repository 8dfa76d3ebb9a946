import type { AuditedItem } from '../../../shared/contract/auditing.ts';
import { useText } from '../../catalogue/area.ts';
import { auditText } from '../../catalogue/audit.ts';
import { useApp } from '../../store/app.ts';
import { date } from '../../ui/format.ts';
import classes from './Audit.module.css';
import { comparedRows } from './compared-rows.ts';
import { ratingRows, writtenNotes } from './rating-rows.ts';

interface RatingsTableProps {
  item: Pick<AuditedItem, 'ratings' | 'candidates'>;
  /** The dimension the sample is about: its values come first. */
  dimension: string;
}

/** The ratings side by side under pseudonyms, and below what the raters wrote. */
export function RatingsTable({ item, dimension }: RatingsTableProps) {
  const t = useText(auditText);
  const { ratings } = item;
  const rubric = useApp((state) => state.project?.rubric);
  if (!rubric || ratings.length === 0) return <p className={classes.hint}>{t.notRated}</p>;
  const rows =
    item.candidates.length > 0
      ? comparedRows(rubric, item, dimension)
      : ratingRows(rubric, ratings, dimension);
  return (
    <>
      <div className={classes.scroll}>
        <table className={classes.ratings} aria-label={t.ratings}>
          <thead>
            <tr>
              <td />
              {ratings.map(({ pseudonym, rubric: version, at }) => (
                <th key={pseudonym} scope="col" title={t.version(version, date(at))}>
                  {pseudonym}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, cells }) => (
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
      <ul className={classes.written} aria-label={t.written}>
        {writtenNotes(ratings).map(({ rater, kind, text }) => (
          <li key={`${kind} ${rater}`}>
            <span className={classes.hint}>{t.wrote(rater, kind)}</span>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
