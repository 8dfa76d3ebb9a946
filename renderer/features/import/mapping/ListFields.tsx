import { Autocomplete, NativeSelect, TextInput } from '@mantine/core';
import { isRole } from '../../../../shared/domain/conversation.ts';
import { type Signal, valuesOf } from './draft.ts';
import type { FileFields } from './FieldInput.tsx';
import { ROLE_OPTIONS, SIGNALS } from './fields.ts';
import type { MoreFieldsProps } from './MoreFields.tsx';
import { Rows } from './Rows.tsx';

type ListProps = Omit<MoreFieldsProps, 'onSet'>;

const isSignal = (value: string): value is Signal => SIGNALS.some((signal) => signal.value === value);
const newId = () => crypto.randomUUID();

interface FromProps {
  fields: FileFields;
  value: string;
  onChange: (value: string) => void;
}

const From = ({ fields, value, onChange }: FromProps) => (
  <Autocomplete
    aria-label="Field"
    placeholder="column or path"
    data={fields.map(({ path }) => path)}
    limit={100}
    value={value}
    comboboxProps={{ transitionProps: { duration: 0 } }}
    onChange={onChange}
  />
);

/** Groups of people or places: a name, and the field its value is in. */
export function GroupFields({ draft, fields, disabled, onEdit }: ListProps) {
  return (
    <Rows
      title="Groups"
      hint="Facts about the user, such as country or gender, by which answers are compared."
      noun="a group"
      rows={draft.groups}
      disabled={disabled}
      make={() => ({ id: newId(), name: '', from: '' })}
      onRows={(groups) => onEdit({ groups })}
      cells={({ name, from }, change) => (
        <>
          <TextInput
            aria-label="Name of the group"
            placeholder="country"
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
  return (
    <Rows
      title="Feedback"
      hint="What users thought of the answer or did with it."
      noun="a signal"
      rows={draft.feedback}
      disabled={disabled}
      make={() => ({ id: newId(), signal: 'thumb' as const, from: '', values: '' })}
      onRows={(feedback) => onEdit({ feedback })}
      cells={({ signal, from, values }, change) => (
        <>
          <NativeSelect
            aria-label="Signal"
            data={[...SIGNALS]}
            value={signal}
            onChange={({ currentTarget: { value } }) => isSignal(value) && change({ signal: value })}
          />
          <From fields={fields} value={from} onChange={(value) => change({ from: value })} />
          <TextInput
            aria-label="What the values mean"
            placeholder="good = 1, bad = -1"
            disabled={signal !== 'thumb' && signal !== 'stars'}
            error={valuesOf(values) === null ? 'value = number, …' : null}
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
  return (
    <Rows
      title="Speakers"
      hint="Names such as user, customer, bot and agent are known; others are said here."
      noun="a speaker"
      rows={draft.roles}
      disabled={disabled}
      make={() => ({ id: newId(), name: '', role: 'user' as const })}
      onRows={(roles) => onEdit({ roles })}
      cells={({ name, role }, change) => (
        <>
          <TextInput
            aria-label="Name in the file"
            placeholder="name in the file"
            value={name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <NativeSelect
            aria-label="Role"
            data={[...ROLE_OPTIONS]}
            value={role}
            onChange={({ currentTarget: { value } }) => isRole(value) && change({ role: value })}
          />
        </>
      )}
    />
  );
}
