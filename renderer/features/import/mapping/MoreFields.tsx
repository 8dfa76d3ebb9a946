import { NativeSelect } from '@mantine/core';
import { useText } from '../../../catalogue/area.ts';
import { importMappingText } from '../../../catalogue/import-mapping.ts';
import { fieldsOf, type MappingDraft, type SingleField } from './draft.ts';
import { FieldInput, type FileFields } from './FieldInput.tsx';
import { TIMES } from './fields.ts';
import { FeedbackFields, GroupFields, RoleFields } from './ListFields.tsx';
import classes from './Mapping.module.css';

export interface MoreFieldsProps {
  draft: MappingDraft;
  fields: FileFields;
  disabled: boolean;
  onEdit: (change: Partial<MappingDraft>) => void;
  onSet: (field: SingleField, value: string) => void;
}

const isTime = (value: string): value is MappingDraft['time'] => TIMES.some((time) => time.value === value);

/** What most files do without: time, model, language, groups, feedback, names of speakers. */
export function MoreFields({ draft, fields, disabled, onEdit, onSet }: MoreFieldsProps) {
  const t = useText(importMappingText);
  const { common } = fieldsOf(draft.layout);
  const isUsed =
    common.some((field) => draft.fields[field] !== '') ||
    draft.groups.length + draft.feedback.length + draft.roles.length > 0;
  return (
    <details className={classes.more} open={isUsed || undefined}>
      <summary>{t.more}</summary>
      <div className={classes.fields}>
        <div className={classes.pair}>
          {common.map((field) => (
            <FieldInput
              key={field}
              label={t.fields[field]}
              fields={fields}
              value={draft.fields[field]}
              disabled={disabled}
              onChange={(value) => onSet(field, value)}
            />
          ))}
          <NativeSelect
            label={t.times}
            data={[...TIMES]}
            value={draft.time}
            disabled={disabled}
            onChange={({ currentTarget: { value } }) => isTime(value) && onEdit({ time: value })}
          />
        </div>
        <GroupFields draft={draft} fields={fields} disabled={disabled} onEdit={onEdit} />
        <FeedbackFields draft={draft} fields={fields} disabled={disabled} onEdit={onEdit} />
        <RoleFields draft={draft} fields={fields} disabled={disabled} onEdit={onEdit} />
      </div>
    </details>
  );
}
