import { useEffect, useRef } from 'react';
import { useText } from '../../catalogue/area.ts';
import { auditText } from '../../catalogue/audit.ts';
import { comparisonLeadText } from '../../catalogue/comparison-lead.ts';
import { count } from '../../ui/format.ts';
import { KeyCap } from '../../ui/KeyCap.tsx';
import classes from './Audit.module.css';
import type { AuditListEntry } from './state.ts';
import { useAudit } from './store.ts';

interface EntryRowProps {
  listed: AuditListEntry;
  number: number;
  /** True for the entry being read, which stays in view. */
  here: boolean;
  onShow: () => void;
}

function EntryRow({ listed, number, here, onShow }: EntryRowProps) {
  const { answer, candidates, marked, decision } = listed;
  const t = useText(auditText);
  const compared = useText(comparisonLeadText);
  const row = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (here) row.current?.scrollIntoView({ block: 'nearest' });
  }, [here]);
  return (
    <li>
      <button
        type="button"
        ref={row}
        aria-current={here ? 'true' : undefined}
        className={here ? `${classes.entry} ${classes.here}` : classes.entry}
        onClick={onShow}
      >
        <span className={classes.number}>{count(number)}</span>
        <span className={classes.words}>{answer}</span>
        <span className={classes.state}>
          {marked ? <strong>{t.marked}</strong> : t.unmarked}
          {candidates > 0 ? ` · ${compared.candidates(candidates)}` : ''}
          {decision ? t.decidedAs(t.decisions[decision].done) : ''}
        </span>
      </button>
    </li>
  );
}

/** The sample's entries: marked or not, decided or not. */
export function EntryList({ entries }: { entries: readonly AuditListEntry[] }) {
  const t = useText(auditText);
  const { entry, show } = useAudit();
  return (
    <div className={classes.list}>
      <p className={classes.keys}>
        <KeyCap keys="J" /> {t.next} <KeyCap keys="K" /> {t.previous}
      </p>
      <ol className={classes.entries} aria-label={t.entries}>
        {entries.map((listed, index) => (
          <EntryRow
            key={listed.entry}
            listed={listed}
            number={index + 1}
            here={listed.entry === entry}
            onShow={() => show(listed.entry)}
          />
        ))}
      </ol>
    </div>
  );
}
