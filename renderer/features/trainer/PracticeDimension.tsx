import { isAsked } from '../../../shared/domain/rating.ts';
import type { Dimension } from '../../../shared/domain/rubric.ts';
import { capOf } from '../../keys/labels.ts';
import { dimensionKeys, optionKeys } from '../../keys/rubric-keys.ts';
import { KeyCap } from '../../ui/KeyCap.tsx';
import { ratingHere } from './bench.ts';
import classes from './Trainer.module.css';
import type { CourseControls } from './useCourse.ts';

interface PracticeDimensionProps {
  entry: Dimension;
  label: string;
  controls: CourseControls;
}

/** One dimension with its options, by key and by mouse. */
export function PracticeDimension({ entry, label, controls }: PracticeDimensionProps) {
  const { material, course, keymap, give } = controls;
  const { values } = ratingHere(course.bench);
  const codes = optionKeys(entry, keymap);
  const asked = isAsked(material.rubric, entry, values);
  const jump = dimensionKeys(material.rubric, keymap).get(entry.id);
  return (
    <section className={classes.dimension} data-current={course.bench.dimension === entry.id}>
      <button
        type="button"
        className={classes.name}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => give({ kind: 'jump', dimension: entry.id })}
      >
        {label} {jump ? <KeyCap keys={capOf(jump)} decorative /> : null}
      </button>
      <fieldset className={classes.options} aria-label={label}>
        {entry.options.map(({ value, label: option }, index) => (
          <button
            key={String(value)}
            type="button"
            className={classes.option}
            aria-pressed={values[entry.id] === value}
            disabled={!asked || typeof value !== 'number'}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              if (typeof value === 'number') give({ kind: 'value', dimension: entry.id, value });
            }}
          >
            <KeyCap keys={capOf(codes[index] ?? '')} decorative /> {option}
          </button>
        ))}
      </fieldset>
    </section>
  );
}
