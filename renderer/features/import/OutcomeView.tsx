import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { ImportedFile } from '../../../shared/contract/importing.ts';
import { useApp } from '../../store/app.ts';
import { plural } from '../../ui/format.ts';
import { Warning } from '../../ui/icons.tsx';
import { Section } from '../../ui/Page.tsx';
import shared from './Import.module.css';
import classes from './Outcome.module.css';
import { OutcomeTable } from './OutcomeTable.tsx';
import type { Outcome } from './state.ts';
import { useImport } from './store.ts';
import { Unread } from './Unread.tsx';
import {
  type ImportCounts,
  notesOf,
  outcomeSentence,
  rejectedSentence,
  sumSentence,
  totals,
} from './words.ts';

interface RejectedProps {
  counts: ImportCounts;
  noun: string;
  /** Batches whose quarantine holds them; none after a trial. */
  batches: readonly string[];
}

/** "14 of 1,200 lines could not be read. They are kept. See why." */
function Rejected({ counts, noun, batches }: RejectedProps) {
  const showRejected = useImport((state) => state.showRejected);
  const [batch, ...others] = batches;
  if (counts.rejected === 0) return null;
  return (
    <p className={classes.rejected}>
      <span className={shared.attention}>
        <Warning />
      </span>
      <span>{rejectedSentence(counts.rejected, counts.records, noun)}</span>
      {batch === undefined ? null : (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => showRejected(others.length === 0 ? { batch } : {})}
        >
          See why
        </Button>
      )}
    </p>
  );
}

const FEW = 4;

function NoteList({ notes }: { notes: readonly string[] }) {
  return (
    <ul className={classes.notes} aria-label="Out of the ordinary">
      {notes.map((note) => (
        <li key={note} className={shared.hint}>
          {note}
        </li>
      ))}
    </ul>
  );
}

/** What is out of the ordinary, file by file; folded where that is much. */
function Notes({ files }: { files: readonly ImportedFile[] }) {
  const notes = files.flatMap((file) =>
    notesOf(file).map((note) => (files.length > 1 ? `${file.name}: ${note}` : note)),
  );
  if (notes.length === 0) return null;
  if (notes.length <= FEW) return <NoteList notes={notes} />;
  return (
    <details className={classes.unread}>
      <summary>{plural(notes.length, 'note')} on what is out of the ordinary</summary>
      <NoteList notes={notes} />
    </details>
  );
}

function Onward() {
  const navigate = useApp((state) => state.navigate);
  return (
    <div className={classes.onward}>
      <Button variant="default" onClick={() => navigate('survey')}>
        See what came in
      </Button>
      <Button variant="default" onClick={() => navigate('transcripts')}>
        Read the transcripts
      </Button>
    </div>
  );
}

function Transcripts({ files, trial }: Extract<Outcome, { kind: 'transcripts' }>) {
  const read = files.filter(({ status }) => status === 'imported');
  const counts = totals(read);
  const inLines = read.every(({ framing }) => framing === 'lines');
  const batches = read.flatMap(({ quarantine }) => quarantine ?? []);
  return (
    <Section title={trial ? 'Tried: nothing is stored' : 'Result'}>
      <p className={classes.sentence} role="status">
        {read.length === 0 ? 'No file could be read.' : outcomeSentence(counts, { trial })}
      </p>
      {read.length > 0 ? <OutcomeTable files={read} /> : null}
      {counts.records > 0 ? <p className={classes.sum}>{sumSentence(counts)}</p> : null}
      <Rejected counts={counts} noun={inLines ? 'line' : 'record'} batches={batches} />
      <Notes files={read} />
      <Unread files={files} />
      {trial || counts.imported + counts.duplicates === 0 ? null : <Onward />}
    </Section>
  );
}

function Ratings({ names, counts }: Extract<Outcome, { kind: 'ratings' }>) {
  return (
    <Section title={`Ratings of ${plural(names.length, 'file')}`}>
      <p className={classes.sentence} role="status">
        {outcomeSentence(counts, { noun: 'rating' })}
      </p>
      <p className={classes.sum}>{sumSentence(counts)}</p>
      <Rejected counts={counts} noun="rating" batches={counts.quarantine} />
    </Section>
  );
}

/** What the import did: a sentence, the sum for each file, and what could not be read. */
export function OutcomeView({ outcome }: { outcome: Outcome }) {
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!outcome) return;
    top.current?.scrollIntoView({ block: 'nearest' });
    // The button that was pressed is gone.
    if (document.activeElement === document.body) top.current?.focus({ preventScroll: true });
  }, [outcome]);
  return (
    <div ref={top} tabIndex={-1} className={classes.outcome}>
      {outcome.kind === 'ratings' ? <Ratings {...outcome} /> : <Transcripts {...outcome} />}
    </div>
  );
}
