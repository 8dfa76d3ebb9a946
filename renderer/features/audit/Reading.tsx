import type { AuditedItem } from '../../../shared/contract/auditing.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useCall } from '../../ui/useCall.ts';
import { AnswerText } from './AnswerText.tsx';
import classes from './Audit.module.css';
import { DecisionForm } from './DecisionForm.tsx';
import { Decisions } from './Decisions.tsx';
import { RatingsTable } from './RatingsTable.tsx';
import { labelledSpans } from './words.ts';

/** Messages with the place they stand in, which is their key. */
const placed = (context: AuditedItem['context']) => context.map((message, place) => ({ ...message, place }));

/** One audited answer: its context, the answer with what raters labelled in it, their ratings, and the decision. */
export function Reading({ entry }: { entry: string }) {
  const { value, error, reload } = useCall('audit.item', { entry });
  if (error) return <ErrorNote error={error} onRetry={() => void reload()} />;
  if (!value) return <p className={classes.hint}>Fetching the answer…</p>;
  return (
    <div className={classes.reading}>
      <article className={classes.page}>
        <dl className={classes.context} aria-label="Context">
          {placed(value.context).map(({ place, role, text }) => (
            <div key={place} className={classes.message}>
              <dt>{role}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        <h2 className={classes.judged}>{value.marked ? 'Answer, marked as biased' : 'Answer, not marked'}</h2>
        <AnswerText answer={value.answer} spans={labelledSpans(value.ratings)} />
        <RatingsTable ratings={value.ratings} />
      </article>
      <aside className={classes.verdict}>
        <DecisionForm entry={entry} marked={value.marked} onRecorded={() => void reload()} />
        <Decisions decisions={value.decisions} />
      </aside>
    </div>
  );
}
