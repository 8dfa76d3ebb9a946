import { useText } from '../../catalogue/area.ts';
import { comparisonLeadText } from '../../catalogue/comparison-lead.ts';
import { count, percent } from '../../ui/format.ts';
import classes from './Agreement.module.css';
import type { AgreementReport } from './report.ts';

type Figures = NonNullable<AgreementReport['comparisons']>;

const interval = (ci: Figures['places'][number]['ci']): string =>
  ci ? ` (${percent(ci[0])} – ${percent(ci[1])})` : '';

/** How comparisons went, and whether the place an answer was shown at made a difference. */
export function ComparisonFigures({ figures }: { figures: Figures }) {
  const t = useText(comparisonLeadText);
  const { ratings, items, ties, both_bad, places, sentence } = figures;
  return (
    <section className={classes.compared} aria-label={t.compared}>
      <h2 className={classes.partTitle}>{t.compared}</h2>
      <p className={classes.hint}>{t.counts(count(ratings), count(items), count(ties), count(both_bad))}</p>
      <p>{sentence}</p>
      {places.length > 0 ? (
        <table className={classes.places}>
          <thead className={classes.placesHead}>
            <tr>
              <th scope="col">{t.place}</th>
              <th scope="col">{t.won}</th>
              <th scope="col">{t.of}</th>
              <th scope="col">{t.share}</th>
              <th scope="col">{t.fair}</th>
            </tr>
          </thead>
          <tbody>
            {places.map(({ place, wins, shown, share, ci, expected }) => (
              <tr key={place}>
                <th scope="row">{place}</th>
                <td>{count(wins)}</td>
                <td>{count(shown)}</td>
                <td>{share === null ? '–' : `${percent(share)}${interval(ci)}`}</td>
                <td>{expected === null ? '–' : percent(expected)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  );
}
