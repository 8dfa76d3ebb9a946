import type { AuditedItem } from '../../../shared/contract/auditing.ts';
import { useApp } from '../../store/app.ts';
import { date } from '../../ui/format.ts';
import classes from './Audit.module.css';
import { valueLines } from './words.ts';

type Audited = AuditedItem['ratings'][number];

interface RowProps {
  name: string;
  ratings: readonly Audited[];
  cell: (rating: Audited) => string;
}

/** One thing of every rating, side by side. */
function Row({ name, ratings, cell }: RowProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {ratings.map((rating) => (
        <td key={rating.pseudonym}>{cell(rating)}</td>
      ))}
    </tr>
  );
}

/** The ratings side by side under pseudonyms: values, categories, reasons. */
export function RatingsTable({ ratings }: { ratings: readonly Audited[] }) {
  const rubric = useApp((state) => state.project?.rubric);
  if (!rubric || ratings.length === 0) return <p className={classes.hint}>Nobody has rated this answer.</p>;
  const ids = [
    ...new Set(ratings.flatMap(({ rating }) => valueLines(rubric, rating.values).map(({ id }) => id))),
  ];
  const line = ({ rating }: Audited, id: string) =>
    valueLines(rubric, rating.values).find((found) => found.id === id);
  const nameOf = (id: string) => ratings.map((rating) => line(rating, id)?.name).find(Boolean) ?? id;
  const some = (has: (rating: Audited) => boolean) => ratings.some(has);
  return (
    <div className={classes.scroll}>
      <table className={classes.ratings} aria-label="Ratings">
        <thead>
          <tr>
            <td />
            {ratings.map(({ pseudonym, rubric: version, at }) => (
              <th key={pseudonym} scope="col">
                {pseudonym}
                <span className={classes.version}>
                  {version}, {date(at)}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ids.map((id) => (
            <Row
              key={id}
              name={nameOf(id)}
              ratings={ratings}
              cell={(rating) => {
                const found = line(rating, id);
                return found && found.value !== null ? `${found.value} ${found.label}` : '–';
              }}
            />
          ))}
          {some(({ rating }) => rating.categories.length > 0) ? (
            <Row
              name="Categories"
              ratings={ratings}
              cell={({ rating }) => rating.categories.join(', ') || '–'}
            />
          ) : null}
          {some(({ rating }) => rating.rationale !== '') ? (
            <Row name="Why" ratings={ratings} cell={({ rating }) => rating.rationale || '–'} />
          ) : null}
          {some(({ rating }) => rating.rewrite !== null) ? (
            <Row name="Rewrite" ratings={ratings} cell={({ rating }) => rating.rewrite ?? '–'} />
          ) : null}
        </tbody>
      </table>
    </div>
  );
}
