import { Checkbox, NumberInput } from '@mantine/core';
import type { QueuedUnit } from '../../../shared/contract/adjudication.ts';
import { unitKey } from '../../../shared/domain/adjudication.ts';
import { type Dimension, kindOf, type OptionValue } from '../../../shared/domain/rubric.ts';
import { isChosen, snapped } from '../../../shared/domain/value.ts';
import { adjudicateText } from '../../catalogue/adjudicate.ts';
import { useText } from '../../catalogue/area.ts';
import { capFor, capOf } from '../../keys/labels.ts';
import { KeyCap } from '../../ui/KeyCap.tsx';
import classes from './Adjudicate.module.css';
import { VALUE_FIELD } from './fields.ts';
import { useAdjudicate } from './store.ts';
import { choicesOf } from './value-keys.ts';
import { valueWords } from './words.ts';

interface ValueFieldProps {
  unit: QueuedUnit;
  entry: Dimension | null;
  candidates: number;
}

const set = (value: QueuedUnit['consensus']['value']) =>
  useAdjudicate.getState().choose({ value, how: 'set', adopted: null });

/** Another value than any rater gave: an option, a number, several options; or that it cannot be judged. */
export function ValueField({ unit, entry, candidates }: ValueFieldProps) {
  const t = useText(adjudicateText);
  const key = unitKey(unit);
  const draft = useAdjudicate(({ drafts }) => drafts[key]);
  const chosen = draft ? draft.value : unit.decided;
  const setting = useAdjudicate((state) => state.setting);
  const kind = entry ? kindOf(entry) : 'options';
  return (
    <fieldset className={classes.values} data-setting={setting}>
      <legend className={classes.facts}>
        {t.another} <KeyCap keys={capFor('adjudicate.set')} decorative />
      </legend>
      {kind === 'slider' && entry ? (
        <Slider entry={entry} chosen={typeof chosen === 'number' ? chosen : null} />
      ) : null}
      {kind === 'categories' && entry ? (
        <Several entry={entry} chosen={isChosen(chosen) ? chosen : []} />
      ) : null}
      {kind === 'options'
        ? choicesOf(entry, candidates).map(({ value, code }) => (
            <button
              key={String(value)}
              type="button"
              className={classes.option}
              aria-pressed={chosen === value}
              onClick={() => set(value)}
            >
              {setting && code !== '' ? <KeyCap keys={capOf(code)} decorative /> : null}
              {valueWords(entry, value, t)}
            </button>
          ))
        : null}
      <button
        type="button"
        className={classes.option}
        aria-pressed={chosen === null}
        onClick={() => set(null)}
      >
        <KeyCap keys={capFor('adjudicate.cannot')} decorative />
        {t.cannotBeJudged}
      </button>
    </fieldset>
  );
}

function Slider({ entry, chosen }: { entry: Dimension; chosen: number | null }) {
  const t = useText(adjudicateText);
  const { range } = entry;
  if (!range) return null;
  return (
    <NumberInput
      id={VALUE_FIELD}
      aria-label={t.another}
      min={range.min}
      max={range.max}
      step={range.step}
      clampBehavior="strict"
      value={chosen ?? ''}
      onChange={(value) => typeof value === 'number' && set(snapped(range, value))}
    />
  );
}

function Several({ entry, chosen }: { entry: Dimension; chosen: readonly OptionValue[] }) {
  const toggled = (value: OptionValue): OptionValue[] =>
    entry.options
      .map((option) => option.value)
      .filter((one) => (one === value ? !chosen.includes(one) : chosen.includes(one)));
  return entry.options.map(({ value, label }, place) => (
    <Checkbox
      key={String(value)}
      {...(place === 0 ? { id: VALUE_FIELD } : {})}
      label={label ?? String(value)}
      checked={chosen.includes(value)}
      onChange={() => set(toggled(value))}
    />
  ));
}
