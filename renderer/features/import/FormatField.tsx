import { NativeSelect } from '@mantine/core';
import { ADAPTERS } from '../../../shared/formats/registry.ts';
import type { ChosenFile } from './chosen.ts';
import { useImport } from './store.ts';
import { adapterTitle } from './words.ts';

interface FormatFieldProps {
  chosen: ChosenFile;
  /** The adapter the file is read with now; null when it cannot be read. */
  found: string | null;
  disabled: boolean;
}

/** The format a file is read as: the one found, or another the lead names. */
export function FormatField({ chosen, found, disabled }: FormatFieldProps) {
  const readAs = useImport((state) => state.readAs);
  const auto =
    found !== null && chosen.adapter === 'auto' ? `${adapterTitle(found)}, as found` : 'Find the format';
  return (
    <NativeSelect
      label="Read as"
      data={[
        { value: 'auto', label: auto },
        ...ADAPTERS.map(({ name, title }) => ({ value: name, label: title })),
      ]}
      value={chosen.adapter}
      disabled={disabled}
      onChange={(event) => void readAs(chosen.file, event.currentTarget.value)}
    />
  );
}
