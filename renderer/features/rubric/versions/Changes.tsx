import type { Rubric } from '../../../../shared/domain/rubric.ts';
import {
  type ChangeWeight,
  type DimensionChange,
  type FieldChange,
  isUnchanged,
  rubricChanges,
} from '../../../../shared/domain/rubric-changes.ts';
import { useText } from '../../../catalogue/area.ts';
import { rubricText } from '../../../catalogue/rubric.ts';
import { dimensionNotes } from '../words.ts';
import classes from './Changes.module.css';
import { TextDiff } from './TextDiff.tsx';
import { valueWords } from './values.ts';

/** One field: what stood there, struck out, and what stands there now. */
function Field({ change }: { change: FieldChange }) {
  const t = useText(rubricText);
  const { field, option, before, after } = change;
  const name = t.fields[field] ?? field;
  const title =
    option === undefined
      ? name
      : field === 'option'
        ? t.optionItself(String(option))
        : t.optionField(name, String(option));
  return (
    <div className={classes.field}>
      <dt>{title}</dt>
      <dd>
        {before === undefined ? null : (
          <del>
            <span className="visually-hidden">{t.before} </span>
            {valueWords(field, before, t)}
          </del>
        )}
        {after === undefined ? null : (
          <ins>
            <span className="visually-hidden">{t.after} </span>
            {valueWords(field, after, t)}
          </ins>
        )}
      </dd>
    </div>
  );
}

const HEAVIEST: readonly ChangeWeight[] = ['scale', 'meaning', 'handling'];

/** What a dimension that is new asks, in two lines. */
function NewDimension({ id, rubric }: { id: string; rubric: Rubric }) {
  const t = useText(rubricText);
  const entry = rubric.dimensions.find((candidate) => candidate.id === id);
  if (!entry) return null;
  return (
    <>
      {entry.question ? <p>{entry.question}</p> : null}
      <p className={classes.note}>{dimensionNotes(entry, rubric, t).join(' · ')}</p>
      {entry.options.length > 0 ? (
        <p className={classes.note}>
          {entry.options.map(({ value, label }) => `${String(value)} ${label}`).join(', ')}
        </p>
      ) : null}
    </>
  );
}

function DimensionChanges({ change, rubric }: { change: DimensionChange; rubric: Rubric }) {
  const t = useText(rubricText);
  const { label, kind, moved, fields } = change;
  const weight = HEAVIEST.find((one) => fields.some((field) => field.weight === one)) ?? 'handling';
  const notes = [
    ...(kind === 'changed' ? [] : [t[kind]]),
    ...(moved ? [t.movedTo(moved.from + 1, moved.to + 1)] : []),
    ...(t.weights[weight] ? [t.weights[weight]] : []),
  ];
  return (
    <section className={classes.dimension} data-kind={kind}>
      <h3>{label}</h3>
      {notes.length > 0 ? (
        <p className={classes.note} data-weight={weight}>
          {notes.join(' · ')}
        </p>
      ) : null}
      {kind === 'added' ? <NewDimension id={change.dimension} rubric={rubric} /> : null}
      {fields.length > 0 ? (
        <dl>
          {fields.map((field) => (
            <Field key={`${field.field} ${field.option ?? ''}`} change={field} />
          ))}
        </dl>
      ) : null}
    </section>
  );
}

/** What changed between two versions, dimension by dimension, in words. */
export function Changes({ before, after }: { before: Rubric; after: Rubric }) {
  const t = useText(rubricText);
  const changes = rubricChanges(before, after);
  if (isUnchanged(changes)) return <p className={classes.note}>{t.nothingChanged}</p>;
  const { title, guidelines, fields, dimensions } = changes;
  const own: FieldChange[] = [
    ...(title ? [{ field: 'title', weight: 'handling' as const, ...title }] : []),
    ...fields,
  ];
  return (
    <div className={classes.changes}>
      {own.length > 0 ? (
        <dl className={classes.dimension}>
          {own.map((field) => (
            <Field key={field.field} change={field} />
          ))}
        </dl>
      ) : null}
      {dimensions.map((change) => (
        <DimensionChanges key={`${change.kind} ${change.dimension}`} change={change} rubric={after} />
      ))}
      {guidelines ? (
        <section className={classes.dimension}>
          <h3>{t.changedGuidelines}</h3>
          <TextDiff before={guidelines.before} after={guidelines.after} />
        </section>
      ) : null}
    </div>
  );
}
