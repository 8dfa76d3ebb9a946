import { CloseButton, SegmentedControl, TextInput } from '@mantine/core';
import type { KeyboardEvent, RefObject } from 'react';
import { count } from '../../ui/format.ts';
import { KeyCap } from '../../ui/KeyCap.tsx';
import { IndexLine } from './IndexLine.tsx';
import { useTranscripts } from './store.ts';
import classes from './Transcripts.module.css';

interface SearchLineProps {
  field: RefObject<HTMLInputElement | null>;
  /** Out of the field, into the list. */
  onLeave: () => void;
}

const ORDERS = [
  { value: 'newest', label: 'Newest' },
  { value: 'oldest', label: 'Oldest' },
];

/** The search field: every letter is answered; what there is of it, and how far the index is. */
export function SearchLine({ field, onLeave }: SearchLineProps) {
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
        aria-label="Search the texts"
        aria-keyshortcuts="/"
        aria-describedby="search-hint"
        placeholder="Search the texts, or an id"
        spellCheck={false}
        value={text}
        onChange={(event) => ask({ text: event.currentTarget.value })}
        onKeyDown={onKeyDown}
        rightSection={
          text === '' ? (
            <KeyCap keys="/" decorative />
          ) : (
            <CloseButton aria-label="Clear the search" size="sm" onClick={() => ask({ text: '' })} />
          )
        }
      />
      <span id="search-hint" className="visually-hidden">
        All words must occur, the last may be unfinished; words in quotes follow one another. Down goes to the
        list.
      </span>
      <SegmentedControl
        size="xs"
        aria-label="Order"
        data={ORDERS}
        value={order}
        onChange={(value) => ask({ order: value === 'oldest' ? 'oldest' : 'newest' })}
      />
      <Counted />
      <IndexLine />
    </div>
  );
}

function Counted() {
  const found = useTranscripts((state) => state.count);
  const isOpen = useTranscripts(({ text, where }) => text.trim() === '' && where === '');
  return (
    <output className={classes.count} aria-live="polite">
      {found ? counted(found, isOpen) : '…'}
    </output>
  );
}

function counted(found: { count: number; isComplete: boolean; total: number }, isOpen: boolean): string {
  if (isOpen) return `${count(found.total)} conversations`;
  return `${count(found.count)}${found.isComplete ? '' : ' or more'} of ${count(found.total)}`;
}
