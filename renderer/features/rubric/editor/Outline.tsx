import { Button } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { dimensionLabel } from '../../../../shared/domain/rubric.ts';
import type { DraftDimension, RubricDraft } from '../../../../shared/domain/rubric-draft.ts';
import type { DraftProblem } from '../../../../shared/domain/rubric-problems.ts';
import { useText } from '../../../catalogue/area.ts';
import { rubricEditorText } from '../../../catalogue/rubric-editor.ts';
import { Plus, Warning } from '../../../ui/icons.tsx';
import classes from './Editor.module.css';
import { addDimension, moveDimension } from './edits.ts';
import { useEditor } from './store.ts';

interface OutlineProps {
  draft: RubricDraft;
  problems: readonly DraftProblem[];
  onSay: (words: string) => void;
}

/** A dimension as the editor calls it. */
export const nameOf = ({ label, id }: DraftDimension, unnamed: string): string =>
  label.trim() || (id ? dimensionLabel({ id }) : unnamed);

const newUid = () => crypto.randomUUID();

function add(): void {
  const { change, show } = useEditor.getState();
  let added = '';
  change((draft) => {
    const next = addDimension(draft, newUid);
    added = next.added;
    return next.draft;
  });
  show(added);
}

/** The parts of the rubric: chosen by pressing, ordered by dragging or with Alt and the arrows. */
export function Outline({ draft, problems, onSay }: OutlineProps) {
  const t = useText(rubricEditorText);
  const place = useEditor((state) => state.place);
  const { show, change } = useEditor.getState();
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const { dimensions } = draft;
  const parts = useRef<HTMLElement>(null);
  useEffect(() => {
    // What had the focus is gone: keys go on at the part that is shown.
    if (draft && document.activeElement === document.body)
      parts.current?.querySelector<HTMLElement>('[aria-current=true]')?.focus();
  }, [draft]);
  const has = (uid: string) => problems.some(({ dimension }) => dimension === uid);
  const move = (entry: DraftDimension, to: number) => {
    if (to < 0 || to >= dimensions.length) return;
    change((before) => moveDimension(before, entry.uid, to));
    onSay(t.movedTo(nameOf(entry, t.unnamed), to + 1, dimensions.length));
  };
  const onKeyDown = (event: KeyboardEvent, entry: DraftDimension, index: number) => {
    const by = event.code === 'ArrowUp' ? -1 : event.code === 'ArrowDown' ? 1 : 0;
    if (!event.altKey || by === 0) return;
    event.preventDefault();
    move(entry, index + by);
  };
  const drop = (to: number) => {
    const entry = dimensions.find(({ uid }) => uid === dragged);
    if (entry) move(entry, to);
    setDragged(null);
    setOver(null);
  };
  return (
    <nav ref={parts} className={classes.outline} aria-label={t.parts}>
      <button
        type="button"
        className={classes.part}
        aria-current={place === '' ? 'true' : undefined}
        onClick={() => show('')}
      >
        <span className={classes.partName}>{t.whole}</span>
        {has('') ? <Warning /> : null}
      </button>
      <ol>
        {dimensions.map((entry, index) => (
          <li
            key={entry.uid}
            draggable
            data-over={over === index && dragged !== entry.uid}
            onDragStart={() => setDragged(entry.uid)}
            onDragEnd={() => setOver(null)}
            onDragOver={(event) => {
              event.preventDefault();
              setOver(index);
            }}
            onDrop={() => drop(index)}
          >
            <button
              type="button"
              className={classes.part}
              aria-current={place === entry.uid ? 'true' : undefined}
              aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
              onClick={() => show(entry.uid)}
              onKeyDown={(event) => onKeyDown(event, entry, index)}
            >
              <span className={classes.number}>{index + 1}</span>
              <span className={classes.partName}>{nameOf(entry, t.unnamed)}</span>
              {has(entry.uid) ? <Warning /> : null}
            </button>
          </li>
        ))}
      </ol>
      <Button size="xs" variant="subtle" leftSection={<Plus />} onClick={add}>
        {t.addDimension}
      </Button>
      {dimensions.length > 1 ? <p className={classes.hint}>{t.reorderHelp}</p> : null}
    </nav>
  );
}
