import { Button } from '@mantine/core';
import { useState } from 'react';
import { type Rubric, rubricRef } from '../../../../shared/domain/rubric.ts';
import { useText } from '../../../catalogue/area.ts';
import { keyNames, written } from '../../../catalogue/key-names.ts';
import { rubricEditorText } from '../../../catalogue/rubric-editor.ts';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { clockTime } from '../../../ui/format.ts';
import { DiscardDialog } from './DiscardDialog.tsx';
import classes from './Editor.module.css';
import { useEditor } from './store.ts';
import type { Drafted } from './useDrafted.ts';

interface EditorBarProps {
  inForce: Rubric;
  drafted: Drafted;
  onSave: () => void;
  onDone: () => void;
}

function KeptLine() {
  const t = useText(rubricEditorText);
  const { unkept, keptAt, failure } = useEditor();
  const words = failure ? t.notKept : unkept ? t.keeping : keptAt === null ? '' : t.kept(clockTime(keptAt));
  return (
    <span className={classes.kept} data-failed={failure !== null}>
      {words}
    </span>
  );
}

/** The next dimension with something to mend, after the one that is shown. */
function showNextProblem({ problems, draft }: Drafted): void {
  const { place, show } = useEditor.getState();
  const order = ['', ...draft.dimensions.map(({ uid }) => uid)];
  const places = order.filter((uid) => problems.some(({ dimension }) => dimension === uid));
  const after = places.find((uid) => order.indexOf(uid) > order.indexOf(place));
  show(after ?? places[0] ?? '');
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`.${classes.form} [aria-invalid=true]`)?.focus(),
  );
}

/** What is edited, whether it is kept, the way back, what is to be mended, and saving. */
export function EditorBar({ inForce, drafted, onSave, onDone }: EditorBarProps) {
  const names = useText(keyNames);
  const t = useText(rubricEditorText);
  const history = useEditor((state) => state.history);
  const failure = useEditor((state) => state.failure);
  const base = useEditor((state) => state.base);
  const [discarding, setDiscarding] = useState(false);
  const { undo, redo, leave, keep } = useEditor.getState();
  const { problems, rubric, fault, unchanged } = drafted;
  return (
    <header className={classes.bar}>
      <div className={classes.barLine}>
        <h1 className={classes.what}>{t.editing(rubricRef({ id: inForce.id, version: base }))}</h1>
        <KeptLine />
        <div className={classes.barButtons}>
          <Button
            size="xs"
            variant="default"
            disabled={!history?.past.length}
            onClick={undo}
            title={written('Ctrl+Z', names)}
          >
            {t.undo}
          </Button>
          <Button
            size="xs"
            variant="default"
            disabled={!history?.future.length}
            onClick={redo}
            title={written('Ctrl+Y', names)}
          >
            {t.redo}
          </Button>
          <Button size="xs" variant="subtle" onClick={() => setDiscarding(true)}>
            {t.discard}
          </Button>
          <Button size="xs" variant="subtle" onClick={() => void leave().then(onDone)}>
            {t.leave}
          </Button>
          {problems.length > 0 ? (
            <Button
              size="xs"
              variant="default"
              className={classes.toMend}
              onClick={() => showNextProblem(drafted)}
            >
              {t.problems(problems.length)}
            </Button>
          ) : (
            <span className={classes.state}>{unchanged ? t.nothingNew : ''}</span>
          )}
          <Button size="xs" disabled={!rubric || unchanged} onClick={onSave} title={written('Ctrl+S', names)}>
            {t.save(inForce.version + 1)}
          </Button>
        </div>
      </div>
      {fault ? <ErrorNote error={fault} /> : null}
      {failure ? <ErrorNote error={failure} onRetry={() => void keep()} /> : null}
      {discarding ? <DiscardDialog onClose={() => setDiscarding(false)} onDone={onDone} /> : null}
    </header>
  );
}
