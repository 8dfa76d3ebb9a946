import { useEffect, useRef, useState } from 'react';
import { plural } from '../../ui/format.ts';
import { Section } from '../../ui/Page.tsx';
import classes from './Import.module.css';
import { OutcomeTable } from './OutcomeTable.tsx';
import { Quarantine } from './Quarantine.tsx';
import { RejectedLine } from './RejectedLine.tsx';
import type { Outcome } from './state.ts';
import { fileName, type ImportCounts, outcomeSentence, totals } from './words.ts';

interface Kept {
  label: string;
  counts: ImportCounts;
  /** Ids of the batches whose quarantine holds the rejected records. */
  batches: readonly string[];
}

function keptBy(outcome: Outcome): Kept[] {
  if (outcome.kind === 'transcripts')
    return outcome.files.flatMap((file) =>
      file.quarantine === null
        ? []
        : { label: fileName(file.path), counts: file, batches: [file.quarantine] },
    );
  const { names, counts } = outcome;
  return counts.rejected === 0 ? [] : [{ label: names.join(', '), counts, batches: counts.quarantine }];
}

/** What the import did: a sentence, the sum per file, and what could not be read. */
export function OutcomeView({ outcome }: { outcome: Outcome }) {
  const [open, setOpen] = useState<string | null>(null);
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (outcome) top.current?.scrollIntoView({ block: 'nearest' });
  }, [outcome]);
  const ratings = outcome.kind === 'ratings';
  const counts = ratings ? outcome.counts : totals(outcome.files);
  const kept = keptBy(outcome);
  return (
    <div ref={top}>
      <Section title={ratings ? `Ratings of ${plural(outcome.names.length, 'file')}` : 'Result'}>
        <p className={classes.outcome} role="status">
          {outcomeSentence(counts, ratings ? 'rating' : 'conversation')}
        </p>
        {ratings ? null : <OutcomeTable files={outcome.files} />}
        {kept.map(({ label, batches, counts: { rejected, records } }) => (
          <div key={label}>
            <RejectedLine
              label={kept.length > 1 ? label : null}
              rejected={rejected}
              records={records}
              open={open === label}
              onToggle={() => setOpen(open === label ? null : label)}
            />
            {open === label ? batches.map((batch) => <Quarantine key={batch} batch={batch} />) : null}
          </div>
        ))}
      </Section>
    </div>
  );
}
