import { memo, startTransition, useEffect, useMemo, useState } from 'react';
import type { ContentWarning, ShownItem, ShownMessage } from '../../../shared/contract/rating.ts';
import { useText } from '../../catalogue/area.ts';
import { readingText } from '../../catalogue/reading.ts';
import { reachedWhenItScrolls } from '../../ui/scrolls.ts';
import { linesOf, Message } from '../../ui/transcript/Message.tsx';
import { CONTEXT } from './answer-element.ts';
import { Covered } from './Covered.tsx';
import { useFinding } from './find/finding.ts';
import { messageId } from './find/hits.ts';
import classes from './Transcript.module.css';

/** Messages at the end that are there at once, more than fit on a screen; the others come in steps, from the end on. */
const AT_ONCE = 20;
const STEP = 60;
/** Of the end, what is set in full at once: characters. */
const AHEAD = 2_500;
/** Of longer conversations, messages stand in groups of so many, and those far away are not laid out. */
const GROUP = 10;
const LONG = 30;

const sum = <T,>(things: readonly T[], of: (thing: T) => number): number =>
  things.reduce((total, thing) => total + of(thing), 0);

/** How many messages from the end on are on the page: all of them soon, or when something is to be found in them. */
function useArrived(total: number): number {
  const [arrived, setArrived] = useState(Math.min(total, AT_ONCE));
  const isSearched = useFinding(({ isOpen, hits }) => isOpen || hits.length > 0);
  const wanted = isSearched ? total : arrived;
  useEffect(() => {
    if (wanted >= total) return;
    const idle = requestIdleCallback(
      () => startTransition(() => setArrived((before) => Math.min(total, before + STEP))),
      { timeout: 500 },
    );
    return () => cancelIdleCallback(idle);
  }, [wanted, total]);
  return wanted;
}

/** Characters after each message, to the end of the conversation. */
function lengthsAfter(context: readonly ShownMessage[]): number[] {
  const after: number[] = [];
  let sum = 0;
  for (const { text } of context.toReversed()) {
    after.push(sum);
    sum += text.length;
  }
  return after.reverse();
}

interface ContextProps {
  item: ShownItem;
  warning: ContentWarning | null;
}

interface GroupProps extends ContextProps {
  /** Places of its messages, end exclusive. */
  from: number;
  to: number;
  after: readonly number[];
}

function Group({ item, warning, from, to, after }: GroupProps) {
  const { context, assignment } = item;
  const isOneOfMany = context.length > LONG;
  const messages = context.slice(from, to);
  return (
    <div
      className={isOneOfMany ? classes.group : undefined}
      style={isOneOfMany ? { '--lines': sum(messages, linesOf) } : undefined}
    >
      {messages.map((message, index) => {
        const place = from + index;
        const rest = AHEAD - (after[place] ?? 0);
        const id = messageId(place);
        const shown = <Message key={id} message={message} id={id} ahead={rest > 0 ? -rest : 0} />;
        if (!warning?.context.includes(place)) return shown;
        return (
          <Covered key={id} warning={warning} assignment={assignment}>
            {shown}
          </Covered>
        );
      })}
    </div>
  );
}

/** The conversation before the answer. The pane starts at its end: its main axis runs upwards. Mount anew for each item. */
export const Context = memo(function Context({ item, warning }: ContextProps) {
  const t = useText(readingText);
  const { context } = item;
  const arrived = useArrived(context.length);
  const after = useMemo(() => lengthsAfter(context), [context]);
  if (context.length === 0) return null;
  const groups = [];
  for (let from = 0; from < context.length; from += GROUP)
    if (from + GROUP > context.length - arrived) groups.push(from);
  return (
    <section
      ref={reachedWhenItScrolls}
      id={CONTEXT}
      className={classes.context}
      aria-label={t.conversation}
      tabIndex={-1}
      data-scrolls
    >
      <div>
        {groups.map((from) => (
          <Group key={from} item={item} warning={warning} from={from} to={from + GROUP} after={after} />
        ))}
      </div>
    </section>
  );
});
