import { Button } from '@mantine/core';
import { Upload } from '../../ui/icons.tsx';
import { KeyCap } from '../../ui/KeyCap.tsx';
import classes from './Choosing.module.css';
import { useImport } from './store.ts';

interface DropAreaProps {
  /** One line instead of a wide field: there is something else to look at, or the way is known. */
  compact: boolean;
  /** Files wait to be imported. */
  waiting: boolean;
  /** Something hangs above the screen. */
  over: boolean;
  disabled: boolean;
}

/** Where files and folders come in, by the system's dialogs or dropped on the screen; ratings made elsewhere more quietly. */
export function DropArea({ compact, waiting, over, disabled }: DropAreaProps) {
  const { choose, chooseFolder, importRatings } = useImport();
  const marks = [classes.drop, compact && classes.compact, over && !disabled && classes.over];
  return (
    <section aria-label="Choose files" data-choosing>
      <section aria-label="Transcripts" className={marks.filter(Boolean).join(' ')}>
        <p className={classes.words}>
          {waiting ? 'Drop more files or folders, or' : 'Drop transcript files or folders here, or'}
        </p>
        <div className={classes.ways}>
          <Button
            variant={compact ? 'default' : 'filled'}
            leftSection={<Upload />}
            rightSection={<KeyCap keys="O" decorative />}
            aria-keyshortcuts="O"
            disabled={disabled}
            onClick={() => void choose()}
          >
            Choose files…
          </Button>
          <Button
            variant="default"
            rightSection={<KeyCap keys="F" decorative />}
            aria-keyshortcuts="F"
            disabled={disabled}
            onClick={() => void chooseFolder()}
          >
            Choose a folder…
          </Button>
        </div>
        {compact ? null : (
          <p className={classes.hint}>
            JSON Lines, JSON, CSV, TSV and Parquet, plain or packed (.gz, .zst). The format is found by what
            is in a file: ChatGPT, Claude, OpenAI, Anthropic, LangSmith, Langfuse, Helicone, OpenTelemetry,
            ShareGPT, WildChat and more; anything else by its fields.
          </p>
        )}
      </section>
      {waiting ? null : (
        <p className={classes.ratings}>
          Ratings made elsewhere, in Touchstone's own format, join the answers they name.
          <Button size="compact-sm" variant="subtle" disabled={disabled} onClick={() => void importRatings()}>
            Choose ratings…
          </Button>
        </p>
      )}
    </section>
  );
}
