import { NativeSelect } from '@mantine/core';
import { useText } from '../../catalogue/area.ts';
import { importFormatsText } from '../../catalogue/import-formats.ts';
import { ENCODINGS, encodingTitle } from './reading.ts';

interface EncodingFieldProps {
  value: string | null;
  /** The encoding the file is read in now. */
  found: string | null;
  disabled: boolean;
  onChange: (encoding: string | null) => void;
}

/** The encoding of a file's text: as the file tells it, or as the lead does. */
export function EncodingField({ value, found, disabled, onChange }: EncodingFieldProps) {
  const t = useText(importFormatsText);
  const auto = found !== null && value === null ? t.asFound(encodingTitle(found)) : t.findEncoding;
  const names = ENCODINGS.map((name) => ({ value: name, label: encodingTitle(name) }));
  return (
    <NativeSelect
      label={t.encoding}
      data={[{ value: '', label: auto }, ...names]}
      value={value ?? ''}
      disabled={disabled}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  );
}
