import type { Inspection } from '../../../shared/contract/importing.ts';
import { useText } from '../../catalogue/area.ts';
import { importFormatsText } from '../../catalogue/import-formats.ts';
import { importMappingText } from '../../catalogue/import-mapping.ts';
import classes from './Choosing.module.css';
import { ConversationPreview } from './ConversationPreview.tsx';
import { type ChosenFile, inspectionOf } from './chosen.ts';
import { Faults } from './Faults.tsx';
import { FileFacts } from './FileFacts.tsx';
import shared from './Import.module.css';
import { AlignedRows } from './mapping/AlignedRows.tsx';
import { draftOf, missing } from './mapping/draft.ts';
import { FieldTable } from './mapping/FieldTable.tsx';
import { MappingEditor } from './mapping/MappingEditor.tsx';
import { SavedMappings } from './mapping/SavedMappings.tsx';

interface InspectedProps {
  file: ChosenFile;
  disabled: boolean;
}

function Preview({ inspection, again }: { inspection: Inspection; again: boolean }) {
  const t = useText(importFormatsText);
  return (
    <div className={again ? `${classes.shown} ${classes.again}` : classes.shown} aria-busy={again}>
      <Faults inspection={inspection} />
      <h3 className={shared.small}>{t.preview}</h3>
      <ConversationPreview conversations={inspection.preview} />
    </div>
  );
}

/** What was found in a file, how it is read, and its first conversations as they would be stored. */
export function Inspected({ file, disabled }: InspectedProps) {
  const t = useText(importFormatsText);
  const titles: Readonly<Record<string, string>> = useText(importMappingText).fieldsInline;
  const inspection = inspectionOf(file);
  const { looked } = file;
  const draft = file.draft ?? (inspection?.mapping ? draftOf(inspection.mapping) : null);
  const wanted = draft ? missing(draft) : [];
  if (!inspection && looked.status !== 'failed')
    return <p className={`${classes.inspected} ${shared.hint}`}>{t.lookingAtRecords}</p>;
  const mapped = draft !== null && inspection !== null;
  return (
    <div className={classes.inspected}>
      <div className={mapped ? classes.whole : classes.facts}>
        <FileFacts file={file} inspection={inspection} disabled={disabled}>
          {mapped ? <SavedMappings fileKey={file.key} draft={draft} disabled={disabled} /> : null}
        </FileFacts>
      </div>
      {mapped ? (
        <MappingEditor fileKey={file.key} draft={draft} fields={inspection.fields} disabled={disabled} />
      ) : null}
      <div className={classes.shown}>
        {inspection && wanted.length === 0 ? (
          <Preview inspection={inspection} again={looked.status === 'looking'} />
        ) : null}
        {wanted.length > 0 ? (
          <p className={shared.hint} role="status">
            {t.stillToSay(wanted.map((field) => titles[field] ?? field).join(', '))}
          </p>
        ) : null}
        {mapped && wanted.length === 0 && inspection.rows.length > 0 ? (
          <AlignedRows rows={inspection.rows} draft={draft} />
        ) : null}
        {mapped && inspection.fields.length > 0 ? (
          <FieldTable fields={inspection.fields} draft={draft} />
        ) : null}
      </div>
    </div>
  );
}
