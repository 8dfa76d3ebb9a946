import { useState } from 'react';
import { plural } from '../../ui/format.ts';
import { Section } from '../../ui/Page.tsx';
import classes from './Import.module.css';
import { OutcomeTable } from './OutcomeTable.tsx';
import { Quarantine } from './Quarantine.tsx';
import { RejectedLine } from './RejectedLine.tsx';
import type { Outcome } from './store.ts';
import { fileName, outcomeSentence, totals } from './words.ts';

/** What the import did: a sentence, the sum per file, and what could not be read. */
export function OutcomeView({ outcome }: { outcome: Outcome }) {
  const [open, setOpen] = useState<string | null>(null);
  const ratings = outcome.kind === 'ratings';
  const counts = ratings ? outcome.counts : totals(outcome.files);
  const kept = ratings
    ? outcome.counts.quarantine.map((batch) => ({ batch, label: outcome.names.join(', '), counts }))
    : outcome.files.flatMap((file) =>
        file.quarantine === null
          ? []
          : [{ batch: file.quarantine, label: fileName(file.path), counts: file }],
      );
  return (
    <Section title={ratings ? `Ratings of ${plural(outcome.names.length, 'file')}` : 'Result'}>
      <p className={classes.outcome} role="status">
        {outcomeSentence(counts, ratings ? 'rating' : 'conversation')}
      </p>
      {ratings ? null : <OutcomeTable files={outcome.files} />}
      {kept.map(({ batch, label, counts: { rejected, records } }) => (
        <div key={batch}>
          <RejectedLine
            label={kept.length > 1 ? label : null}
            rejected={rejected}
            records={records}
            open={open === batch}
            onToggle={() => setOpen(open === batch ? null : batch)}
          />
          {open === batch ? <Quarantine batch={batch} /> : null}
        </div>
      ))}
    </Section>
  );
}
