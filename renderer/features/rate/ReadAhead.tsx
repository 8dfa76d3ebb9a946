import { useEffect } from 'react';
import { useApp } from '../../store/app.ts';
import { readAhead } from '../../ui/transcript/documents.ts';
import { AHEAD } from '../../ui/transcript/MessageText.tsx';
import { useReader } from '../../ui/transcript/reader.ts';
import { useRateLater } from './useRate.ts';

/** Reads the texts of items that come next while nothing else is to be done: a submit finds them ready. Shows nothing. */
export function ReadAhead() {
  const held = useRateLater((state) => Object.keys(state.held).join());
  const read = useReader();
  useEffect(() => {
    if (!read || held === '') return;
    const items = Object.values(useApp.getState().rate.held).map(({ item }) => item);
    const idle = requestIdleCallback((deadline) => {
      for (const { answer, candidates, context } of items) {
        for (const { text } of [answer, ...candidates.map(({ message }) => message)])
          readAhead(text, read, AHEAD);
        for (const { text } of context.slice(-4)) readAhead(text, read, -AHEAD);
        if (deadline.timeRemaining() < 2) break;
      }
    });
    return () => cancelIdleCallback(idle);
  }, [held, read]);
  return null;
}
