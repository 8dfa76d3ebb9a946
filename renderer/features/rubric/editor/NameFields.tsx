import { TextInput } from '@mantine/core';
import { useText } from '../../../catalogue/area.ts';
import { rubricFieldsText } from '../../../catalogue/rubric-fields.ts';
import { capOf } from '../../../keys/labels.ts';
import { dimensionKeys } from '../../../keys/rubric-keys.ts';
import { focusOnMount } from '../../../ui/focus.ts';
import type { DimensionPart } from './DimensionForm.tsx';
import classes from './Editor.module.css';
import { setDimension, setLabel } from './edits.ts';
import { KeyField } from './KeyField.tsx';
import { jumpConflict } from './key-conflicts.ts';
import { useProblemAt } from './problems.ts';
import { useEditor } from './store.ts';

/** What the dimension is called, what it asks, and the key that jumps to it. */
export function NameFields({ entry, draft, problems, known }: DimensionPart & { known: boolean }) {
  const t = useText(rubricFieldsText);
  const problemAt = useProblemAt(problems);
  const { change } = useEditor.getState();
  const { uid, id, label, question, key } = entry;
  const automatic = dimensionKeys({
    id: 'draft',
    version: 1,
    title: '',
    guidelines: '',
    dimensions: draft.dimensions.map((own) => ({
      id: own.uid,
      label: own.label || own.id || own.uid,
      options: [],
      ...(own.key && own.uid !== uid ? { key: own.key } : {}),
    })),
  }).get(uid);
  return (
    <>
      <div className={classes.two}>
        <TextInput
          label={t.label}
          ref={label === '' && !known ? focusOnMount : undefined}
          value={label}
          onChange={({ currentTarget: { value } }) =>
            change((before) => setLabel(before, uid, value, known), `label ${uid}`)
          }
        />
        <TextInput
          label={t.id}
          description={known ? t.idKnown : t.idHelp}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          readOnly={known}
          value={id}
          error={problemAt(uid, 'id')}
          onChange={({ currentTarget: { value } }) =>
            change((before) => setDimension(before, uid, { id: value }), `id ${uid}`)
          }
        />
      </div>
      <div className={classes.wideAndKey}>
        <TextInput
          label={t.question}
          placeholder={t.questionHelp}
          value={question}
          onChange={({ currentTarget: { value } }) =>
            change((before) => setDimension(before, uid, { question: value }), `question ${uid}`)
          }
        />
        <KeyField
          label={t.jumpKey}
          isLabelShown
          value={key}
          automatic={automatic ? capOf(automatic) : ''}
          conflictOf={(code) => jumpConflict(code, entry, draft.dimensions)}
          onChange={(code) => change((before) => setDimension(before, uid, { key: code }))}
        />
      </div>
    </>
  );
}
