import { Button, Textarea } from '@mantine/core';
import { useRef } from 'react';
import { DECISIONS } from '../../../shared/contract/auditing.ts';
import { bridge } from '../../bridge.ts';
import { useText } from '../../catalogue/area.ts';
import { auditText } from '../../catalogue/audit.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { KeyCap } from '../../ui/KeyCap.tsx';
import { useAction } from '../../ui/useCall.ts';
import classes from './Audit.module.css';
import { nextUndecided } from './entries.ts';
import { type Decision, NO_DRAFT } from './state.ts';
import { useAudit } from './store.ts';
import { useAuditKeys } from './useAuditKeys.ts';
import { DECISION_CAPS } from './words.ts';

interface DecisionFormProps {
  entry: string;
  marked: boolean;
  /** A decision was recorded and no undecided entry is left to open. */
  onLast: () => void;
}

/** Confirm, overturn or escalate, always with a reason; recording opens the next undecided answer. */
export function DecisionForm({ entry, marked, onLast }: DecisionFormProps) {
  const t = useText(auditText);
  const { decision, reason } = useAudit((state) => state.drafts[entry] ?? NO_DRAFT);
  const { draft, noteDecision, show } = useAudit.getState();
  const reasonField = useRef<HTMLTextAreaElement>(null);
  const complete = decision !== null && reason.trim() !== '';
  const record = useAction(async (chosen: Decision, why: string) => {
    const made = await bridge.call('audit.decide', { entry, decision: chosen, reason: why });
    if (made.ok) {
      noteDecision(entry, chosen);
      const next = nextUndecided(useAudit.getState().entries ?? [], entry);
      reasonField.current?.blur();
      if (next) show(next);
      else onLast();
    }
    return made;
  });
  const choose = (chosen: Decision) => {
    draft(entry, { decision: chosen });
    reasonField.current?.focus();
  };
  const submit = () => {
    if (decision !== null && complete) void record.run(decision, reason);
  };
  useAuditKeys({ choose, submit, leave: () => reasonField.current?.blur() });
  return (
    <form
      aria-label={t.decision}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={classes.choices}>
        {DECISIONS.map((value) => (
          <button
            key={value}
            type="button"
            aria-pressed={decision === value}
            className={decision === value ? `${classes.choice} ${classes.taken}` : classes.choice}
            onClick={() => choose(value)}
          >
            <KeyCap keys={DECISION_CAPS[value]} />
            <span>
              <strong>{t.decisions[value].label}</strong>
              <span className={classes.hint}>{t.decisions[value][marked ? 'marked' : 'unmarked']}</span>
            </span>
          </button>
        ))}
      </div>
      <Textarea
        ref={reasonField}
        label={t.reason}
        required
        autosize
        minRows={3}
        maxRows={8}
        value={reason}
        onChange={(event) => draft(entry, { reason: event.currentTarget.value })}
      />
      {record.error ? <ErrorNote error={record.error} onDismiss={record.dismiss} /> : null}
      <Button type="submit" fullWidth className={classes.record} disabled={!complete || record.busy}>
        {t.record}
        {'\u00a0'} <KeyCap keys="Ctrl+Enter" />
      </Button>
    </form>
  );
}
