import { useText } from '../../catalogue/area.ts';
import { auditText } from '../../catalogue/audit.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useCall } from '../../ui/useCall.ts';
import classes from './Audit.module.css';
import { DecisionForm } from './DecisionForm.tsx';
import { Decisions } from './Decisions.tsx';
import { EntryList } from './EntryList.tsx';
import { Reading } from './Reading.tsx';
import type { AuditListEntry } from './state.ts';
import { useAudit } from './store.ts';

interface DeskProps {
  entries: readonly AuditListEntry[];
  /** The dimension the sample is about. */
  dimension: string;
}

/** The entries at the left, the one being read in the middle, the decision at the right. */
export function Desk({ entries, dimension }: DeskProps) {
  const t = useText(auditText);
  const entry = useAudit((state) => state.entry);
  const { value, error, reload } = useCall('audit.item', entry === null ? null : { entry });
  const listed = entries.find((candidate) => candidate.entry === entry);
  if (!listed) return <EmptyState title={t.empty} text={t.emptyText} />;
  const item = value?.entry === entry ? value : null;
  return (
    <div className={classes.desk}>
      <EntryList entries={entries} />
      <article className={classes.page}>
        {error ? <ErrorNote error={error} onRetry={() => void reload()} /> : null}
        {item ? <Reading key={item.entry} item={item} dimension={dimension} /> : null}
      </article>
      <aside className={classes.verdict}>
        <DecisionForm entry={listed.entry} marked={listed.marked} onLast={() => void reload()} />
        <Decisions decisions={item?.decisions ?? []} />
      </aside>
    </div>
  );
}
