import type { AuditedItem } from '../../../shared/contract/auditing.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useCall } from '../../ui/useCall.ts';
import { AnswerText } from './AnswerText.tsx';
import classes from './Audit.module.css';
import { DecisionForm } from './DecisionForm.tsx';
import { Decisions } from './Decisions.tsx';
import { RatingsTable } from './RatingsTable.tsx';
import { labelledSpans } from './words.ts';

interface ReadingProps {
  entry: string;
  /** The dimension the sample is about: its values come first. */
  dimension: string;
}

/** One audited answer: its context, the answer with what raters labelled in it, their ratings, and the decision. */
export function Reading({ entry, dimension }: ReadingProps) {
  const { value, error, reload } = useCall('audit.item', { entry });
  if (error) return <ErrorNote error={error} onRetry={() => void reload()} />;
  if (!value) return <p className={classes.hint}>Fetching the answer…</p>;
  return (
    <div className={classes.reading}>
      <article className={classes.page}>
        <Context messages={value.context} />
        <div className={classes.judgedPart}>
          <h2 className={classes.judged}>{value.marked ? 'Answer, marked' : 'Answer, not marked'}</h2>
          <AnswerText answer={value.answer} spans={labelledSpans(value.ratings)} />
          <RatingsTable ratings={value.ratings} dimension={dimension} />
        </div>
      </article>
      <aside className={classes.verdict}>
        <DecisionForm entry={entry} marked={value.marked} onRecorded={() => void reload()} />
        <Decisions decisions={value.decisions} />
      </aside>
    </div>
  );
}

/** Messages with the place they stand in, which is their key. */
const placed = (context: AuditedItem['context']) => context.map((message, place) => ({ ...message, place }));

/** A long conversation starts at its end, next to the answer. */
const scrollToEnd = (element: HTMLElement | null) => element?.scrollTo({ top: element.scrollHeight });

function Context({ messages }: { messages: AuditedItem['context'] }) {
  return (
    <dl ref={scrollToEnd} className={classes.context} aria-label="Conversation before the answer">
      {placed(messages).map(({ place, role, text }) => (
        <div key={place} className={classes.message}>
          <dt>{role}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
