import { Button } from '@mantine/core';
import type { Binding } from '../../keys/resolve.ts';
import { useKeyWords } from '../../keys/words.ts';
import { focusOnMount } from '../../ui/focus.ts';
import classes from './KeysPanel.module.css';
import type { BindingControls, Choosing } from './useBinding.ts';

interface KeyChoiceProps {
  row: Binding;
  choosing: Choosing;
  controls: BindingControls;
}

/** What stands below an action while its key is chosen: what is in the way, and the ways out. */
export function KeyChoice({ row, choosing, controls }: KeyChoiceProps) {
  const { t, nameOf, keyOf } = useKeyWords();
  const { at, outcome } = choosing;
  const given = row.chords[at];
  if (outcome.kind === 'taken') {
    const holder = nameOf(outcome.by);
    const where = t.scopes[outcome.by.scope] ?? outcome.by.scope;
    return (
      <div className={classes.choice}>
        <p role="alert">{t.taken(keyOf(outcome.chord), holder, where)}</p>
        <div className={classes.ways}>
          <Button size="xs" ref={focusOnMount} onClick={() => controls.swap(row)}>
            {given ? t.swap(holder, keyOf(given)) : t.take(holder)}
          </Button>
          <Button size="xs" variant="default" onClick={controls.cancel}>
            {t.cancel}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className={classes.choice}>
      <p role="status">{outcome.kind === 'refused' ? t.refused[outcome.why] : ''}</p>
      <div className={classes.ways}>
        {given ? (
          <Button size="xs" variant="default" onClick={() => controls.remove(row)}>
            {t.remove}
          </Button>
        ) : null}
        <Button size="xs" variant="default" onClick={controls.cancel}>
          {t.cancel}
        </Button>
      </div>
    </div>
  );
}
