import { Button, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useText } from '../../../catalogue/area.ts';
import { importMappingText } from '../../../catalogue/import-mapping.ts';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { useAction } from '../../../ui/useCall.ts';
import { allFiles, isMapped } from '../chosen.ts';
import { useImport } from '../store.ts';
import { type MappingDraft, mappingOf } from './draft.ts';
import classes from './Mapping.module.css';

interface SaveMappingProps {
  fileKey: string;
  draft: MappingDraft;
  disabled: boolean;
}

/** Saves a mapping under a name, and reads the other files by it. */
export function SaveMapping({ fileKey, draft, disabled }: SaveMappingProps) {
  const t = useText(importMappingText);
  const { saveMapping, mapAlike, chosen } = useImport();
  const [name, setName] = useState(draft.name);
  useEffect(() => setName(draft.name), [draft.name]);
  const save = useAction(() => saveMapping(fileKey, name.trim()));
  const whole = mappingOf(draft) !== null;
  const others = allFiles(chosen).filter((file) => file.key !== fileKey && isMapped(file)).length;
  return (
    <>
      <div className={classes.saved}>
        <TextInput
          label={t.saveAs}
          placeholder={t.saveHint}
          value={name}
          disabled={disabled}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={disabled || save.busy || name.trim() === '' || !whole}
          onClick={() => void save.run()}
        >
          {draft.name !== '' && draft.name === name.trim() ? t.saveAgain : t.save}
        </Button>
      </div>
      {others > 0 && whole ? (
        <Button size="compact-sm" variant="subtle" disabled={disabled} onClick={() => void mapAlike(fileKey)}>
          {t.others(others)}
        </Button>
      ) : null}
      {save.error ? <ErrorNote error={save.error} /> : null}
    </>
  );
}
