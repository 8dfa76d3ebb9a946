import { Button } from '@mantine/core';
import { bridge } from '../../bridge.ts';
import { useText } from '../../catalogue/area.ts';
import { assignText } from '../../catalogue/assign.ts';
import classes from './Sample.module.css';
import { useSample } from './store.ts';

/** A file of ratings that are the known answers of some items, so that raters can be checked against them. */
export function GoldField() {
  const t = useText(assignText);
  const { gold, set } = useSample();
  const choose = async () => {
    const picked = await bridge.call('pick.ratings', {});
    const file = picked.ok ? picked.value[0] : undefined;
    if (file) set({ gold: file });
  };
  return (
    <fieldset className={classes.group}>
      <legend className={classes.label}>{t.gold}</legend>
      <div className={classes.gold}>
        <span className={classes.hint}>{gold ? gold.name : t.goldHint}</span>
        {gold ? (
          <Button
            className={classes.fixed}
            size="compact-sm"
            variant="subtle"
            onClick={() => set({ gold: null })}
          >
            {t.leaveOut}
          </Button>
        ) : (
          <Button className={classes.fixed} size="compact-sm" variant="subtle" onClick={() => void choose()}>
            {t.choose}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
