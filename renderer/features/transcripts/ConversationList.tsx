import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useEffect } from 'react';
import { useText } from '../../catalogue/area.ts';
import { transcriptsText } from '../../catalogue/transcripts.ts';
import { actionOf } from '../../keys/match.ts';
import type { Handlers } from '../../keys/useKeys.ts';
import { ConversationRow } from './ConversationRow.tsx';
import { lengthOf, rowAt } from './pages.ts';
import { useTranscripts } from './store.ts';
import classes from './Transcripts.module.css';

interface ConversationListProps {
  pane: RefObject<HTMLDivElement | null>;
  /** The keys of the screen, which a list box keeps to itself. */
  handlers: Handlers;
  /** Nothing was found. */
  isEmpty: boolean;
}

/** Height of a row, pixels: all are alike, so that any place of the list is known without measuring. */
const ROW = 104;

const rowId = (id: number): string => `conversation-${id}`;

/** The conversations found, as many as fit the window; the others are fetched as they come near. */
export function ConversationList({ pane, handlers, isEmpty }: ConversationListProps) {
  const t = useText(transcriptsText);
  const { list, at, selected, count, show, select } = useTranscripts();
  const loaded = lengthOf(list);
  const rows = useVirtualizer({
    count: loaded,
    getScrollElement: () => pane.current,
    estimateSize: () => ROW,
    overscan: 6,
  });
  const shown = rows.getVirtualItems();
  const [first, last] = [shown[0]?.index ?? 0, shown.at(-1)?.index ?? 0];
  useEffect(() => {
    if (loaded > 0) show(first, last);
  }, [show, first, last, loaded]);
  const { scrollToIndex } = rows;
  useEffect(() => scrollToIndex(at), [scrollToIndex, at]);

  const page = Math.max(1, Math.floor((pane.current?.clientHeight ?? ROW) / ROW));
  const onKeyDown = (event: KeyboardEvent) => {
    const jump = jumpOf(event.key, page, loaded);
    const action = actionOf('transcripts', event.nativeEvent);
    const run = action === null ? undefined : handlers[action];
    if (jump === null && !run) return;
    event.preventDefault();
    if (jump === null) run?.();
    else select(jump.isPlace ? jump.by : at + jump.by);
  };

  return (
    <div
      ref={pane}
      className={classes.list}
      role="listbox"
      aria-label={t.list}
      aria-activedescendant={selected ? rowId(selected.id) : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {isEmpty ? <Nothing /> : null}
      <div role="presentation" className={classes.rows} style={{ height: rows.getTotalSize() }}>
        {shown.map(({ index, start }) => (
          <ConversationRow
            key={index}
            id={rowId(rowAt(list, index)?.id ?? -index)}
            row={rowAt(list, index)}
            index={index}
            top={start}
            isSelected={index === at}
            among={count?.isComplete ? count.count : -1}
            onSelect={select}
          />
        ))}
      </div>
    </div>
  );
}

/** Where in the list a key leads: a place, or so many rows from here. */
function jumpOf(key: string, page: number, length: number): { by: number; isPlace: boolean } | null {
  if (key === 'Home') return { by: 0, isPlace: true };
  if (key === 'End') return { by: length - 1, isPlace: true };
  if (key === 'PageDown') return { by: page, isPlace: false };
  return key === 'PageUp' ? { by: -page, isPlace: false } : null;
}

function Nothing() {
  const t = useText(transcriptsText);
  const { text, where, ask } = useTranscripts();
  const words = text.trim() !== '';
  return (
    <div className={classes.nothing}>
      <p>{t.nothing[where === '' ? 'words' : words ? 'both' : 'filter']}</p>
      <button type="button" className={classes.link} onClick={() => ask({ text: '', where: '' })}>
        {t.showAll}
      </button>
    </div>
  );
}
