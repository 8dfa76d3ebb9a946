import { useText } from '../catalogue/area.ts';
import { keyNames, written } from '../catalogue/key-names.ts';
import classes from './KeyCap.module.css';

interface KeyCapProps {
  /** What stands on the key: "1", "Enter", "Ctrl+K". */
  keys: string;
  /** Not read out: what it stands on carries the name, and `aria-keyshortcuts` the key. */
  decorative?: boolean;
  /** Where there is little room: signs in place of long names. */
  compact?: boolean;
}

const SIGNS: readonly [name: string, sign: string][] = [
  ['Shift+', '⇧'],
  ['Backspace', '⌫'],
];

const inSigns = (keys: string): string =>
  SIGNS.reduce((text, [name, sign]) => text.replace(name, sign), keys);

/** A small key cap, shown beside the thing the key does; nothing where it has no key. */
export function KeyCap({ keys, decorative = false, compact = false }: KeyCapProps) {
  const names = useText(keyNames);
  if (keys === '') return null;
  return (
    <kbd className={classes.cap} aria-hidden={decorative || undefined}>
      {written(compact ? inSigns(keys) : keys, names)}
    </kbd>
  );
}
