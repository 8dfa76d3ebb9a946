import { type KeyboardEvent, useId, useState } from 'react';
import { useText } from '../../../catalogue/area.ts';
import { rubricFieldsText } from '../../../catalogue/rubric-fields.ts';
import { capOf } from '../../../keys/labels.ts';
import { KeyCap } from '../../../ui/KeyCap.tsx';
import classes from './Editor.module.css';
import { type KeyConflict, keyOf } from './key-conflicts.ts';

interface KeyFieldProps {
  label: string;
  isLabelShown?: boolean;
  /** Physical key; empty where it is found by itself. */
  value: string;
  /** What stands on the key that it gets by itself. */
  automatic: string;
  conflictOf: (code: string) => KeyConflict | null;
  onChange: (code: string) => void;
}

/** A key that gives the value where it is pressed may jump elsewhere: that is said, and can be meant. */
const isRefused = (conflict: KeyConflict | null): boolean =>
  conflict !== null && conflict.kind !== 'dimension';

const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock']);

/** Takes the next key that is pressed; what speaks against one is said at once. */
export function KeyField({ label, isLabelShown, value, automatic, conflictOf, onChange }: KeyFieldProps) {
  const t = useText(rubricFieldsText);
  const id = useId();
  const [listening, setListening] = useState(false);
  const [refused, setRefused] = useState<KeyConflict | null>(null);
  const standing = value === '' ? null : conflictOf(value);
  const conflict = refused ?? standing;
  const stop = () => {
    setListening(false);
    setRefused(null);
  };
  const take = (code: string | null) => {
    const found = code === null ? ({ kind: 'unusable' } as const) : conflictOf(code);
    if (code === null || isRefused(found)) {
      setRefused(found);
      return;
    }
    onChange(code);
    stop();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!listening || event.key === 'Tab' || MODIFIERS.has(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') stop();
    else if (event.key === 'Backspace' || event.key === 'Delete') {
      onChange('');
      stop();
    } else take(keyOf(event.nativeEvent));
  };
  const words =
    conflict === null
      ? ''
      : conflict.kind === 'unusable'
        ? t.taken.unusable
        : t.taken[conflict.kind](conflict.label);
  return (
    <div className={classes.keyField}>
      <span id={`${id}label`} className={isLabelShown ? classes.keyLabel : 'visually-hidden'}>
        {label}
      </span>
      <button
        type="button"
        className={classes.keyButton}
        aria-labelledby={`${id}label ${id}value`}
        aria-describedby={`${id}words`}
        aria-invalid={isRefused(conflict) || undefined}
        data-listening={listening}
        onClick={() => setListening(true)}
        onBlur={stop}
        onKeyDown={onKeyDown}
      >
        <span id={`${id}value`}>
          {listening ? (
            t.pressKey
          ) : value === '' ? (
            <span className={classes.hint}>{t.automatic(automatic)}</span>
          ) : (
            <KeyCap keys={capOf(value)} />
          )}
        </span>
      </button>
      {words || listening ? (
        <p
          id={`${id}words`}
          className={isRefused(conflict) ? classes.wrong : classes.warning}
          role={listening ? 'status' : undefined}
        >
          {words}
        </p>
      ) : null}
    </div>
  );
}
