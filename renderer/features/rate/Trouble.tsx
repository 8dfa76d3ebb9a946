import { Button } from '@mantine/core';
import { plural } from '../../ui/format.ts';
import classes from './RateScreen.module.css';
import { desk, useRate } from './useRate.ts';

/** Says what could not be stored, why, and what to do; the item shows what is stored. */
export function Trouble() {
  const trouble = useRate((state) => state.trouble);
  const queue = useRate((state) => state.queue);
  if (!trouble) return null;
  const items = new Set(trouble.lost.map(({ assignment }) => assignment));
  const places = [...items].map((id) => queue.findIndex(({ assignment }) => assignment === id) + 1);
  return (
    <div className={classes.trouble} role="alert">
      <p>
        <strong>
          {plural(trouble.lost.length, 'entry', 'entries')} on item {places.join(', ')} not saved.
        </strong>{' '}
        {trouble.failure.message} {trouble.failure.advice}
      </p>
      <Button size="xs" variant="default" onClick={() => desk().retry()}>
        Save again
      </Button>
    </div>
  );
}
