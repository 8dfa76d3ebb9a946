import classes from './KeyCap.module.css';

interface KeyCapProps {
  /** What stands on the key: "1", "Enter", "Ctrl+K". */
  keys: string;
}

/** A small key cap, shown beside the thing the key does. */
export function KeyCap({ keys }: KeyCapProps) {
  return <kbd className={classes.cap}>{keys}</kbd>;
}
