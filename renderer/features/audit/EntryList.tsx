import { useEffect, useRef } from 'react';
import { count } from '../../ui/format.ts';
import { KeyCap } from '../../ui/KeyCap.tsx';
import classes from './Audit.module.css';
import type { AuditListEntry } from './state.ts';
import { useAudit } from './store.ts';
import { DECISION_WORDS } from './words.ts';

interface EntryRowProps {
  listed: AuditListEntry;
  number: number;
  /** True for the entry being read, which stays in view. */
  here: boolean;
  onShow: () => void;
}

function EntryRow({ listed: { answer, marked, decision }, number, here, onShow }: EntryRowProps) {
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
          {marked ? <strong>marked</strong> : 'unmarked'}
          {decision ? ` · ${DECISION_WORDS[decision].done}` : ''}
        </span>
      </button>
    </li>
  );
}

/** The sample's entries: marked or not, decided or not. */
export function EntryList({ entries }: { entries: readonly AuditListEntry[] }) {
  const { entry, show } = useAudit();
  return (
    <div className={classes.list}>
      <p className={classes.keys}>
        <KeyCap keys="J" /> next <KeyCap keys="K" /> previous
      </p>
      <ol className={classes.entries} aria-label="Answers of the sample">
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
