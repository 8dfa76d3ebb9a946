import { type RefObject, useEffect, useMemo, useState } from 'react';
import type { BrowsedConversation } from '../../../shared/contract/browsing.ts';
import { readQuestion } from '../../../shared/search/question.ts';
import { useText } from '../../catalogue/area.ts';
import { transcriptsText } from '../../catalogue/transcripts.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { clockTime, date } from '../../ui/format.ts';
import { useReadingStyle } from '../../ui/reading/useReadingStyle.ts';
import { useCall } from '../../ui/useCall.ts';
import { Facts } from './Facts.tsx';
import { ReadTurn } from './ReadTurn.tsx';
import { Reveal } from './Reveal.tsx';
import { useTranscripts } from './store.ts';
import classes from './Transcripts.module.css';
import { turnsOf } from './turns.ts';

/** Turns drawn at first; a conversation may have thousands. */
const DRAWN = 200;

/** The conversation that is chosen in the list, whole. */
export function Reading({ pane }: { pane: RefObject<HTMLElement | null> }) {
  const t = useText(transcriptsText);
  const id = useTranscripts((state) => state.selected?.id ?? null);
  const { value, error, reload } = useCall('browse.conversation', id === null ? null : { id });
  const style = useReadingStyle();
  const shown = value?.id === id ? value : null;
  // To the first match, which may be far down; without one, to the beginning.
  useEffect(() => {
    if (!shown) return;
    pane.current?.scrollTo({ top: 0 });
    const match = pane.current?.querySelector('mark');
    if (match && match.offsetTop > (pane.current?.clientHeight ?? 0))
      match.scrollIntoView({ block: 'center' });
  }, [shown, pane]);
  return (
    <article ref={pane} className={classes.reading} aria-label={t.conversation} tabIndex={-1} style={style}>
      {error ? <ErrorNote error={error} onRetry={() => void reload()} /> : null}
      {shown ? <Conversation key={shown.id} conversation={shown} pane={pane} /> : null}
    </article>
  );
}

interface ConversationProps {
  conversation: BrowsedConversation;
  pane: RefObject<HTMLElement | null>;
}

function Conversation({ conversation, pane }: ConversationProps) {
  const t = useText(transcriptsText);
  const text = useTranscripts((state) => state.answered?.text ?? '');
  const question = useMemo(() => readQuestion(text), [text]);
  const turns = useMemo(() => turnsOf(conversation.messages), [conversation]);
  const [drawn, setDrawn] = useState(DRAWN);
  return (
    <>
      <Head conversation={conversation} />
      {turns.slice(0, drawn).map((turn) => (
        <ReadTurn key={turn.position} turn={turn} question={question} pane={pane} />
      ))}
      {turns.length > drawn ? (
        <button type="button" className={classes.link} onClick={() => setDrawn(drawn + 10 * DRAWN)}>
          {t.moreMessages(turns.length)}
        </button>
      ) : null}
    </>
  );
}

function Head({ conversation }: { conversation: BrowsedConversation }) {
  const t = useText(transcriptsText);
  const { ref, createdAt, model, modelVersion, language, useCase } = conversation;
  const facts = [
    createdAt === null ? null : `${date(createdAt)}, ${clockTime(createdAt)}`,
    [model, modelVersion].filter(Boolean).join(' '),
    language,
    useCase,
  ].filter(Boolean);
  return (
    <header className={classes.readingHead}>
      <div className={classes.title}>
        <h2>{ref}</h2>
        <CopyButton text={ref} what={t.id} />
      </div>
      <p className={classes.subtitle}>{facts.join(' · ')}</p>
      <Facts conversation={conversation} />
      <Reveal conversation={conversation} />
    </header>
  );
}
