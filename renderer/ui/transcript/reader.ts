import { useSyncExternalStore } from 'react';
import type { Reader } from './documents.ts';

let reader: Reader | null = null;
const waiting = new Set<() => void>();

/** Fetched beside the page: until it is there, texts stand as they are written. */
async function fetchReader(): Promise<void> {
  const { readSection } = await import('./markdown/read.ts');
  reader = readSection;
  for (const tell of waiting) tell();
}
void fetchReader();

const subscribe = (tell: () => void) => {
  waiting.add(tell);
  return () => waiting.delete(tell);
};

export const currentReader = (): Reader | null => reader;

/** What reads Markdown; null until it is there. */
export const useReader = (): Reader | null => useSyncExternalStore(subscribe, currentReader);
