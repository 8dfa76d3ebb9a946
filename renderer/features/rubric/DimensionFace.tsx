import { type Dimension, dimensionLabel, type Rubric } from '../../../shared/domain/rubric.ts';
import { useText } from '../../catalogue/area.ts';
import { rubricText } from '../../catalogue/rubric.ts';
import { capOf } from '../../keys/labels.ts';
import { dimensionKeys } from '../../keys/rubric-keys.ts';
import { KeyCap } from '../../ui/KeyCap.tsx';
import classes from './Rubric.module.css';
import { capsOf, dimensionNotes } from './words.ts';

function Options({ entry, rubric }: { entry: Dimension; rubric: Rubric }) {
  const t = useText(rubricText);
  const caps = capsOf(entry, rubric);
  return (
    <table className={classes.options} aria-label={dimensionLabel(entry)}>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t.key}</th>
          <th scope="col">{t.option}</th>
          <th scope="col">{t.meaning}</th>
        </tr>
      </thead>
      <tbody>
        {entry.options.map(({ value, label, anchor, example }, index) => (
          <tr key={value}>
            <td>
              <KeyCap keys={caps[index] ?? ''} />
            </td>
            <th scope="row">
              {label}
              {[label, caps[index]].includes(String(value)) ? null : (
                <span className={classes.value}>{String(value)}</span>
              )}
            </th>
            <td>
              {anchor}
              {example ? <p className={classes.example}>{t.example(example)}</p> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One dimension as it stands: what is asked, with what it is answered, and what each option means. */
export function DimensionFace({ entry, rubric }: { entry: Dimension; rubric: Rubric }) {
  const t = useText(rubricText);
  const jump = dimensionKeys(rubric).get(entry.id);
  return (
    <section className={classes.dimension}>
      <div className={classes.nameLine}>
        <h3 className={classes.name}>{dimensionLabel(entry)}</h3>
        {jump ? <KeyCap keys={capOf(jump)} /> : null}
        <span className={classes.id}>{entry.id}</span>
      </div>
      <p className={classes.quiet}>{dimensionNotes(entry, rubric, t).join(' · ')}</p>
      {entry.question ? <p>{entry.question}</p> : null}
      {entry.options.length > 0 ? <Options entry={entry} rubric={rubric} /> : null}
      {entry.categories ? (
        <p className={classes.quiet}>{t.categoriesAre(entry.categories.join(', '))}</p>
      ) : null}
    </section>
  );
}
