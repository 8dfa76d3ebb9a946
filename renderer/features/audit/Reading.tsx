import type { AuditedItem } from '../../../shared/contract/auditing.ts';
import { useText } from '../../catalogue/area.ts';
import { auditText } from '../../catalogue/audit.ts';
import { comparisonLeadText } from '../../catalogue/comparison-lead.ts';
import { readingText } from '../../catalogue/reading.ts';
import { AnswerText } from './AnswerText.tsx';
import classes from './Audit.module.css';
import { RatingsTable } from './RatingsTable.tsx';
import { candidateSpans, labelledSpans } from './words.ts';

interface ReadingProps {
  item: AuditedItem;
  /** The dimension the sample is about: its values come first. */
  dimension: string;
}

/** One audited answer: its context, the answer with what raters labelled in it, and their ratings. */
export function Reading({ item, dimension }: ReadingProps) {
  const t = useText(auditText);
  return (
    <>
      <Context messages={item.context} />
      <div className={classes.judgedPart}>
        {item.candidates.length > 0 ? (
          <Candidates item={item} />
        ) : (
          <>
            <h2 className={classes.judged}>{item.marked ? t.answerMarked : t.answerUnmarked}</h2>
            <AnswerText answer={item.answer} spans={labelledSpans(item.ratings)} />
          </>
        )}
        <RatingsTable item={item} dimension={dimension} />
      </div>
    </>
  );
}

/** Answers that were compared, each with what raters labelled in it. */
function Candidates({ item }: { item: AuditedItem }) {
  const t = useText(comparisonLeadText);
  return (
    <>
      <h2 className={classes.judged}>{t.candidatesHeading(item.candidates.length, item.marked)}</h2>
      {[...item.candidates.entries()].map(([number, answer]) => (
        <section key={number}>
          <h3 className={classes.hint}>{t.candidate(number + 1)}</h3>
          <AnswerText answer={answer} spans={candidateSpans(item.ratings, number)} />
        </section>
      ))}
    </>
  );
}

/** Messages with the place they stand in, which is their key. */
const placed = (context: AuditedItem['context']) => context.map((message, place) => ({ ...message, place }));

/** A long conversation starts at its end, next to the answer. */
const scrollToEnd = (element: HTMLElement | null) => element?.scrollTo({ top: element.scrollHeight });

function Context({ messages }: { messages: AuditedItem['context'] }) {
  const t = useText(auditText);
  const roles: Readonly<Record<string, string>> = useText(readingText).roles;
  return (
    <dl ref={scrollToEnd} className={classes.context} aria-label={t.context}>
      {placed(messages).map(({ place, role, text }) => (
        <div key={place} className={classes.message}>
          <dt>{roles[role] ?? role}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
