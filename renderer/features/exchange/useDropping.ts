import { type DragEvent, useState } from 'react';

/** Takes what is dropped anywhere on an element; `over` while something hangs above it. */
export function useDropping(disabled: boolean, take: (files: readonly File[]) => Promise<void>) {
  const [over, setOver] = useState(false);
  const handlers = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setOver(!disabled);
    },
    onDragLeave: (event: DragEvent) => {
      const { currentTarget, relatedTarget } = event;
      if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      if (!disabled) void take([...event.dataTransfer.files]);
    },
  };
  return { over, handlers };
}
