import { ctrl, key } from './chords.ts';
import type { KeyBinding } from './keymap.ts';

const adjudicating = { scope: 'adjudicate', group: 'adjudicating' } as const;

/** Keys of Adjudicate; digits adopt a rating, and while another value is being set they give it. */
export const ADJUDICATE_KEYS = [
  { id: 'adjudicate.adopt', ...adjudicating, chords: [], keyOnly: true, byRubric: true },
  { id: 'adjudicate.decide', ...adjudicating, chords: [key('Enter'), key('NumpadEnter')] },
  { id: 'adjudicate.consensus', ...adjudicating, chords: [key('KeyT')] },
  { id: 'adjudicate.set', ...adjudicating, chords: [key('KeyV')] },
  { id: 'adjudicate.cannot', ...adjudicating, chords: [key('KeyU')] },
  { id: 'adjudicate.clear', ...adjudicating, chords: [key('Backspace')] },
  { id: 'adjudicate.rationale', ...adjudicating, chords: [key('KeyC')] },
  { id: 'adjudicate.return', ...adjudicating, chords: [key('KeyN')] },
  { id: 'adjudicate.undo', ...adjudicating, chords: [ctrl('KeyZ')], repeats: true },
  {
    id: 'adjudicate.redo',
    ...adjudicating,
    chords: [{ code: 'KeyZ', ctrl: true, shift: true }, ctrl('KeyY')],
    repeats: true,
  },
  { id: 'adjudicate.next', ...adjudicating, chords: [key('KeyJ')], repeats: true },
  { id: 'adjudicate.previous', ...adjudicating, chords: [key('KeyK')], repeats: true },
] as const satisfies readonly KeyBinding[];
