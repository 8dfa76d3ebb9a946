import { Button } from '@mantine/core';
import type { MergeDecision } from '../../../shared/contract/packets.ts';
import { bridge } from '../../bridge.ts';
import { useText } from '../../catalogue/area.ts';
import { exchangeText } from '../../catalogue/exchange.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { when } from '../../ui/format.ts';
import { Section } from '../../ui/Page.tsx';
import { useAction } from '../../ui/useCall.ts';
import classes from './Exchange.module.css';

/** So many are shown; the earlier ones follow as these are undone. */
const SHOWN = 20;

interface DecidedProps {
  decided: readonly MergeDecision[];
  onChange: () => void;
}

/** What was decided, newest first; each can be taken back. Nothing where nothing was. */
export function Decided({ decided, onChange }: DecidedProps) {
  const t = useText(exchangeText);
  const undo = useAction(async (id: string) => {
    const done = await bridge.call('packet.resolve', { conflict: id, how: 'undo' });
    if (done.ok) onChange();
    return done;
  });
  if (decided.length === 0) return null;
  return (
    <Section title={t.decided(decided.length)}>
      <ul className={classes.decided}>
        {decided.slice(0, SHOWN).map((decision) => (
          <li key={decision.id} className={classes.decision}>
            <div>
              <p>{t.decision[decision.kind](decision)}</p>
              {decision.answer ? <p className={classes.snippet}>{decision.answer}</p> : null}
              <p className={classes.origin}>{t.decidedBy(decision.by, when(decision.at))}</p>
            </div>
            <Button
              size="xs"
              variant="default"
              disabled={undo.busy}
              aria-label={`${t.undo}: ${t.decision[decision.kind](decision)}`}
              onClick={() => void undo.run(decision.id)}
            >
              {t.undo}
            </Button>
          </li>
        ))}
      </ul>
      {undo.error ? <ErrorNote error={undo.error} onDismiss={undo.dismiss} /> : null}
      {decided.length > SHOWN ? <p className={classes.hint}>{t.earlier(decided.length - SHOWN)}</p> : null}
    </Section>
  );
}
