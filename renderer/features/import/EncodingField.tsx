import { NativeSelect } from '@mantine/core';
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
  const auto = found !== null && value === null ? `${encodingTitle(found)}, as found` : 'Find the encoding';
  return (
    <NativeSelect
      label="Encoding"
      data={[{ value: '', label: auto }, ...ENCODINGS]}
      value={value ?? ''}
      disabled={disabled}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  );
}
