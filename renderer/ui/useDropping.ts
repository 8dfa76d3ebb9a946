import { type DragEvent, useState } from 'react';

/** Takes what is dropped anywhere on an element, unless it is busy; `over` while something hangs above it. */
export function useDropping(busy: boolean, take: (files: File[]) => Promise<void> | void) {
  const [over, setOver] = useState(false);
  const handlers = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setOver(!busy);
    },
    onDragLeave: (event: DragEvent) => {
      const { currentTarget, relatedTarget } = event;
      if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      if (!busy) void take([...event.dataTransfer.files]);
    },
  };
  return { over, handlers };
}
