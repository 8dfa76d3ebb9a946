import { CloseButton, SegmentedControl, TextInput } from '@mantine/core';
import type { KeyboardEvent, RefObject } from 'react';
import { useText } from '../../catalogue/area.ts';
import { transcriptsText } from '../../catalogue/transcripts.ts';
import { KeyCap } from '../../ui/KeyCap.tsx';
import { IndexLine } from './IndexLine.tsx';
import { useTranscripts } from './store.ts';
import classes from './Transcripts.module.css';

interface SearchLineProps {
  field: RefObject<HTMLInputElement | null>;
  /** Out of the field, into the list. */
  onLeave: () => void;
}

/** The search field: every letter is answered; what there is of it, and how far the index is. */
export function SearchLine({ field, onLeave }: SearchLineProps) {
  const t = useText(transcriptsText);
  const { text, order, ask } = useTranscripts();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && text !== '') ask({ text: '' });
    else if (event.key !== 'Escape' && event.key !== 'Enter' && event.key !== 'ArrowDown') return;
    else onLeave();
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={classes.searchLine}>
      <TextInput
        ref={field}
        className={classes.search}
        type="search"
        aria-label={t.search}
        aria-keyshortcuts="/"
        aria-describedby="search-hint"
        placeholder={t.searchHere}
        spellCheck={false}
        value={text}
        onChange={(event) => ask({ text: event.currentTarget.value })}
        onKeyDown={onKeyDown}
        rightSection={
          text === '' ? (
            <KeyCap keys="/" decorative />
          ) : (
            <CloseButton aria-label={t.clearSearch} size="sm" onClick={() => ask({ text: '' })} />
          )
        }
      />
      <span id="search-hint" className="visually-hidden">
        {t.searchHint}
      </span>
      <SegmentedControl
        size="xs"
        aria-label={t.order}
        data={[
          { value: 'newest', label: t.newest },
          { value: 'oldest', label: t.oldest },
        ]}
        value={order}
        onChange={(value) => ask({ order: value === 'oldest' ? 'oldest' : 'newest' })}
      />
      <Counted />
      <IndexLine />
    </div>
  );
}

function Counted() {
  const t = useText(transcriptsText);
  const found = useTranscripts((state) => state.count);
  const isOpen = useTranscripts(({ text, where }) => text.trim() === '' && where === '');
  return (
    <output className={classes.count} aria-live="polite">
      {found ? counted(t, found, isOpen) : '…'}
    </output>
  );
}

interface Found {
  count: number;
  isComplete: boolean;
  total: number;
}

function counted(t: typeof transcriptsText.en, found: Found, isOpen: boolean): string {
  if (isOpen) return t.conversations(found.total);
  return found.isComplete ? t.found(found.count, found.total) : t.foundSoFar(found.count, found.total);
}
