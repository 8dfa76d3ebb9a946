import { Checkbox } from '@mantine/core';
import type { RubricDraft } from '../../../../shared/domain/rubric-draft.ts';
import { useText } from '../../../catalogue/area.ts';
import { rubricEditorText } from '../../../catalogue/rubric-editor.ts';
import { rubricFieldsText } from '../../../catalogue/rubric-fields.ts';
import classes from './Editor.module.css';
import { nameOf } from './Outline.tsx';
import { useEditor } from './store.ts';

type Comparison = NonNullable<RubricDraft['comparison']>;

const UNSAID: Comparison = { dimensions: [], strength: true, tie: true, bothBad: true, rest: {} };
const SWITCHES = ['strength', 'tie', 'bothBad'] as const;

/** What is asked of answers that are shown side by side. */
export function ComparisonFields({ draft }: { draft: RubricDraft }) {
  const t = useText(rubricFieldsText);
  const { unnamed } = useText(rubricEditorText);
  const { change } = useEditor.getState();
  const { comparison, dimensions } = draft;
  const set = (next: Comparison | null) => change((before) => ({ ...before, comparison: next }));
  const toggled = (own: Comparison, uid: string) =>
    own.dimensions.includes(uid) ? own.dimensions.filter((one) => one !== uid) : [...own.dimensions, uid];
  return (
    <section className={classes.group}>
      <h2 className={classes.partTitle}>{t.sideBySide}</h2>
      <p className={classes.hint}>{t.sideBySideHelp}</p>
      <Checkbox
        label={t.asksComparisons}
        checked={comparison !== null}
        onChange={({ currentTarget: { checked } }) => set(checked ? UNSAID : null)}
      />
      {comparison ? (
        <>
          {SWITCHES.map((name) => (
            <Checkbox
              key={name}
              label={t[name]}
              checked={comparison[name]}
              onChange={({ currentTarget: { checked } }) => set({ ...comparison, [name]: checked })}
            />
          ))}
          {dimensions.length > 0 ? (
            <fieldset className={classes.group}>
              <legend className={classes.legend}>{t.ofEach}</legend>
              {dimensions.map((entry) => (
                <Checkbox
                  key={entry.uid}
                  label={nameOf(entry, unnamed)}
                  checked={comparison.dimensions.includes(entry.uid)}
                  onChange={() => set({ ...comparison, dimensions: toggled(comparison, entry.uid) })}
                />
              ))}
            </fieldset>
          ) : null}
        </>
      ) : null}
    </section>
  );
}
