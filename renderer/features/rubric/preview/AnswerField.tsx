import {
  type Dimension,
  dimensionLabel,
  kindOf,
  levelOf,
  optionOf,
} from '../../../../shared/domain/rubric.ts';
import { isChosen } from '../../../../shared/domain/value.ts';
import { useText } from '../../../catalogue/area.ts';
import { railText } from '../../../catalogue/rail.ts';
import { NONE_KEY } from '../../../keys/choice-keys.ts';
import { capOf } from '../../../keys/labels.ts';
import { KeyCap } from '../../../ui/KeyCap.tsx';
import { capsOf } from '../words.ts';
import classes from './Preview.module.css';
import type { PreviewPart } from './PreviewDimension.tsx';
import { choose, chooseNone, give, slide, write } from './state.ts';

type FieldProps = PreviewPart & { asked: boolean };

/** Steps of a scale stand side by side, as on Rate. */
const isScale = (entry: Dimension): boolean =>
  kindOf(entry) === 'options' && levelOf(entry) !== 'nominal' && entry.options.length > 3;

function Choices({ entry, rubric, trial, asked, onChange }: FieldProps) {
  const several = kindOf(entry) === 'categories';
  const value = trial.rating.values[entry.id];
  const caps = capsOf(entry, rubric);
  const { noneOfThese } = useText(railText);
  const isNone = isChosen(value) && value.length === 0;
  const scale = isScale(entry);
  const ends = scale ? [entry.options[0]?.label, entry.options.at(-1)?.label] : [];
  return (
    <>
      <fieldset aria-label={dimensionLabel(entry)} className={scale ? classes.scale : classes.options}>
        {entry.options.map((option, index) => {
          const checked = several ? isChosen(value) && value.includes(option.value) : value === option.value;
          const cap = caps[index] ?? '';
          const pick = () =>
            onChange(
              several ? choose(trial, entry.id, option.value) : give(trial, rubric, entry.id, option.value),
            );
          return (
            <label
              key={option.value}
              title={scale ? option.label : undefined}
              className={classes.option}
              data-checked={checked}
              data-disabled={!asked}
              onMouseDown={(event) => event.preventDefault()}
            >
              <input
                type={several ? 'checkbox' : 'radio'}
                className="visually-hidden"
                tabIndex={-1}
                aria-label={scale ? `${cap} ${option.label}` : undefined}
                checked={checked}
                disabled={!asked}
                onChange={pick}
              />
              <KeyCap keys={cap} />
              {scale ? null : option.label}
            </label>
          );
        })}
        {several ? (
          <label className={classes.option} data-checked={isNone} data-disabled={!asked}>
            <input
              type="checkbox"
              className="visually-hidden"
              tabIndex={-1}
              checked={isNone}
              disabled={!asked}
              onChange={() => onChange(chooseNone(trial, rubric, entry.id))}
            />
            <KeyCap keys={capOf(NONE_KEY)} />
            {noneOfThese}
          </label>
        ) : null}
      </fieldset>
      {scale ? (
        <p className={classes.ends}>
          {ends.map((end, place) => (
            <span key={place === 0 ? 'low' : 'high'}>{end}</span>
          ))}
        </p>
      ) : null}
    </>
  );
}

function SliderField({ entry, trial, asked, onChange }: FieldProps) {
  const { range } = entry;
  const value = trial.rating.values[entry.id];
  if (!range) return null;
  const shown = typeof value === 'number' ? String(value) : '–';
  return (
    <>
      <div className={classes.slider}>
        <input
          type="range"
          tabIndex={-1}
          aria-label={dimensionLabel(entry)}
          min={range.min}
          max={range.max}
          step={range.step}
          disabled={!asked}
          value={typeof value === 'number' ? value : (range.min + range.max) / 2}
          onChange={(event) => onChange(slide(trial, entry, Number(event.currentTarget.value)))}
        />
        <output>{trial.dimension === entry.id && trial.typed !== '' ? trial.typed : shown}</output>
      </div>
      <p className={classes.ends}>
        <span>{optionOf(entry, range.min)?.label ?? range.min}</span>
        <span>{optionOf(entry, range.max)?.label ?? range.max}</span>
      </p>
    </>
  );
}

function TextField({ entry, trial, asked, onChange }: FieldProps) {
  const value = trial.rating.values[entry.id];
  return (
    <textarea
      className={classes.text}
      rows={2}
      aria-label={dimensionLabel(entry)}
      disabled={!asked}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(write(trial, entry.id, event.currentTarget.value))}
    />
  );
}

const FIELDS = { options: Choices, categories: Choices, slider: SliderField, text: TextField } as const;

/** What a dimension is answered with. */
export function AnswerField(props: FieldProps) {
  const Field = FIELDS[kindOf(props.entry)];
  return <Field {...props} />;
}
