import { useMemo, useState } from 'react';
import type { BrowsedMessage } from '../../../shared/contract/browsing.ts';
import { marksIn } from '../../../shared/search/excerpt.ts';
import type { TextQuestion } from '../../../shared/search/question.ts';
import { bytes, count } from '../../ui/format.ts';
import type { Block } from '../../ui/transcript/code-blocks.ts';
import { MessageText } from '../../ui/transcript/MessageText.tsx';
import { Parts } from '../../ui/transcript/Parts.tsx';
import { GivenFeedbackList } from './GivenFeedbackList.tsx';
import { piecesOf, type Stretch } from './pieces.ts';
import classes from './Transcripts.module.css';

/** Roles that speak to the machine are folded, unless something is found in them. */
const FOLDED: ReadonlySet<string> = new Set(['system', 'developer', 'tool']);
/** Characters of a message that are drawn without being asked for. */
const DRAWN = 100_000;

interface ReadMessageProps {
  message: BrowsedMessage;
  question: TextQuestion | null;
}

const stretchesOf = ({ text, redactions }: BrowsedMessage, question: TextQuestion | null): Stretch[] => [
  ...redactions.map(
    ({ start, end, kind }): Stretch => ({
      start,
      end,
      kind: 'redaction',
      title: `Personal data replaced: ${kind.replaceAll('_', ' ')}`,
    }),
  ),
  ...(question
    ? marksIn(question, text).map(([start, end]): Stretch => ({ start, end, kind: 'match' }))
    : []),
];

const drawnWith = (stretches: readonly Stretch[]) =>
  function draw(block: Block) {
    return piecesOf(block.text, stretches, block.start).map(({ start, text, stretch }) => {
      if (!stretch) return text;
      return stretch.kind === 'match' ? (
        <mark key={start} className={classes.match}>
          {text}
        </mark>
      ) : (
        <span key={start} className={classes.redaction} title={stretch.title}>
          {text}
        </span>
      );
    });
  };

/** One message as text, its role in the margin, and below it what its user did with it. */
export function ReadMessage({ message, question }: ReadMessageProps) {
  const [isWhole, setWhole] = useState(message.text.length <= DRAWN);
  const stretches = useMemo(() => stretchesOf(message, question), [message, question]);
  const { role, parts, text } = message;
  const shown = isWhole ? text : text.slice(0, DRAWN);
  const body = (
    <div className={classes.text} dir="auto">
      <MessageText text={shown} draw={drawnWith(stretches)} />
    </div>
  );
  const isFound = stretches.some(({ kind }) => kind === 'match');
  return (
    <div className={classes.message} data-role={role}>
      <h3 className={classes.role}>{role}</h3>
      <div>
        {FOLDED.has(role) && text !== '' ? (
          <details className={classes.folded} open={isFound}>
            <summary>
              {role} message, {count(text.length)} characters
            </summary>
            {body}
          </details>
        ) : (
          body
        )}
        {isWhole ? null : (
          <button type="button" className={classes.link} onClick={() => setWhole(true)}>
            Show all of it, {bytes(text.length)}
          </button>
        )}
        {parts ? <Parts parts={parts} /> : null}
        <GivenFeedbackList message={message} />
      </div>
    </div>
  );
}
