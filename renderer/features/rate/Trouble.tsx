import { Button } from '@mantine/core';
import { useText } from '../../catalogue/area.ts';
import { queuePagesText } from '../../catalogue/queue-pages.ts';
import { useFailureWords } from '../../ui/failure-words.ts';
import classes from './RateScreen.module.css';
import { desk, useRate } from './useRate.ts';

/** Says what could not be stored, why, and what to do; the item shows what is stored. */
export function Trouble() {
  const t = useText(queuePagesText);
  const wordsOf = useFailureWords();
  const trouble = useRate((state) => state.trouble);
  const queue = useRate((state) => state.queue);
  if (!trouble) return null;
  const { message, advice } = wordsOf(trouble.failure);
  const items = new Set(trouble.lost.map(({ assignment }) => assignment));
  const places = [...items].map((id) => queue.findIndex(({ assignment }) => assignment === id) + 1);
  return (
    <div className={classes.trouble} role="alert">
      <p>
        <strong>{t.lostEntries(trouble.lost.length, places.join(', '))}</strong> {message} {advice}
      </p>
      <Button size="xs" variant="default" onClick={() => desk().retry()}>
        {t.saveAgain}
      </Button>
    </div>
  );
}
