import { NativeSelect, SegmentedControl } from '@mantine/core';
import { UNIT_STATES } from '../../../shared/contract/adjudication.ts';
import { adjudicateText } from '../../catalogue/adjudicate.ts';
import { useText } from '../../catalogue/area.ts';
import { count } from '../../ui/format.ts';
import classes from './Adjudicate.module.css';
import { RuleButton } from './RuleButton.tsx';
import type { AdjudicateState } from './state.ts';
import { useAdjudicate } from './store.ts';

type Queue = NonNullable<AdjudicateState['queue']>;

const FIELDS = ['model', 'model_version', 'language', 'use_case'] as const;

/** What is listed: the state of units, their dimension, and slices of the answers. */
export function QueueBar({ queue }: { queue: Queue }) {
  const t = useText(adjudicateText);
  const filter = useAdjudicate((state) => state.filter);
  const load = useAdjudicate((state) => state.load);
  const { counts, dimensions, slices, rule } = queue;
  const orNull = (value: string): string | null => (value === '' ? null : value);
  return (
    <div className={classes.bar}>
      <SegmentedControl
        aria-label={t.queue}
        size="xs"
        data={UNIT_STATES.map((state) => ({
          value: state,
          label: t.withCount(t.states[state], count(counts[state])),
        }))}
        value={filter.state}
        onChange={(value) => void load({ state: UNIT_STATES.find((state) => state === value) ?? 'open' })}
      />
      <NativeSelect
        aria-label={t.dimension}
        size="xs"
        data={[
          { value: '', label: t.everyDimension },
          ...dimensions.map(({ dimension, label, open }) => ({
            value: dimension,
            label: t.withCount(label, count(open)),
          })),
        ]}
        value={filter.dimension ?? ''}
        onChange={(event) => void load({ dimension: orNull(event.currentTarget.value) })}
      />
      <NativeSelect
        aria-label={t.by}
        size="xs"
        data={[
          { value: '', label: t.noSlices },
          ...FIELDS.map((field) => ({ value: field, label: t.fields[field] })),
        ]}
        value={filter.by ?? ''}
        onChange={(event) => void load({ by: orNull(event.currentTarget.value), slice: null })}
      />
      {filter.by === null ? null : (
        <NativeSelect
          aria-label={t.slice}
          size="xs"
          data={[
            { value: '', label: t.everySlice },
            ...slices.map(({ key, units }) => ({ value: key, label: t.withCount(key, count(units)) })),
          ]}
          value={filter.slice ?? ''}
          onChange={(event) => void load({ slice: orNull(event.currentTarget.value) })}
        />
      )}
      <RuleButton rule={rule} />
    </div>
  );
}
