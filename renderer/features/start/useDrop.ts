import { type DragEvent, useState } from 'react';
import { failure } from '../../../shared/contract/errors.ts';
import { fail } from '../../../shared/contract/result.ts';
import { bridge } from '../../bridge.ts';
import { useApp } from '../../store/app.ts';

const SUFFIX = '.touchstone';

/** Opens the first project among dropped files; a failure says what was dropped instead. */
export async function openDropped(files: readonly File[]) {
  const [picked] = await bridge.dropped(files.filter(({ name }) => name.endsWith(SUFFIX)));
  if (picked) return useApp.getState().openProject(picked.file);
  const name = files[0]?.name ?? 'What was dropped';
  return fail(failure('NOT_A_PROJECT', `${name} is not a Touchstone project.`, { file: files[0]?.name }));
}

/** Makes an element take dropped files; `over` while something hangs above it. */
export function useDrop(onDrop: (files: File[]) => void) {
  const [over, setOver] = useState(false);
  const handlers = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: (event: DragEvent) => {
      if (event.currentTarget === event.target) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      onDrop([...event.dataTransfer.files]);
    },
  };
  return { over, handlers };
}
