import { EmptyState } from '../../ui/EmptyState.tsx';
import classes from './Audit.module.css';
import { EntryList } from './EntryList.tsx';
import { Reading } from './Reading.tsx';
import { type AuditListEntry, useAudit } from './store.ts';

interface DeskProps {
  entries: readonly AuditListEntry[];
  /** The dimension the sample is about. */
  dimension: string;
}

/** The entries at the left, the one being read at the right. */
export function Desk({ entries, dimension }: DeskProps) {
  const entry = useAudit((state) => state.entry);
  if (entries.length === 0)
    return (
      <EmptyState
        title="This sample is empty"
        text="No rated answer was marked, and no unmarked ones were asked for. Draw another with more."
      />
    );
  return (
    <div className={classes.desk}>
      <EntryList entries={entries} />
      {entry ? <Reading key={entry} entry={entry} dimension={dimension} /> : null}
    </div>
  );
}
