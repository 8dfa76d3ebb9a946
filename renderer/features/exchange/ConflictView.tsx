import type { InputOf } from '../../../shared/contract/commands.ts';
import type { MergeConflict } from '../../../shared/contract/packets.ts';
import { bridge } from '../../bridge.ts';
import { useText } from '../../catalogue/area.ts';
import { exchangeText } from '../../catalogue/exchange.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useAction } from '../../ui/useCall.ts';
import classes from './Exchange.module.css';
import { Resolve } from './Resolve.tsx';
import { Versions } from './Versions.tsx';
import { conflictWords, fileName } from './words.ts';

interface ConflictViewProps {
  conflict: MergeConflict;
  onChange: () => void;
}

export type Decision = Omit<InputOf<'packet.resolve'>, 'conflict'>;

/** One question: what it is about, the judgements that differ side by side, and the ways to answer it. */
export function ConflictView({ conflict, onChange }: ConflictViewProps) {
  const t = useText(exchangeText);
  const { id, answer, file, versions } = conflict;
  const { title, hint } = conflictWords(t, conflict);
  const resolve = useAction(async (decision: Decision) => {
    const done = await bridge.call('packet.resolve', { conflict: id, ...decision });
    if (done.ok) onChange();
    return done;
  });
  const decide = (decision: Decision): void => void resolve.run(decision);
  return (
    <li className={classes.conflict} aria-label={title}>
      <h3 className={classes.conflictTitle}>{title}</h3>
      <p className={classes.hint}>
        {hint} {file ? <span className={classes.path}>{fileName(file)}</span> : null}
      </p>
      {answer ? <blockquote className={classes.answer}>{answer}</blockquote> : null}
      {versions.length > 0 ? (
        <Versions versions={versions} conflict={conflict} busy={resolve.busy} onDecide={decide} />
      ) : (
        <Resolve conflict={conflict} busy={resolve.busy} onDecide={decide} />
      )}
      {resolve.error ? <ErrorNote error={resolve.error} onDismiss={resolve.dismiss} /> : null}
    </li>
  );
}
