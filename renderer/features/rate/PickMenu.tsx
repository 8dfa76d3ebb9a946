import { useState } from 'react';
import { useText } from '../../catalogue/area.ts';
import { railText } from '../../catalogue/rail.ts';
import { BINDINGS } from '../../keys/keymap.ts';
import { capOf, keyInWords } from '../../keys/labels.ts';
import { type Handlers, useKeys } from '../../keys/useKeys.ts';
import { Announced } from '../../ui/Announced.tsx';
import { KeyCap } from '../../ui/KeyCap.tsx';
import { keepFocus } from './Option.tsx';
import classes from './PickMenu.module.css';
import { desk } from './useRate.ts';

export interface Pick {
  code: string;
  label: string;
  onPick: () => void;
}

interface PickMenuProps {
  title: string;
  /** What is to be done: "Choose a label". */
  prompt: string;
  picks: readonly Pick[];
  /** One line each, for lines that are sentences. */
  wide?: boolean;
}

const isCommandKey = (code: string): boolean => /^(Key|Digit|Numpad)/.test(code);

/** One answer to all that Rate's keys would do otherwise. */
function instead(answer: () => void): Handlers {
  const handlers: Handlers = {};
  for (const { id, scope } of BINDINGS) if (scope === 'rate') handlers[id] = answer;
  return handlers;
}

/** A short list answered by one key; Esc leaves it. While it is there, the keys mean its lines, and any other says so. */
export function PickMenu({ title, prompt, picks, wide = false }: PickMenuProps) {
  const t = useText(railText);
  const [missed, setMissed] = useState(false);
  const miss = () => setMissed(true);
  useKeys({
    scope: 'rate',
    exclusive: true,
    plain: (code) =>
      picks.find((pick) => pick.code === code)?.onPick ?? (isCommandKey(code) ? miss : undefined),
    handlers: { ...instead(miss), escape: () => desk().panel(null) },
  });
  return (
    <fieldset className={classes.menu} aria-label={title}>
      <Announced text={`${title}: ${picks.map(({ code, label }) => `${capOf(code)} ${label}`).join(', ')}`} />
      <div className={classes.head}>
        <span>{title}</span>
        <span className={missed ? classes.missed : undefined} role="status">
          {missed ? `${t.missed} ` : ''}
          {t.toLeave(prompt, keyInWords('escape'))}
        </span>
      </div>
      <div className={wide ? `${classes.list} ${classes.wide}` : classes.list}>
        {picks.map(({ code, label, onPick }) => (
          <button key={code} type="button" className={classes.pick} onMouseDown={keepFocus} onClick={onPick}>
            <KeyCap keys={capOf(code)} decorative />
            {label}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
