import { Checkbox, SegmentedControl } from '@mantine/core';
import { useText } from '../../../catalogue/area.ts';
import { importMappingText } from '../../../catalogue/import-mapping.ts';
import { useImport } from '../store.ts';
import { fieldsOf, isNeeded, type Layout, type MappingDraft, type SingleField } from './draft.ts';
import { FieldInput, FieldsInput, type FileFields } from './FieldInput.tsx';
import { IN_LIST, LAYOUTS } from './fields.ts';
import classes from './Mapping.module.css';
import { MoreFields } from './MoreFields.tsx';
import { SaveMapping } from './SaveMapping.tsx';

interface MappingEditorProps {
  /** Key of the file. */
  fileKey: string;
  draft: MappingDraft;
  fields: FileFields;
  disabled: boolean;
}

const isLayout = (value: string): value is Layout => LAYOUTS.some((layout) => layout === value);

/** Says which field of the file is what of a conversation; what comes of it stands beside it at once. */
export function MappingEditor({ fileKey, draft, fields, disabled }: MappingEditorProps) {
  const t = useText(importMappingText);
  const editDraft = useImport((state) => state.edit);
  const edit = (change: Partial<MappingDraft>) => void editDraft(fileKey, { ...draft, ...change });
  const set = (field: SingleField, value: string) => edit({ fields: { ...draft.fields, [field]: value } });
  const pairs = draft.layout === 'pairs';
  return (
    <section className={classes.editor} aria-label={t.editor}>
      <div>
        <p className={classes.legend}>{t.recordIs}</p>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t.recordIs}
          data={LAYOUTS.map((value) => ({ value, label: t.layouts[value].label }))}
          value={draft.layout}
          disabled={disabled}
          onChange={(layout) => isLayout(layout) && edit({ layout })}
        />
        <p className={classes.hint}>{t.layouts[draft.layout].hint}</p>
      </div>
      <div className={classes.fields}>
        {pairs ? (
          <>
            <FieldsInput
              label={t.fields.prompt}
              hint={t.hints.prompt}
              required
              fields={fields}
              value={draft.prompt}
              disabled={disabled}
              onChange={(prompt) => edit({ prompt })}
            />
            <FieldsInput
              label={t.fields.answers}
              hint={t.hints.answers}
              required
              fields={fields}
              value={draft.answers}
              disabled={disabled}
              onChange={(answers) => edit({ answers })}
            />
          </>
        ) : null}
        <div className={classes.pair}>
          {fieldsOf(draft.layout).own.map((field) => (
            <FieldInput
              key={field}
              label={t.fields[field]}
              hint={draft.layout === 'list' && IN_LIST.includes(field) ? t.hints.inner : undefined}
              required={isNeeded(draft, field)}
              fields={draft.layout === 'list' && IN_LIST.includes(field) ? [] : fields}
              value={draft.fields[field]}
              disabled={disabled}
              onChange={(value) => set(field, value)}
            />
          ))}
        </div>
        {pairs ? (
          <Checkbox
            label={t.turns}
            checked={draft.turns}
            disabled={disabled}
            onChange={(event) => edit({ turns: event.currentTarget.checked })}
          />
        ) : null}
      </div>
      <MoreFields draft={draft} fields={fields} disabled={disabled} onEdit={edit} onSet={set} />
      <SaveMapping fileKey={fileKey} draft={draft} disabled={disabled} />
    </section>
  );
}
