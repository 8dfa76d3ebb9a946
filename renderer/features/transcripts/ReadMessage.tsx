import { useMemo, useState } from 'react';
import type { BrowsedMessage } from '../../../shared/contract/browsing.ts';
import { marksIn } from '../../../shared/search/excerpt.ts';
import type { TextQuestion } from '../../../shared/search/question.ts';
import { useText } from '../../catalogue/area.ts';
import { readingText } from '../../catalogue/reading.ts';
import { transcriptsText } from '../../catalogue/transcripts.ts';
import { MessageText } from '../../ui/transcript/MessageText.tsx';
import { Parts } from '../../ui/transcript/Parts.tsx';
import type { TextMark } from '../../ui/transcript/pieces.ts';
import { GivenFeedbackList } from './GivenFeedbackList.tsx';
import classes from './Transcripts.module.css';
import { kindWords } from './words.ts';

/** Roles that speak to the machine are folded, unless something is found in them. */
const FOLDED: ReadonlySet<string> = new Set(['system', 'developer', 'tool']);
/** Characters of a message that are drawn without being asked for. */
const DRAWN = 100_000;

interface ReadMessageProps {
  message: BrowsedMessage;
  question: TextQuestion | null;
}

const marksOf = (
  { text, redactions }: BrowsedMessage,
  question: TextQuestion | null,
  replaced: (kind: string) => string,
): TextMark[] => [
  ...redactions.map(
    ({ start, end, kind }): TextMark => ({
      start,
      end,
      kind: 'redaction',
      name: replaced(kindWords(kind)),
    }),
  ),
  ...(question
    ? marksIn(question, text).map(([start, end]): TextMark => ({ start, end, kind: 'match', name: '' }))
    : []),
];

/** One message as text, its role in the margin, and below it what its user did with it. */
export function ReadMessage({ message, question }: ReadMessageProps) {
  const t = useText(transcriptsText);
  const { roles } = useText(readingText);
  const [isWhole, setWhole] = useState(message.text.length <= DRAWN);
  const marks = useMemo(() => marksOf(message, question, t.replaced), [message, question, t]);
  const { role, parts, text } = message;
  const shown = isWhole ? text : text.slice(0, DRAWN);
  const body = (
    <div className={classes.text} dir="auto">
      <MessageText text={shown} marks={marks} />
    </div>
  );
  const isFound = marks.some(({ kind }) => kind === 'match');
  return (
    <div className={classes.message} data-role={role}>
      <h3 className={classes.role}>{roles[role]}</h3>
      <div>
        {FOLDED.has(role) && text !== '' ? (
          <details className={classes.folded} open={isFound}>
            <summary>{t.folded(roles[role], text.length)}</summary>
            {body}
          </details>
        ) : (
          body
        )}
        {isWhole ? null : (
          <button type="button" className={classes.link} onClick={() => setWhole(true)}>
            {t.showWhole(text.length)}
          </button>
        )}
        {parts ? <Parts parts={parts} /> : null}
        <GivenFeedbackList message={message} />
      </div>
    </div>
  );
}
