import type { PairCount } from '../../../shared/contract/sampling.ts';
import { useText } from '../../catalogue/area.ts';
import { assignText } from '../../catalogue/assign.ts';
import { count } from '../../ui/format.ts';
import classes from './Sample.module.css';

/** How many items each two raters share: one row a rater, the raters before it across. */
export function PairTable({ pairs }: { pairs: readonly PairCount[] }) {
  const t = useText(assignText);
  const names = [...new Set(pairs.flatMap(({ raters }) => raters))].sort((a, b) => a.localeCompare(b));
  if (names.length < 3) return null;
  const shared = new Map(
    pairs.map(({ raters: [one, other], items }) => [[one, other].sort().join('\n'), items]),
  );
  const of = (one: string, other: string) => shared.get([one, other].sort().join('\n')) ?? 0;
  const fewest = Math.min(...pairs.map(({ items }) => items));
  return (
    <div className={classes.pairScroll}>
      <table className={classes.pairs} aria-label={t.pairs}>
        <thead>
          <tr>
            <th scope="col">{t.shareWith}</th>
            {names.slice(0, -1).map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.slice(1).map((name, row) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {names.slice(0, row + 1).map((other) => (
                <td key={other} className={of(name, other) === fewest ? classes.fewest : undefined}>
                  {count(of(name, other))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
