import { type DragEvent, useState } from 'react';
import { failure } from '../../../shared/contract/errors.ts';
import { fail } from '../../../shared/contract/result.ts';
import { bridge } from '../../bridge.ts';
import { openFile } from './packet.ts';

const ENDINGS = ['.touchstone', '.touchstone-packet'];

/** Opens the first project or packet among dropped files; a failure says what was dropped instead. */
export async function openDropped(files: readonly File[]) {
  const own = files.filter(({ name }) => ENDINGS.some((ending) => name.endsWith(ending)));
  const [picked] = await bridge.dropped(own);
  if (picked) return openFile(picked);
  const name = files[0]?.name;
  return fail(
    failure('NOT_A_PROJECT', `${name ?? 'What was dropped'} is not a Touchstone project.`, { file: name }),
  );
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
