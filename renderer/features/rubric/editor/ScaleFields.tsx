import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { DIMENSION_KINDS } from '../../../../shared/domain/rubric.ts';
import type { DraftDimension } from '../../../../shared/domain/rubric-draft.ts';
import { useText } from '../../../catalogue/area.ts';
import { rubricFieldsText } from '../../../catalogue/rubric-fields.ts';
import type { DimensionPart } from './DimensionForm.tsx';
import classes from './Editor.module.css';
import { setDimension, setKind } from './edits.ts';
import { useProblemAt } from './problems.ts';
import { useEditor } from './store.ts';

const LEVELS = ['nominal', 'ordinal', 'interval', 'ratio'] as const;
const BETTER = ['', 'high', 'low'] as const;
const ENDS = [
  ['min', 'least'],
  ['max', 'most'],
  ['step', 'step'],
] as const;
const newUid = () => crypto.randomUUID();

/** The chosen member of a list, as a select hands it over. */
const memberOf = <T extends string>(list: readonly T[], value: string): T | undefined =>
  list.find((one) => one === value);

function RangeFields({ entry, error }: { entry: DraftDimension; error: string | undefined }) {
  const t = useText(rubricFieldsText);
  const { change } = useEditor.getState();
  const range = entry.range ?? { min: '', max: '', step: '' };
  return (
    <div className={classes.three}>
      {ENDS.map(([field, name]) => (
        <TextInput
          key={field}
          label={t[name]}
          inputMode="decimal"
          value={range[field]}
          error={error ? (field === 'min' ? error : true) : undefined}
          onChange={({ currentTarget: { value } }) =>
            change(
              (before) => setDimension(before, entry.uid, { range: { ...range, [field]: value } }),
              `${field} ${entry.uid}`,
            )
          }
        />
      ))}
    </div>
  );
}

/** With what the dimension is answered, and on which scale. */
export function ScaleFields({ entry, problems }: DimensionPart) {
  const t = useText(rubricFieldsText);
  const problemAt = useProblemAt(problems);
  const { change } = useEditor.getState();
  const { uid, kind, level, better, optional } = entry;
  const set = (next: Partial<DraftDimension>) => change((before) => setDimension(before, uid, next));
  const scaled = kind === 'options' || kind === 'slider';
  return (
    <>
      <div className={scaled ? classes.three : classes.two}>
        <NativeSelect
          label={t.kind}
          value={kind}
          data={DIMENSION_KINDS.map((value) => ({ value, label: t.kinds[value] }))}
          onChange={({ currentTarget: { value } }) => {
            const next = memberOf(DIMENSION_KINDS, value);
            if (next) change((before) => setKind(before, uid, next, newUid));
          }}
        />
        {scaled ? (
          <NativeSelect
            label={t.level}
            description={level === '' ? undefined : t.levelHelp[level]}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={level}
            error={problemAt(uid, 'level')}
            data={[
              ...(level === '' ? [{ value: '', label: '' }] : []),
              ...LEVELS.map((value) => ({ value, label: t.levels[value] })),
            ]}
            onChange={({ currentTarget: { value } }) => set({ level: memberOf(LEVELS, value) ?? '' })}
          />
        ) : null}
        {kind === 'text' ? null : (
          <NativeSelect
            label={t.better}
            value={better}
            data={BETTER.map((value) => ({ value, label: t.betters[value] }))}
            onChange={({ currentTarget: { value } }) => set({ better: memberOf(BETTER, value) ?? '' })}
          />
        )}
      </div>
      {kind === 'slider' ? <RangeFields entry={entry} error={problemAt(uid, 'range')} /> : null}
      <Checkbox
        label={t.isOptional}
        checked={optional}
        onChange={({ currentTarget: { checked } }) => set({ optional: checked })}
      />
    </>
  );
}
