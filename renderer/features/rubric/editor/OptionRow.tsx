import { ActionIcon, Textarea, TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import type { DraftOption } from '../../../../shared/domain/rubric-draft.ts';
import { useText } from '../../../catalogue/area.ts';
import { rubricFieldsText } from '../../../catalogue/rubric-fields.ts';
import { ArrowDown, ArrowUp, Close } from '../../../ui/icons.tsx';
import type { DimensionPart } from './DimensionForm.tsx';
import classes from './Editor.module.css';
import { moveOption, removeOption, setOption } from './edits.ts';
import { KeyField } from './KeyField.tsx';
import { optionConflict } from './key-conflicts.ts';
import { useProblemAt } from './problems.ts';
import { useEditor } from './store.ts';

/** A change of a text field. */
interface Typed {
  currentTarget: { value: string };
}

interface OptionRowProps extends DimensionPart {
  option: DraftOption;
  index: number;
  /** What stands on the key it gets by itself. */
  automatic: string;
}

/** One option: value, label and key on a line, what it means below. */
export function OptionRow({ entry, draft, problems, option, index, automatic }: OptionRowProps) {
  const t = useText(rubricFieldsText);
  const problemAt = useProblemAt(problems);
  const { change } = useEditor.getState();
  const place = index + 1;
  const field = (name: 'value' | 'label' | 'anchor' | 'example', label: string, hint: string) => ({
    'aria-label': label,
    placeholder: hint,
    value: option[name],
    error: problemAt(option.uid, name),
    onChange: ({ currentTarget: { value } }: Typed) =>
      change(
        (before) => setOption(before, entry.uid, option.uid, { [name]: value }),
        `${name} ${option.uid}`,
      ),
  });
  const move = (by: number) => change((before) => moveOption(before, entry.uid, option.uid, by));
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.code === 'ArrowUp' ? -1 : event.code === 'ArrowDown' ? 1 : 0;
    if (!event.altKey || by === 0) return;
    event.preventDefault();
    move(by);
  };
  const button = (label: string, act: () => void, disabled: boolean, icon: React.ReactNode) => (
    <ActionIcon variant="subtle" size="md" aria-label={label} title={label} disabled={disabled} onClick={act}>
      {icon}
    </ActionIcon>
  );
  return (
    <li className={classes.option} onKeyDown={onKeyDown}>
      <div className={classes.optionLine}>
        <TextInput {...field('value', t.optionValue(place), '0')} />
        <TextInput {...field('label', t.optionLabel(place), t.label)} />
        {entry.kind === 'slider' ? null : (
          <KeyField
            label={t.optionKey(place)}
            value={option.key}
            automatic={automatic}
            conflictOf={(code) => optionConflict(code, option.uid, entry, draft.dimensions)}
            onChange={(code) => change((before) => setOption(before, entry.uid, option.uid, { key: code }))}
          />
        )}
        <div className={classes.optionButtons}>
          {button(t.upOption(place), () => move(-1), index === 0, <ArrowUp />)}
          {button(t.downOption(place), () => move(1), place === entry.options.length, <ArrowDown />)}
          {button(
            t.removeOption(place),
            () => change((before) => removeOption(before, entry.uid, option.uid)),
            false,
            <Close />,
          )}
        </div>
      </div>
      <div className={classes.optionWords}>
        <Textarea autosize minRows={1} {...field('anchor', t.anchorOf(place), t.anchor)} />
        <Textarea autosize minRows={1} {...field('example', t.exampleOf(place), t.example)} />
      </div>
    </li>
  );
}
