import { NativeSelect } from '@mantine/core';
import { ADAPTERS } from '../../../shared/formats/registry.ts';
import { useText } from '../../catalogue/area.ts';
import { importFormatsText } from '../../catalogue/import-formats.ts';
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
  const t = useText(importFormatsText);
  const auto = found !== null && value === 'auto' ? t.asFound(adapterTitle(found)) : t.findFormat;
  return (
    <NativeSelect
      label={label}
      data={[
        { value: 'auto', label: auto },
        ...(byFields ? [{ value: 'fields', label: t.sayFields }] : []),
        { group: t.formats, items: FORMATS },
      ]}
      value={value}
      disabled={disabled}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
