import classes from './KeyCap.module.css';

interface KeyCapProps {
  /** What stands on the key: "1", "Enter", "Ctrl+K". */
  keys: string;
  /** Not read out: what it stands on carries the name, and `aria-keyshortcuts` the key. */
  decorative?: boolean;
}

/** A small key cap, shown beside the thing the key does. */
export function KeyCap({ keys, decorative = false }: KeyCapProps) {
  return (
    <kbd className={classes.cap} aria-hidden={decorative || undefined}>
      {keys}
    </kbd>
  );
}
