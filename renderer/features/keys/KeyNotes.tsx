import { Button } from '@mantine/core';
import { useKeymap } from '../../keys/current.ts';
import { useKeyWords } from '../../keys/words.ts';
import { useApp } from '../../store/app.ts';
import classes from './KeysPanel.module.css';

/** Stored keys that could not be used, and why; they do no harm, and can be removed. */
export function KeyNotes() {
  const notes = useKeymap((state) => state.notes);
  const bindings = useKeymap((state) => state.bindings);
  const { t, nameOf } = useKeyWords();
  if (notes.length === 0) return null;
  const called = (action: string): string => {
    const row = bindings.find(({ id }) => id === action);
    return row ? nameOf(row) : action;
  };
  const drop = () => {
    const { preferences, remember } = useApp.getState();
    const bad = new Set(notes.map(({ action }) => action));
    remember({ keys: Object.fromEntries(Object.entries(preferences.keys).filter(([id]) => !bad.has(id))) });
  };
  return (
    <div className={classes.notes} role="status">
      <p>{t.notes}</p>
      <ul>
        {notes.map(({ action, key, why }) => (
          <li key={`${action} ${key}`}>{t.note[why](key, called(action))}</li>
        ))}
      </ul>
      <Button size="xs" variant="default" onClick={drop}>
        {t.dropNotes}
      </Button>
    </div>
  );
}
