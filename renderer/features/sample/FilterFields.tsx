import { ActionIcon, Autocomplete, Button, NativeSelect } from '@mantine/core';
import { Close, Plus } from '../../ui/icons.tsx';
import type { FieldValues } from './DrawFields.tsx';
import classes from './Sample.module.css';
import { useSample } from './store.ts';
import { type Clause, fieldTitle } from './where.ts';

interface ClauseRowProps {
  clause: Clause;
  fields: readonly FieldValues[];
  onChange: (change: Partial<Clause>) => void;
  onRemove: () => void;
}

function ClauseRow({ clause, fields, onChange, onRemove }: ClauseRowProps) {
  const values = fields.find(({ field }) => field === clause.field)?.values ?? [];
  return (
    <li className={classes.clause}>
      <NativeSelect
        aria-label="Field"
        data={fields.map(({ field }) => ({ value: field, label: fieldTitle(field) }))}
        value={clause.field}
        onChange={(event) => onChange({ field: event.currentTarget.value, value: '' })}
      />
      <NativeSelect
        aria-label="Is or is not"
        data={[
          { value: '=', label: 'is' },
          { value: '!=', label: 'is not' },
        ]}
        value={clause.operator}
        onChange={(event) => onChange({ operator: event.currentTarget.value === '!=' ? '!=' : '=' })}
      />
      <Autocomplete
        aria-label="Value"
        placeholder="value"
        data={values.flatMap(({ value }) => value ?? [])}
        value={clause.value}
        limit={50}
        comboboxProps={{ width: 240, position: 'bottom-end' }}
        onChange={(value) => onChange({ value })}
      />
      <ActionIcon variant="subtle" color="gray" aria-label="Remove this condition" onClick={onRemove}>
        <Close />
      </ActionIcon>
    </li>
  );
}

/** The filter: conditions that an answer must all meet. */
export function FilterFields({ fields }: { fields: readonly FieldValues[] }) {
  const { draw, setDraw } = useSample();
  const { clauses } = draw;
  const usable = fields.filter(({ values }) => values.some(({ value }) => value !== null));
  const first = usable[0]?.field;
  const change = (id: string, with_: Partial<Clause>) =>
    setDraw({ clauses: clauses.map((clause) => (clause.id === id ? { ...clause, ...with_ } : clause)) });
  const add = (field: string) =>
    setDraw({ clauses: [...clauses, { id: crypto.randomUUID(), field, operator: '=', value: '' }] });
  return (
    <fieldset className={classes.group}>
      <legend className={classes.label}>Only where</legend>
      {clauses.length === 0 ? <p className={classes.hint}>No condition: all answers can be drawn.</p> : null}
      <ul className={classes.clauses}>
        {clauses.map((clause) => (
          <ClauseRow
            key={clause.id}
            clause={clause}
            fields={usable}
            onChange={(with_) => change(clause.id, with_)}
            onRemove={() => setDraw({ clauses: clauses.filter(({ id }) => id !== clause.id) })}
          />
        ))}
      </ul>
      {first === undefined ? null : (
        <Button size="compact-sm" variant="subtle" leftSection={<Plus />} onClick={() => add(first)}>
          Add a condition
        </Button>
      )}
    </fieldset>
  );
}
