import type { KeyGroup } from '../keys/keymap.ts';
import { area } from './area.ts';

/** The headings that keys stand under in the help. */
export const groupText = area<Readonly<Record<KeyGroup, string>>>({
  en: {
    everywhere: 'Everywhere',
    rating: 'Rating',
    moving: 'Moving',
    reading: 'Reading',
    selecting: 'Selecting',
    help: 'Help',
    comparing: 'Side by side',
    values: 'Values',
    start: 'Start',
    import: 'Import',
    adjudicating: 'Adjudicating',
    auditing: 'Auditing',
    transcripts: 'Transcripts',
    text: 'In a text field',
  },
  de: {
    everywhere: 'Überall',
    rating: 'Bewerten',
    moving: 'Bewegen',
    reading: 'Lesen',
    selecting: 'Textstellen',
    help: 'Hilfe',
    comparing: 'Nebeneinander',
    values: 'Werte',
    start: 'Start',
    import: 'Einlesen',
    adjudicating: 'Entscheiden',
    auditing: 'Prüfung',
    transcripts: 'Gespräche',
    text: 'In einem Textfeld',
  },
});
