import { Button, Modal } from '@mantine/core';
import { useText } from '../../../catalogue/area.ts';
import { rubricEditorText } from '../../../catalogue/rubric-editor.ts';
import classes from './Editor.module.css';
import { useEditor } from './store.ts';

interface DiscardDialogProps {
  onClose: () => void;
  onDone: () => void;
}

/** Asks before a draft is thrown away: that is the one step that cannot be undone. */
export function DiscardDialog({ onClose, onDone }: DiscardDialogProps) {
  const t = useText(rubricEditorText);
  return (
    <Modal opened onClose={onClose} title={t.discardNow} closeButtonProps={{ 'aria-label': t.cancel }}>
      <p>{t.discardAsk}</p>
      <div className={classes.dialogButtons}>
        <Button variant="default" data-autofocus onClick={onClose}>
          {t.cancel}
        </Button>
        <Button onClick={() => void useEditor.getState().discard().then(onDone)}>{t.discardNow}</Button>
      </div>
    </Modal>
  );
}
