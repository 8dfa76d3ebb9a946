import { useState } from 'react';
import type { RubricVersion } from '../../../../shared/contract/rubric.ts';
import type { Rubric } from '../../../../shared/domain/rubric.ts';
import { useText } from '../../../catalogue/area.ts';
import { rubricEditorText } from '../../../catalogue/rubric-editor.ts';
import { useApp } from '../../../store/app.ts';
import { NoPreview } from '../preview/NoPreview.tsx';
import { Preview } from '../preview/Preview.tsx';
import { useRubricScreen } from '../store.ts';
import { DimensionForm } from './DimensionForm.tsx';
import classes from './Editor.module.css';
import { EditorBar } from './EditorBar.tsx';
import { Outline } from './Outline.tsx';
import { RubricForm } from './RubricForm.tsx';
import { SaveDialog } from './SaveDialog.tsx';
import { useEditor } from './store.ts';
import { useDrafted } from './useDrafted.ts';
import { useEditorKeys } from './useEditorKeys.ts';

interface EditorProps {
  versions: readonly RubricVersion[];
  /** After the draft was saved, discarded or left. */
  onDone: () => void;
}

/** After a version was made: the window knows it, and what was fetched for rating is fetched anew. */
async function takeUp(rubric: Rubric): Promise<void> {
  const { desk, refreshProject } = useApp.getState();
  await desk.secure();
  desk.close();
  await refreshProject();
  useRubricScreen.getState().set({ tab: rubric.version > 1 ? 'again' : 'inForce', compared: null });
}

/** The workbench of a rubric: its parts, the fields of one of them, and the rail as raters will have it. */
export function Editor({ versions, onDone }: EditorProps) {
  const t = useText(rubricEditorText);
  const inForce = versions[0]?.rubric;
  const drafted = useDrafted(inForce);
  const place = useEditor((state) => state.place);
  const [saving, setSaving] = useState(false);
  const [said, say] = useState('');
  useEditorKeys(() => setSaving(true));
  if (!inForce || !drafted) return null;
  const { draft, problems, shown, rubric } = drafted;
  const dimension = draft.dimensions.find(({ uid }) => uid === place);
  const known = new Set(inForce.dimensions.map(({ id }) => id));
  return (
    <main className={classes.editor}>
      <EditorBar inForce={inForce} drafted={drafted} onSave={() => setSaving(true)} onDone={onDone} />
      <div className={classes.columns}>
        <Outline draft={draft} problems={problems} onSay={say} />
        <div className={classes.form} key={place}>
          {dimension ? (
            <DimensionForm
              entry={dimension}
              draft={draft}
              problems={problems}
              known={known.has(dimension.id)}
              onSay={say}
            />
          ) : (
            <RubricForm draft={draft} problems={problems} />
          )}
        </div>
        {shown ? <Preview rubric={shown} stale={rubric === null} /> : <NoPreview />}
      </div>
      <div className="visually-hidden" aria-live="polite">
        {said}
      </div>
      {saving ? (
        <SaveDialog
          versions={versions}
          drafted={drafted}
          onClose={() => setSaving(false)}
          onSaved={(saved) => {
            say(t.saved(`${saved.id}@${saved.version}`));
            void takeUp(saved).then(onDone);
          }}
        />
      ) : null}
    </main>
  );
}
