import { Button } from '@mantine/core';
import type { DraftDimension, RubricDraft } from '../../../../shared/domain/rubric-draft.ts';
import type { DraftProblem } from '../../../../shared/domain/rubric-problems.ts';
import { useText } from '../../../catalogue/area.ts';
import { rubricEditorText } from '../../../catalogue/rubric-editor.ts';
import { DemandFields } from './DemandFields.tsx';
import classes from './Editor.module.css';
import { duplicateDimension, removeDimension } from './edits.ts';
import { GateFields } from './GateFields.tsx';
import { NameFields } from './NameFields.tsx';
import { OptionList } from './OptionList.tsx';
import { nameOf } from './Outline.tsx';
import { ScaleFields } from './ScaleFields.tsx';
import { useEditor } from './store.ts';

/** What every part of a dimension's form has. */
export interface DimensionPart {
  entry: DraftDimension;
  draft: RubricDraft;
  problems: readonly DraftProblem[];
}

interface DimensionFormProps extends DimensionPart {
  /** The version in force has it: ratings know its id. */
  known: boolean;
  onSay: (words: string) => void;
}

const newUid = () => crypto.randomUUID();

/** All fields of one dimension. */
export function DimensionForm({ known, onSay, ...part }: DimensionFormProps) {
  const t = useText(rubricEditorText);
  const { change, show } = useEditor.getState();
  const { entry, draft } = part;
  const name = nameOf(entry, t.unnamed);
  const duplicate = () => {
    const next = duplicateDimension(draft, entry.uid, newUid);
    change(() => next.draft);
    show(next.added);
  };
  const remove = () => {
    const at = draft.dimensions.findIndex(({ uid }) => uid === entry.uid);
    const beside = draft.dimensions[at + 1] ?? draft.dimensions[at - 1];
    change((before) => removeDimension(before, entry.uid));
    show(beside?.uid ?? '');
    onSay(t.removed(name));
  };
  return (
    <>
      <div className={classes.formHead}>
        <h2 className={classes.partTitle}>{name}</h2>
        <div className={classes.barButtons}>
          <Button size="xs" variant="subtle" onClick={duplicate}>
            {t.duplicate}
          </Button>
          <Button size="xs" variant="subtle" onClick={remove}>
            {t.remove}
          </Button>
        </div>
      </div>
      <NameFields {...part} known={known} />
      <ScaleFields {...part} />
      {entry.kind === 'text' ? null : <OptionList {...part} />}
      <GateFields {...part} />
      <DemandFields {...part} />
    </>
  );
}
