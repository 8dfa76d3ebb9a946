import { Autocomplete, NativeSelect, TextInput } from '@mantine/core';
import { isRole } from '../../../../shared/domain/conversation.ts';
import { useText } from '../../../catalogue/area.ts';
import { importMappingText } from '../../../catalogue/import-mapping.ts';
import { readingText } from '../../../catalogue/reading.ts';
import { type Signal, valuesOf } from './draft.ts';
import type { FileFields } from './FieldInput.tsx';
import { ROLE_OPTIONS, SIGNALS } from './fields.ts';
import type { MoreFieldsProps } from './MoreFields.tsx';
import { Rows } from './Rows.tsx';

type ListProps = Omit<MoreFieldsProps, 'onSet'>;

const isSignal = (value: string): value is Signal => SIGNALS.some((signal) => signal === value);
const newId = () => crypto.randomUUID();

interface FromProps {
  fields: FileFields;
  value: string;
  onChange: (value: string) => void;
}

function From({ fields, value, onChange }: FromProps) {
  const t = useText(importMappingText);
  return (
    <Autocomplete
      aria-label={t.field}
      placeholder={t.columnOrPath}
      data={fields.map(({ path }) => path)}
      limit={100}
      value={value}
      comboboxProps={{ transitionProps: { duration: 0 } }}
      onChange={onChange}
    />
  );
}

/** Groups of people or places: a name, and the field its value is in. */
export function GroupFields({ draft, fields, disabled, onEdit }: ListProps) {
  const t = useText(importMappingText).groups;
  return (
    <Rows
      title={t.title}
      hint={t.hint}
      add={t.add}
      rows={draft.groups}
      disabled={disabled}
      make={() => ({ id: newId(), name: '', from: '' })}
      onRows={(groups) => onEdit({ groups })}
      cells={({ name, from }, change) => (
        <>
          <TextInput
            aria-label={t.name}
            placeholder={t.example}
            value={name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <From fields={fields} value={from} onChange={(value) => change({ from: value })} />
        </>
      )}
    />
  );
}

/** What users did with the answer: a signal, its field, and what the values mean. */
export function FeedbackFields({ draft, fields, disabled, onEdit }: ListProps) {
  const { feedback: t, signals } = useText(importMappingText);
  return (
    <Rows
      title={t.title}
      hint={t.hint}
      add={t.add}
      rows={draft.feedback}
      disabled={disabled}
      make={() => ({ id: newId(), signal: 'thumb' as const, from: '', values: '' })}
      onRows={(feedback) => onEdit({ feedback })}
      cells={({ signal, from, values }, change) => (
        <>
          <NativeSelect
            aria-label={t.signal}
            data={SIGNALS.map((value) => ({ value, label: signals[value] }))}
            value={signal}
            onChange={({ currentTarget: { value } }) => isSignal(value) && change({ signal: value })}
          />
          <From fields={fields} value={from} onChange={(value) => change({ from: value })} />
          <TextInput
            aria-label={t.values}
            placeholder={t.example}
            disabled={signal !== 'thumb' && signal !== 'stars'}
            error={valuesOf(values) === null ? t.shape : null}
            value={values}
            onChange={(event) => change({ values: event.currentTarget.value })}
          />
        </>
      )}
    />
  );
}

/** Names of speakers that are not known by themselves. */
export function RoleFields({ draft, disabled, onEdit }: ListProps) {
  const t = useText(importMappingText).speakers;
  const { roles: titles } = useText(readingText);
  return (
    <Rows
      title={t.title}
      hint={t.hint}
      add={t.add}
      rows={draft.roles}
      disabled={disabled}
      make={() => ({ id: newId(), name: '', role: 'user' as const })}
      onRows={(roles) => onEdit({ roles })}
      cells={({ name, role }, change) => (
        <>
          <TextInput
            aria-label={t.name}
            placeholder={t.example}
            value={name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <NativeSelect
            aria-label={t.role}
            data={ROLE_OPTIONS.map((value) => ({ value, label: titles[value] }))}
            value={role}
            onChange={({ currentTarget: { value } }) => isRole(value) && change({ role: value })}
          />
        </>
      )}
    />
  );
}
