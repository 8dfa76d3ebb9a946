import { useEffect, useRef } from 'react';
import { PREVIEW } from '../preview/Preview.tsx';
import { useEditor } from './store.ts';

const toPreview = (): void => document.getElementById(PREVIEW)?.focus();

/** What a press does in the editor, if anything. */
function actOf(event: KeyboardEvent, save: () => void): (() => void) | undefined {
  const { undo, redo } = useEditor.getState();
  const { code, shiftKey, altKey } = event;
  if (altKey) return code === 'KeyP' ? toPreview : undefined;
  if (!event.ctrlKey && !event.metaKey) return undefined;
  if (code === 'KeyZ') return shiftKey ? redo : undo;
  if (code === 'KeyY') return redo;
  return code === 'KeyS' ? save : undefined;
}

/** Keys of the editor, in its fields as well and wherever the focus is: undo and redo over the whole draft, save, to the preview. */
export function useEditorKeys(save: () => void): void {
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const inDialog = event.target instanceof Element && event.target.closest('[role=dialog]') !== null;
      const act = inDialog || event.isComposing ? undefined : actOf(event, latest.current);
      if (!act) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}
