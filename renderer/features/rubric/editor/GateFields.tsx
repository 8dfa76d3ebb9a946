import { NativeSelect, TextInput } from '@mantine/core';
import type { DraftDimension, DraftGate } from '../../../../shared/domain/rubric-draft.ts';
import { useText } from '../../../catalogue/area.ts';
import { rubricEditorText } from '../../../catalogue/rubric-editor.ts';
import { rubricFieldsText } from '../../../catalogue/rubric-fields.ts';
import type { DimensionPart } from './DimensionForm.tsx';
import classes from './Editor.module.css';
import { setDimension } from './edits.ts';
import { nameOf } from './Outline.tsx';
import { useProblemAt } from './problems.ts';
import { useEditor } from './store.ts';

const TESTS = {
  options: ['equals', 'from'],
  slider: ['from', 'equals'],
  categories: ['includes'],
  text: [],
} as const;

/** The gate on a dimension to begin with: its first condition, its first value. */
const gateOn = (keeper: DraftDimension): DraftGate => ({
  dimension: keeper.id,
  test: TESTS[keeper.kind][0] ?? 'equals',
  value: keeper.kind === 'slider' ? (keeper.range?.min ?? '') : (keeper.options[0]?.value ?? ''),
});

/** When the dimension is asked: always, or where an earlier one has a value. */
export function GateFields({ entry, draft, problems }: DimensionPart) {
  const t = useText(rubricFieldsText);
  const { unnamed } = useText(rubricEditorText);
  const problem = useProblemAt(problems)(entry.uid, 'gate');
  const { change } = useEditor.getState();
  const { gate, uid } = entry;
  const at = draft.dimensions.findIndex((candidate) => candidate.uid === uid);
  const keepers = draft.dimensions.slice(0, at).filter(({ kind, id }) => kind !== 'text' && id !== '');
  if (keepers.length === 0 && !gate) return null;
  const keeper = keepers.find(({ id }) => id === gate?.dimension);
  const set = (next: DraftGate | null, what?: string) =>
    change((before) => setDimension(before, uid, { gate: next }), what);
  const choices = keepers.map((one) => ({ value: one.id, label: nameOf(one, unnamed) }));
  const lost = gate && !keeper ? [{ value: gate.dimension, label: gate.dimension }] : [];
  return (
    <section className={classes.group}>
      <div className={classes.three}>
        <NativeSelect
          label={t.when}
          value={gate?.dimension ?? ''}
          error={keeper ? undefined : problem}
          data={[{ value: '', label: t.always }, ...lost, ...choices]}
          onChange={({ currentTarget: { value } }) => {
            const chosen = keepers.find(({ id }) => id === value);
            set(chosen ? gateOn(chosen) : null);
          }}
        />
        {gate && keeper ? (
          <>
            <NativeSelect
              label={t.gateTest}
              value={gate.test}
              data={TESTS[keeper.kind].map((value) => ({ value, label: t.tests[value] }))}
              onChange={({ currentTarget: { value } }) => {
                const test = TESTS[keeper.kind].find((one) => one === value);
                if (test) set({ ...gate, test });
              }}
            />
            {keeper.kind === 'slider' || gate.test === 'from' ? (
              <TextInput
                label={t.gateValue}
                value={gate.value}
                error={problem}
                onChange={({ currentTarget: { value } }) => set({ ...gate, value }, `gate ${uid}`)}
              />
            ) : (
              <NativeSelect
                label={t.gateValue}
                value={gate.value}
                error={problem}
                data={[
                  ...(keeper.options.some(({ value }) => value === gate.value) ? [] : [gate.value]),
                  ...keeper.options.map(({ value, label }) => ({ value, label: label || value })),
                ]}
                onChange={({ currentTarget: { value } }) => set({ ...gate, value })}
              />
            )}
          </>
        ) : null}
      </div>
    </section>
  );
}
