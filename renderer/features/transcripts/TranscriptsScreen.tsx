import { useEffect, useRef } from 'react';
import { useText } from '../../catalogue/area.ts';
import { transcriptsText } from '../../catalogue/transcripts.ts';
import { type Handlers, useKeys } from '../../keys/useKeys.ts';
import { useApp } from '../../store/app.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { ConversationList } from './ConversationList.tsx';
import { EmptyTranscripts } from './EmptyTranscripts.tsx';
import { Filters } from './Filters.tsx';
import { lengthOf } from './pages.ts';
import { Reading } from './Reading.tsx';
import { SearchLine } from './SearchLine.tsx';
import { useTranscripts } from './store.ts';
import classes from './Transcripts.module.css';

/** How far an arrow scrolls the conversation, pixels. */
const LINE = 64;

/** Keys of the screen: in the list they choose a conversation, in the reading pane the arrows scroll it. */
function useTranscriptsKeys(search: () => void, filter: () => void) {
  const reading = useRef<HTMLElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const step = (by: 1 | -1) => {
    const pane = reading.current;
    if (pane?.contains(document.activeElement)) pane.scrollBy({ top: by * LINE });
    else useTranscripts.getState().select(useTranscripts.getState().at + by);
  };
  const turn = (by: 1 | -1) => reading.current?.dispatchEvent(new CustomEvent('candidate', { detail: by }));
  const handlers: Handlers = {
    'transcripts.next': () => step(1),
    'transcripts.previous': () => step(-1),
    'transcripts.search': search,
    'transcripts.filter': filter,
    'transcripts.read': () => reading.current?.focus(),
    'transcripts.leave': () => list.current?.focus(),
    'transcripts.candidate': () => turn(1),
    'transcripts.candidateBefore': () => turn(-1),
  };
  useKeys({ scope: 'transcripts', handlers });
  return { reading, list, handlers };
}

/** All conversations: searched and filtered at the left, read at the right. */
export function TranscriptsScreen() {
  const t = useText(transcriptsText);
  const project = useApp((state) => state.project?.id ?? '');
  const conversations = useApp((state) => state.project?.counts.conversations ?? 0);
  const { enter, error, loading, list, retry } = useTranscripts();
  const search = useRef<HTMLInputElement>(null);
  const filter = useRef<HTMLButtonElement>(null);
  const panes = useTranscriptsKeys(
    () => search.current?.select(),
    () => filter.current?.click(),
  );
  useEffect(() => enter(project, conversations), [enter, project, conversations]);

  if (conversations === 0) return <EmptyTranscripts />;
  const isEmpty = !loading && lengthOf(list) === 0 && list.next === null;
  return (
    <main className={classes.screen}>
      <header className={classes.head}>
        <h1 className="visually-hidden">{t.title}</h1>
        <SearchLine field={search} onLeave={() => panes.list.current?.focus()} />
        <Filters button={filter} />
      </header>
      {error ? (
        <div className={classes.trouble}>
          <ErrorNote error={error} onRetry={retry} />
        </div>
      ) : null}
      <div className={classes.desk}>
        <ConversationList pane={panes.list} handlers={panes.handlers} isEmpty={isEmpty} />
        <Reading pane={panes.reading} />
      </div>
    </main>
  );
}
