import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useText } from '../../catalogue/area.ts';
import { importOutcomeText } from '../../catalogue/import-outcome.ts';
import { useApp } from '../../store/app.ts';
import { Warning } from '../../ui/icons.tsx';
import { Section } from '../../ui/Page.tsx';
import shared from './Import.module.css';
import classes from './Outcome.module.css';
import { OutcomeNotes } from './OutcomeNotes.tsx';
import { OutcomeTable } from './OutcomeTable.tsx';
import type { Outcome } from './state.ts';
import { useImport } from './store.ts';
import { Unread } from './Unread.tsx';
import {
  type ImportCounts,
  outcomeSentence,
  type RecordNoun,
  rejectedSentence,
  sumSentence,
  totals,
} from './words.ts';

interface RejectedProps {
  counts: ImportCounts;
  noun: RecordNoun;
  /** Batches whose quarantine holds them; none after a trial. */
  batches: readonly string[];
}

/** "14 of 1,200 lines could not be read. They are kept. See why." */
function Rejected({ counts, noun, batches }: RejectedProps) {
  const t = useText(importOutcomeText);
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
          {t.seeWhy}
        </Button>
      )}
    </p>
  );
}

function Onward() {
  const t = useText(importOutcomeText);
  const navigate = useApp((state) => state.navigate);
  return (
    <div className={classes.onward}>
      <Button variant="default" onClick={() => navigate('survey')}>
        {t.toSurvey}
      </Button>
      <Button variant="default" onClick={() => navigate('transcripts')}>
        {t.toTranscripts}
      </Button>
    </div>
  );
}

function Transcripts({ files, trial }: Extract<Outcome, { kind: 'transcripts' }>) {
  const t = useText(importOutcomeText);
  const read = files.filter(({ status }) => status === 'imported');
  const counts = totals(read);
  const inLines = read.every(({ framing }) => framing === 'lines');
  const batches = read.flatMap(({ quarantine }) => quarantine ?? []);
  return (
    <Section title={trial ? t.tried : t.result}>
      <p className={classes.sentence} role="status">
        {read.length === 0 ? t.noFile : outcomeSentence(counts, { trial })}
      </p>
      {read.length > 0 ? <OutcomeTable files={read} /> : null}
      {counts.records > 0 ? <p className={classes.sum}>{sumSentence(counts)}</p> : null}
      <Rejected counts={counts} noun={inLines ? 'line' : 'record'} batches={batches} />
      <OutcomeNotes files={read} />
      <Unread files={files} />
      {trial || counts.imported + counts.duplicates === 0 ? null : <Onward />}
    </Section>
  );
}

function Ratings({ names, counts }: Extract<Outcome, { kind: 'ratings' }>) {
  const t = useText(importOutcomeText);
  return (
    <Section title={t.ratingsOf(names.length)}>
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
