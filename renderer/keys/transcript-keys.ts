import { key, typed } from './chords.ts';
import type { KeyBinding } from './keymap.ts';

/** Keys of the transcript browser. */
export const TRANSCRIPT_KEYS = [
  {
    id: 'transcripts.next',
    scope: 'transcripts',
    chords: [key('KeyJ'), key('ArrowDown')],
    group: 'transcripts',
    repeats: true,
  },
  {
    id: 'transcripts.previous',
    scope: 'transcripts',
    chords: [key('KeyK'), key('ArrowUp')],
    group: 'transcripts',
    repeats: true,
  },
  {
    id: 'transcripts.search',
    scope: 'transcripts',
    chords: [typed('/', 'Slash')],
    group: 'transcripts',
  },
  {
    id: 'transcripts.filter',
    scope: 'transcripts',
    chords: [key('KeyF')],
    group: 'transcripts',
  },
  {
    id: 'transcripts.read',
    scope: 'transcripts',
    chords: [key('Enter')],
    group: 'transcripts',
  },
  {
    id: 'transcripts.leave',
    scope: 'transcripts',
    chords: [key('Escape')],
    group: 'transcripts',
    keyOnly: true,
  },
  {
    id: 'transcripts.candidate',
    scope: 'transcripts',
    chords: [key('ArrowRight')],
    group: 'transcripts',
  },
  {
    id: 'transcripts.candidateBefore',
    scope: 'transcripts',
    chords: [key('ArrowLeft')],
    group: 'transcripts',
  },
] as const satisfies readonly KeyBinding[];
