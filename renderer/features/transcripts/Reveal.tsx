import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { BrowsedConversation } from '../../../shared/contract/browsing.ts';
import type { Revealed } from '../../../shared/contract/privacy.ts';
import { bridge } from '../../bridge.ts';
import { useText } from '../../catalogue/area.ts';
import { transcriptsText } from '../../catalogue/transcripts.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useAction } from '../../ui/useCall.ts';
import classes from './Transcripts.module.css';

/** Each placeholder once, with what it stands for. */
const meanings = (revealed: readonly Revealed[]): [placeholder: string, original: string][] => [
  ...new Map(revealed.map(({ placeholder, original }) => [placeholder, original])),
];

/** What the placeholders of a conversation stand for: told to whoever says why, and written in the audit log. */
export function Reveal({ conversation: { id, messages } }: { conversation: BrowsedConversation }) {
  const t = useText(transcriptsText);
  const [reason, setReason] = useState('');
  const [revealed, setRevealed] = useState<readonly Revealed[] | null>(null);
  const asking = useAction(() => bridge.call('privacy.reveal', { conversation: id, reason }));
  if (!messages.some(({ findings }) => findings.some((code) => code.startsWith('pii.')))) return null;
  const ask = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await asking.run();
    if (answer) setRevealed(answer.revealed);
  };
  return (
    <details className={classes.folded}>
      <summary>{t.personal}</summary>
      {revealed ? (
        <dl className={classes.factList} aria-live="polite">
          {meanings(revealed).map(([placeholder, original]) => (
            <div key={placeholder}>
              <dt>{placeholder}</dt>
              <dd>{original}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <form className={classes.reveal} onSubmit={(event) => void ask(event)}>
          <TextInput
            label={t.why}
            description={t.whyHint}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={reason.trim() === ''} loading={asking.busy}>
            {t.showIt}
          </Button>
        </form>
      )}
      {asking.error ? <ErrorNote error={asking.error} onDismiss={asking.dismiss} /> : null}
    </details>
  );
}
