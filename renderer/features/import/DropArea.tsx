import { Button } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import { Upload } from '../../ui/icons.tsx';
import classes from './Import.module.css';
import { useImport } from './store.ts';

interface DropAreaProps {
  /** One line instead of a wide field: files have been chosen already. */
  compact: boolean;
  disabled: boolean;
}

/** Where files come in: dropped here, or chosen by the system's dialog. */
export function DropArea({ compact, disabled }: DropAreaProps) {
  const choose = useImport((state) => state.choose);
  const drop = useImport((state) => state.drop);
  const [over, setOver] = useState(false);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!disabled) void drop([...event.dataTransfer.files]);
  };
  const onDragOver = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const marks = [classes.drop, compact && classes.dropCompact, over && !disabled && classes.dropOver];
  return (
    <section
      aria-label="Choose transcript files"
      className={marks.filter(Boolean).join(' ')}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <p className={classes.dropWords}>
        {compact ? 'Drop more files here, or' : 'Drop transcript files here, or'}
      </p>
      <Button
        variant={compact ? 'default' : 'filled'}
        leftSection={<Upload />}
        disabled={disabled}
        onClick={() => void choose()}
      >
        Choose files…
      </Button>
      {compact ? null : (
        <p className={classes.hint}>
          JSON Lines or a JSON array, plain or .gz: Touchstone transcripts, OpenAI messages, ShareGPT.
        </p>
      )}
    </section>
  );
}
