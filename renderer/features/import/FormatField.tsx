import { NativeSelect } from '@mantine/core';
import { ADAPTERS } from '../../../shared/formats/registry.ts';
import { adapterTitle } from './words.ts';

const FORMATS = ADAPTERS.map(({ name, title }) => ({ value: name, label: title }));

interface FormatFieldProps {
  label: string;
  /** `auto`, `fields` or an adapter. */
  value: string;
  /** The adapter the file is read with now; null when it cannot be read. */
  found: string | null;
  /** What its fields are can be said. */
  byFields: boolean;
  disabled: boolean;
  onChange: (value: string) => void;
}

/** The format a file is read as: the one found, another the lead names, or by what its fields are. */
export function FormatField({ label, value, found, byFields, disabled, onChange }: FormatFieldProps) {
  const auto = found !== null && value === 'auto' ? `${adapterTitle(found)}, as found` : 'Find the format';
  return (
    <NativeSelect
      label={label}
      data={[
        { value: 'auto', label: auto },
        ...(byFields ? [{ value: 'fields', label: 'By its fields: say which is what' }] : []),
        { group: 'Formats', items: FORMATS },
      ]}
      value={value}
      disabled={disabled}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
