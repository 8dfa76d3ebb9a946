import { useEffect } from 'react';
import type { ShownItem } from '../../../shared/contract/rating.ts';
import { useApp } from '../../store/app.ts';
import { keepDocuments, type Reader, readAhead } from '../../ui/transcript/documents.ts';
import { AHEAD } from '../../ui/transcript/MessageText.tsx';
import { useReader } from '../../ui/transcript/reader.ts';
import { useRateLater } from './useRate.ts';

/** Milliseconds that are worked at a time: a key that comes meanwhile waits for no more. */
const SLICE = 3;

const answersOf = ({ answer, candidates }: ShownItem): string[] =>
  [answer, ...candidates.map(({ message }) => message)].map(({ text }) => text);

/** Reads text after text, those that come next first; in between, whoever waits is let in. Last, lets go of texts that were left. */
function* reading(items: readonly ShownItem[], read: Reader): Generator<void> {
  for (const item of items.toReversed()) {
    for (const text of answersOf(item)) yield readAhead(text, read, AHEAD);
    for (const { text } of item.context.slice(-4)) yield readAhead(text, read, -AHEAD);
  }
  const texts = items.flatMap((item) => [...answersOf(item), ...item.context.map(({ text }) => text)]);
  keepDocuments(new Set(texts));
}

/** Reads the texts of items that come next while nothing else is to be done: a submit finds them ready. Shows nothing. */
export function ReadAhead() {
  const held = useRateLater((state) => Object.keys(state.held).join());
  const read = useReader();
  useEffect(() => {
    if (!read || held === '') return;
    const items = Object.values(useApp.getState().rate.held).map(({ item }) => item);
    const work = reading(items, read);
    const goOn = () => {
      const end = performance.now() + SLICE;
      while (!work.next().done) {
        if (performance.now() < end) continue;
        idle = requestIdleCallback(goOn);
        return;
      }
    };
    let idle = requestIdleCallback(goOn);
    return () => cancelIdleCallback(idle);
  }, [held, read]);
  return null;
}
