import type { AuditedItem } from '../../../shared/contract/auditing.ts';
import { AnswerText } from './AnswerText.tsx';
import classes from './Audit.module.css';
import { RatingsTable } from './RatingsTable.tsx';
import { labelledSpans } from './words.ts';

interface ReadingProps {
  item: AuditedItem;
  /** The dimension the sample is about: its values come first. */
  dimension: string;
}

/** One audited answer: its context, the answer with what raters labelled in it, and their ratings. */
export function Reading({ item, dimension }: ReadingProps) {
  return (
    <>
      <Context messages={item.context} />
      <div className={classes.judgedPart}>
        <h2 className={classes.judged}>{item.marked ? 'Answer, marked' : 'Answer, not marked'}</h2>
        <AnswerText answer={item.answer} spans={labelledSpans(item.ratings)} />
        <RatingsTable ratings={item.ratings} dimension={dimension} />
      </div>
    </>
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
