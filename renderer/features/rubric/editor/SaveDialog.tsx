import { Button, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Failure } from '../../../../shared/contract/result.ts';
import type { RubricVersion } from '../../../../shared/contract/rubric.ts';
import { dimensionLabel, type Rubric, rubricRef } from '../../../../shared/domain/rubric.ts';
import { affectedDimensions } from '../../../../shared/domain/rubric-versions.ts';
import { useText } from '../../../catalogue/area.ts';
import { rubricText } from '../../../catalogue/rubric.ts';
import { rubricEditorText } from '../../../catalogue/rubric-editor.ts';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { Changes } from '../versions/Changes.tsx';
import classes from './Editor.module.css';
import { useEditor } from './store.ts';
import type { Drafted } from './useDrafted.ts';

interface SaveDialogProps {
  versions: readonly RubricVersion[];
  drafted: Drafted;
  onClose: () => void;
  onSaved: (rubric: Rubric) => void;
}

/** What saving does to the ratings there are, in sentences. */
function Consequences({ versions, next }: { versions: readonly RubricVersion[]; next: Rubric }) {
  const t = useText(rubricEditorText);
  const words = useText(rubricText);
  const [current] = versions;
  if (!current) return null;
  const affected = affectedDimensions(current.rubric, next);
  const names = (by: (one: (typeof affected)[number]) => boolean) =>
    affected
      .filter(by)
      .flatMap(({ dimension }) => next.dimensions.filter(({ id }) => id === dimension).map(dimensionLabel))
      .join(', ');
  const [all, scale] = [names(() => true), names(({ by }) => by === 'scale')];
  const begun = versions.reduce((sum, version) => sum + version.begun, 0);
  return (
    <ul className={classes.consequences}>
      {current.submitted > 0 ? (
        <li>{t.keepTheirs(words.ratings(current.submitted), rubricRef(current.rubric))}</li>
      ) : null}
      {begun > 0 ? <li>{t.begunKeep(begun)}</li> : null}
      {scale !== '' && current.submitted > 0 ? <li>{t.losesScale(scale)}</li> : null}
      {all !== '' && current.submitted > 0 ? <li>{t.affects(all)}</li> : null}
    </ul>
  );
}

/** Shows what changes and what that means for ratings, asks for a word on it, and saves. */
export function SaveDialog({ versions, drafted, onClose, onSaved }: SaveDialogProps) {
  const t = useText(rubricEditorText);
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const inForce = versions[0]?.rubric;
  const { rubric, unchanged } = drafted;
  if (!inForce || !rubric || unchanged) return null;
  const save = async () => {
    setBusy(true);
    const saved = await useEditor.getState().save(inForce, note);
    if ('code' in saved) {
      setFailure(saved);
      setBusy(false);
    } else onSaved(saved.rubric);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t.saveTitle(rubricRef(rubric))}
      closeButtonProps={{ 'aria-label': t.cancel }}
    >
      <form
        className={classes.dialog}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Textarea
          label={t.note}
          description={t.noteHelp}
          data-autofocus
          autosize
          minRows={2}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
          }}
        />
        <Consequences versions={versions} next={rubric} />
        <h3 className={classes.legend}>{t.whatChanges}</h3>
        <Changes before={inForce} after={rubric} />
        {failure ? <ErrorNote error={failure} onDismiss={() => setFailure(null)} /> : null}
        <div className={classes.dialogButtons}>
          {failure?.code === 'RUBRIC_STALE' ? (
            <Button variant="default" onClick={() => useEditor.getState().rebase(inForce.version)}>
              {t.stale(inForce.version)}
            </Button>
          ) : null}
          <Button variant="default" onClick={onClose}>
            {t.cancel}
          </Button>
          <Button type="submit" loading={busy}>
            {t.saveNow}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
