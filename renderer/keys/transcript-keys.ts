import { key, typed } from './chords.ts';
import type { KeyBinding } from './keymap.ts';

/** Keys of the transcript browser. */
export const TRANSCRIPT_KEYS = [
  {
    id: 'transcripts.next',
    scope: 'transcripts',
    chords: [key('KeyJ'), key('ArrowDown')],
    label: 'Next conversation',
    group: 'Transcripts',
    repeats: true,
  },
  {
    id: 'transcripts.previous',
    scope: 'transcripts',
    chords: [key('KeyK'), key('ArrowUp')],
    label: 'Previous conversation',
    group: 'Transcripts',
    repeats: true,
  },
  {
    id: 'transcripts.search',
    scope: 'transcripts',
    chords: [typed('/', 'Slash')],
    label: 'Search the texts',
    group: 'Transcripts',
  },
  {
    id: 'transcripts.filter',
    scope: 'transcripts',
    chords: [key('KeyF')],
    label: 'Add a filter',
    group: 'Transcripts',
  },
  {
    id: 'transcripts.read',
    scope: 'transcripts',
    chords: [key('Enter')],
    label: 'Read the conversation: the arrows then scroll it',
    group: 'Transcripts',
  },
  {
    id: 'transcripts.leave',
    scope: 'transcripts',
    chords: [key('Escape')],
    label: 'Back to the list',
    group: 'Transcripts',
    keyOnly: true,
  },
  {
    id: 'transcripts.candidate',
    scope: 'transcripts',
    chords: [key('ArrowRight')],
    label: 'Next alternative answer',
    group: 'Transcripts',
  },
  {
    id: 'transcripts.candidateBefore',
    scope: 'transcripts',
    chords: [key('ArrowLeft')],
    label: 'Alternative answer before',
    group: 'Transcripts',
  },
] as const satisfies readonly KeyBinding[];
