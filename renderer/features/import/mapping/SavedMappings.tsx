import { ActionIcon, NativeSelect } from '@mantine/core';
import { useEffect } from 'react';
import { bridge } from '../../../bridge.ts';
import { useText } from '../../../catalogue/area.ts';
import { importMappingText } from '../../../catalogue/import-mapping.ts';
import { Close } from '../../../ui/icons.tsx';
import { useAction, useCall } from '../../../ui/useCall.ts';
import { useImport } from '../store.ts';
import { draftOf, type MappingDraft } from './draft.ts';
import classes from './Mapping.module.css';

interface SavedMappingsProps {
  fileKey: string;
  draft: MappingDraft;
  disabled: boolean;
}

/** Reads the file by a mapping that was saved. Shows nothing while none was. */
export function SavedMappings({ fileKey, draft, disabled }: SavedMappingsProps) {
  const t = useText(importMappingText);
  const { edit, mappingsSaved } = useImport();
  const { value, reload } = useCall('mapping.list', {});
  const forget = useAction(async (name: string) => {
    const removed = await bridge.call('mapping.remove', { name });
    await reload();
    return removed;
  });
  useEffect(() => {
    if (mappingsSaved > 0) void reload();
  }, [mappingsSaved, reload]);
  const saved = value?.mappings ?? [];
  if (saved.length === 0) return null;
  const current = saved.find(({ name }) => name === draft.name);
  const use = (wanted: string) => {
    const one = saved.find(({ name }) => name === wanted);
    if (one) void edit(fileKey, { ...draftOf(one.mapping), name: one.name });
  };
  return (
    <div className={classes.saved}>
      <NativeSelect
        label={t.saved}
        data={[{ value: '', label: t.noneSaved }, ...saved.map(({ name }) => name)]}
        value={current?.name ?? ''}
        disabled={disabled}
        onChange={(event) => use(event.currentTarget.value)}
      />
      {current ? (
        <ActionIcon
          size={36}
          variant="subtle"
          color="gray"
          disabled={disabled || forget.busy}
          aria-label={t.forget(current.name)}
          onClick={() => void forget.run(current.name)}
        >
          <Close />
        </ActionIcon>
      ) : null}
    </div>
  );
}
