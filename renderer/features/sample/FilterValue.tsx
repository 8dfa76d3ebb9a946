import { Autocomplete, NativeSelect, TagsInput, TextInput } from '@mantine/core';
import type { FieldKind } from '../../../shared/sampling/expression/fields.ts';
import { useText } from '../../catalogue/area.ts';
import { fieldsText } from '../../catalogue/fields.ts';
import { sampleText } from '../../catalogue/sample.ts';
import { count } from '../../ui/format.ts';
import type { FieldValues } from './DrawFields.tsx';
import type { Line } from './filter-form.ts';
import classes from './Sample.module.css';

interface FilterValueProps {
  line: Line;
  kind: FieldKind;
  values: FieldValues['values'];
  problem: string | null;
  onChange: (values: string[]) => void;
}

const placeholdersIn = ({ placeholders }: typeof sampleText.en): Readonly<Record<FieldKind, string>> => ({
  text: placeholders.value,
  codes: placeholders.value,
  words: placeholders.words,
  number: placeholders.number,
  time: '2026-10-01',
  flag: '',
});

/** The value of a condition; what the project holds is offered, with how many answers have it. */
export function FilterValue({ line, kind, values, problem, onChange }: FilterValueProps) {
  const t = useText(sampleText);
  const { flags, flagCount } = useText(fieldsText);
  const { operator } = line;
  const value = line.values[0] ?? '';
  const known = values.flatMap((one) => (one.value === null ? [] : [one.value]));
  const answers = new Map(values.map((one) => [one.value, one.answers]));
  const option = ({ option: { value: name } }: { option: { value: string } }) => (
    <span className={classes.option}>
      <span>{name}</span>
      <span className={classes.hint}>{count(answers.get(name) ?? 0)}</span>
    </span>
  );
  const common = { 'aria-label': t.value, placeholder: placeholdersIn(t)[kind], error: problem };
  const comboboxProps = { width: 280, position: 'bottom-end' as const, transitionProps: { duration: 0 } };
  if (operator === 'is null' || operator === 'is not null') return <span />;
  if (kind === 'flag')
    return (
      <NativeSelect
        aria-label={t.value}
        data={[
          { value: 'true', label: flagCount(flags.true, count(answers.get('true') ?? 0)) },
          { value: 'false', label: flagCount(flags.false, count(answers.get('false') ?? 0)) },
        ]}
        value={value}
        onChange={(event) => onChange([event.currentTarget.value])}
      />
    );
  if (operator === 'in' || operator === 'not in')
    return (
      <TagsInput
        {...common}
        placeholder={line.values.length === 0 ? common.placeholder : ''}
        data={known}
        value={[...line.values]}
        renderOption={option}
        classNames={{ inputField: classes.tagField ?? '' }}
        comboboxProps={comboboxProps}
        acceptValueOnBlur
        onChange={onChange}
      />
    );
  if (known.length === 0)
    return (
      <TextInput {...common} value={value} onChange={(event) => onChange([event.currentTarget.value])} />
    );
  return (
    <Autocomplete
      {...common}
      data={known}
      value={value}
      limit={50}
      renderOption={option}
      comboboxProps={comboboxProps}
      onChange={(text) => onChange([text])}
    />
  );
}
