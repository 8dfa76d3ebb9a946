import { Autocomplete, TagsInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Inspection } from '../../../../shared/contract/importing.ts';
import { useText } from '../../../catalogue/area.ts';
import { importMappingText } from '../../../catalogue/import-mapping.ts';
import classes from './Mapping.module.css';

export type FileFields = Inspection['fields'];

interface FieldInputProps {
  label: string;
  hint?: string | undefined;
  required?: boolean;
  fields: FileFields;
  value: string;
  disabled: boolean;
  onChange: (value: string) => void;
}

const MOST = 100;

/** A field of the file as a choice, with what stands in it. */
const optionOf =
  (fields: FileFields) =>
  ({ option }: { option: { value: string } }): ReactNode => {
    const samples = fields.find(({ path }) => path === option.value)?.samples ?? [];
    return (
      <div className={classes.option}>
        <span className={classes.path}>{option.value}</span>
        {samples.length > 0 ? <span className={classes.sample}>{samples.join(' · ')}</span> : null}
      </div>
    );
  };

const pathsOf = (fields: FileFields): string[] => fields.map(({ path }) => path);

const COMBOBOX = { width: 320, position: 'bottom-start', transitionProps: { duration: 0 } } as const;

/** Which field of the file is meant: one of those seen, or a path that is typed. */
export function FieldInput({
  label,
  hint,
  required = false,
  fields,
  value,
  disabled,
  onChange,
}: FieldInputProps) {
  const t = useText(importMappingText);
  return (
    <Autocomplete
      label={label}
      description={hint}
      required={required}
      placeholder={required ? t.columnOrPath : t.none}
      data={pathsOf(fields)}
      value={value}
      limit={MOST}
      disabled={disabled}
      renderOption={optionOf(fields)}
      comboboxProps={COMBOBOX}
      onChange={onChange}
    />
  );
}

interface FieldsInputProps extends Omit<FieldInputProps, 'value' | 'onChange'> {
  value: readonly string[];
  onChange: (value: string[]) => void;
}

/** The same for several fields. */
export function FieldsInput({
  label,
  hint,
  required = false,
  fields,
  value,
  disabled,
  onChange,
}: FieldsInputProps) {
  const t = useText(importMappingText);
  return (
    <TagsInput
      classNames={{ inputField: classes.tagField ?? '' }}
      label={label}
      description={hint}
      required={required}
      placeholder={value.length === 0 ? t.columnOrPath : ''}
      data={pathsOf(fields)}
      value={[...value]}
      limit={MOST}
      disabled={disabled}
      renderOption={optionOf(fields)}
      comboboxProps={COMBOBOX}
      onChange={onChange}
    />
  );
}
