import { Radio, TextInput } from '@mantine/core';
import { STRATEGIES, type Strategy } from '../../../shared/sampling/parameters.ts';
import { useText } from '../../catalogue/area.ts';
import { sampleText } from '../../catalogue/sample.ts';
import type { DrawProblems } from './draw-form.ts';
import classes from './Sample.module.css';
import { useSample } from './store.ts';

const isStrategy = (text: string): text is Strategy => STRATEGIES.some((one) => one === text);

/** How answers are chosen: each way with what it does. */
export function StrategyFields({ problems }: { problems: DrawProblems }) {
  const t = useText(sampleText);
  const { draw, setDraw } = useSample();
  return (
    <Radio.Group
      label={t.strategy}
      labelProps={{ className: classes.label ?? '' }}
      value={draw.strategy}
      onChange={(strategy) => isStrategy(strategy) && setDraw({ strategy })}
    >
      <div className={classes.checks}>
        {STRATEGIES.map((strategy) => (
          <Radio
            key={strategy}
            size="xs"
            value={strategy}
            label={t.strategies[strategy].title}
            description={t.strategies[strategy].does}
            classNames={{ label: classes.choice ?? '', description: classes.does ?? '' }}
          />
        ))}
      </div>
      {draw.strategy === 'weighted' ? (
        <TextInput
          className={classes.after ?? ''}
          label={t.weight}
          inputMode="decimal"
          value={draw.weight}
          error={problems.weight}
          onChange={(event) => setDraw({ weight: event.currentTarget.value })}
        />
      ) : null}
    </Radio.Group>
  );
}
