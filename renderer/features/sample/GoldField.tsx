import { Button } from '@mantine/core';
import { bridge } from '../../bridge.ts';
import classes from './Sample.module.css';
import { useSample } from './store.ts';

/** A file of ratings that are the known answers of some items, so that raters can be checked against them. */
export function GoldField() {
  const { gold, set } = useSample();
  const choose = async () => {
    const picked = await bridge.call('pick.ratings', {});
    const file = picked.ok ? picked.value[0] : undefined;
    if (file) set({ gold: file });
  };
  return (
    <fieldset className={classes.group}>
      <legend className={classes.label}>Known answers</legend>
      <div className={classes.gold}>
        <span className={classes.hint}>
          {gold ? gold.name : 'Optional: a file of ratings to check raters against.'}
        </span>
        {gold ? (
          <Button
            className={classes.fixed}
            size="compact-sm"
            variant="subtle"
            onClick={() => set({ gold: null })}
          >
            Leave out
          </Button>
        ) : (
          <Button className={classes.fixed} size="compact-sm" variant="subtle" onClick={() => void choose()}>
            Choose…
          </Button>
        )}
      </div>
    </fieldset>
  );
}
