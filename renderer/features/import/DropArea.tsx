import { Button } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import { Upload } from '../../ui/icons.tsx';
import classes from './Import.module.css';
import { useImport } from './store.ts';

interface DropAreaProps {
  /** One line instead of a wide field: there is something else to look at. */
  compact: boolean;
  disabled: boolean;
}

/** Where files come in: dropped here, or chosen by the system's dialog; ratings made elsewhere more quietly. */
export function DropArea({ compact, disabled }: DropAreaProps) {
  const { choose, drop, importRatings } = useImport();
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
    <section aria-label="Choose files">
      <section
        aria-label="Transcripts"
        className={marks.filter(Boolean).join(' ')}
        onDragOver={onDragOver}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <p className={classes.dropWords}>
          {compact ? 'Drop more transcript files here, or' : 'Drop transcript files here, or'}
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
      <p className={classes.quiet}>
        Ratings made elsewhere, in Touchstone's own format, join the answers they name.
        <Button size="compact-sm" variant="subtle" disabled={disabled} onClick={() => void importRatings()}>
          Choose ratings…
        </Button>
      </p>
    </section>
  );
}
