import { ActionIcon, NativeSelect } from '@mantine/core';
import { type FieldKind, fieldNamed, groupOf } from '../../../shared/sampling/expression/fields.ts';
import { operatorsOf } from '../../../shared/sampling/expression/operators.ts';
import type { Operator } from '../../../shared/sampling/expression/tree.ts';
import { textNow, useText } from '../../catalogue/area.ts';
import { fieldsText } from '../../catalogue/fields.ts';
import { sampleText } from '../../catalogue/sample.ts';
import { Close } from '../../ui/icons.tsx';
import type { FieldValues } from './DrawFields.tsx';
import { FilterValue } from './FilterValue.tsx';
import { type Line, lineProblem, withField, withOperator } from './filter-form.ts';
import classes from './Sample.module.css';
import { fieldSection, fieldTitle, operatorWords, SECTIONS } from './words.ts';

interface FilterLineProps {
  line: Line;
  fields: readonly FieldValues[];
  onChange: (line: Line) => void;
  onRemove: () => void;
}

/** The fields by section, as a select takes them; one that the project does not have stays where a line asks for it. */
export function fieldChoices(names: readonly string[]) {
  const { sections } = textNow(fieldsText);
  return SECTIONS.map((section) => ({
    group: sections[section],
    items: names
      .filter((name) => fieldSection(name) === section)
      .map((name) => ({ value: name, label: groupOf(name) ?? fieldTitle(name) })),
  })).filter(({ items }) => items.length > 0);
}

/** One condition: field, operator and value, each to be chosen from what there is. */
export function FilterLine({ line, fields, onChange, onRemove }: FilterLineProps) {
  const t = useText(sampleText);
  const names = fields.map(({ field }) => field);
  const kind: FieldKind = fieldNamed(line.field)?.kind ?? 'text';
  const operators = operatorsOf(kind);
  const chosen = (text: string): Operator => operators.find((one) => one === text) ?? line.operator;
  return (
    <li className={classes.clause}>
      <NativeSelect
        aria-label={t.field}
        data={fieldChoices(names.includes(line.field) ? names : [line.field, ...names])}
        value={line.field}
        onChange={(event) => onChange(withField(line, event.currentTarget.value))}
      />
      <NativeSelect
        aria-label={t.operator}
        data={operators.map((value) => ({ value, label: operatorWords(kind, value) }))}
        value={line.operator}
        onChange={(event) => onChange(withOperator(line, chosen(event.currentTarget.value)))}
      />
      <FilterValue
        line={line}
        kind={kind}
        values={fields.find(({ field }) => field === line.field)?.values ?? []}
        problem={lineProblem(line)}
        onChange={(values) => onChange({ ...line, values })}
      />
      <ActionIcon variant="subtle" color="gray" aria-label={t.removeCondition} onClick={onRemove}>
        <Close />
      </ActionIcon>
    </li>
  );
}
