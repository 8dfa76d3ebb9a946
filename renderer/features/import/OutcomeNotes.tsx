import type { ImportedFile } from '../../../shared/contract/importing.ts';
import { useText } from '../../catalogue/area.ts';
import { importOutcomeText } from '../../catalogue/import-outcome.ts';
import shared from './Import.module.css';
import classes from './Outcome.module.css';
import { notesOf } from './words.ts';

const FEW = 4;

function NoteList({ notes }: { notes: readonly string[] }) {
  const t = useText(importOutcomeText);
  return (
    <ul className={classes.notes} aria-label={t.notes}>
      {notes.map((note) => (
        <li key={note} className={shared.hint}>
          {note}
        </li>
      ))}
    </ul>
  );
}

/** What is out of the ordinary, file by file; folded where that is much. */
export function OutcomeNotes({ files }: { files: readonly ImportedFile[] }) {
  const t = useText(importOutcomeText);
  const notes = files.flatMap((file) =>
    notesOf(file).map((note) => (files.length > 1 ? t.ofFile(file.name, note) : note)),
  );
  if (notes.length === 0) return null;
  if (notes.length <= FEW) return <NoteList notes={notes} />;
  return (
    <details className={classes.unread}>
      <summary>{t.manyNotes(notes.length)}</summary>
      <NoteList notes={notes} />
    </details>
  );
}
