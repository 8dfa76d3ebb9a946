import { Button } from '@mantine/core';
import { valueTyped } from '../../../../shared/domain/rubric-draft.ts';
import { useText } from '../../../catalogue/area.ts';
import { rubricFieldsText } from '../../../catalogue/rubric-fields.ts';
import { capOf } from '../../../keys/labels.ts';
import { optionKeys } from '../../../keys/rubric-keys.ts';
import { Plus } from '../../../ui/icons.tsx';
import type { DimensionPart } from './DimensionForm.tsx';
import classes from './Editor.module.css';
import { addOption } from './edits.ts';
import { OptionRow } from './OptionRow.tsx';
import { useProblemAt } from './problems.ts';
import { useEditor } from './store.ts';

const newUid = () => crypto.randomUUID();

/** The options of a dimension in their order; on a slider the points that have a name. */
export function OptionList(part: DimensionPart) {
  const t = useText(rubricFieldsText);
  const { entry, problems } = part;
  const few = useProblemAt(problems)(entry.uid, 'options');
  const { change } = useEditor.getState();
  const isSlider = entry.kind === 'slider';
  // As they would be without keys of their own.
  const automatic = optionKeys({
    id: 'draft',
    options: entry.options.map(({ value, label }) => ({ value: valueTyped(value), label })),
  });
  return (
    <section className={classes.group}>
      <h3 className={classes.legend}>{isSlider ? t.points : t.options}</h3>
      {entry.options.length > 0 ? (
        <ol className={classes.optionList}>
          {entry.options.map((option, index) => (
            <OptionRow
              key={option.uid}
              {...part}
              option={option}
              index={index}
              automatic={capOf(automatic[index] ?? '')}
            />
          ))}
        </ol>
      ) : null}
      {few ? <p className={classes.wrong}>{few}</p> : null}
      <div>
        <Button
          size="xs"
          variant="subtle"
          leftSection={<Plus />}
          onClick={() => change((before) => addOption(before, entry.uid, newUid))}
        >
          {isSlider ? t.addPoint : t.addOption}
        </Button>
      </div>
    </section>
  );
}
