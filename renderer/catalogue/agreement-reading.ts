import type { Band } from '../../shared/agreement/reading.ts';
import { area } from './area.ts';

/** What a dimension's figures say, in sentences. */
interface ReadingWords {
  /** `interval` is empty where there is none. */
  alpha: (value: string, interval: string) => string;
  bands: Readonly<Record<Band, string>>;
  chance: string;
  lower: (low: string) => string;
  misleading: (share: string, value: string, pairs: string) => string;
  fairer: (ac1: string) => string;
}

/** Readings of figures. English has none of its own: the report's own sentence is shown as it is. */
export const readingText = area<ReadingWords | null>({
  en: null,
  de: {
    alpha: (value, interval) =>
      `Alpha ist ${value}${interval === '' ? '' : ` (95-%-Intervall ${interval})`}.`,
    bands: {
      reliable: 'Das ist mindestens 0,80: verlässlich.',
      tentative: 'Das liegt zwischen 0,667 und 0,80 und erlaubt nur vorläufige Schlüsse.',
      low: 'Das liegt unter 0,667: zu wenig, um Schlüsse zu ziehen.',
      chance: 'Das ist nicht besser als Zufall.',
      opposed:
        'Die Bewertungen widersprechen sich mehr, als der Zufall es täte; sehen Sie nach, ob jemand die Skala umgekehrt liest.',
    },
    chance: 'Das Intervall enthält 0: Übereinstimmung allein durch Zufall ist nicht ausgeschlossen.',
    lower: (low) => `Es könnten auch nur ${low} sein; mehr mehrfach bewertete Antworten gäben Aufschluss.`,
    misleading: (share, value, pairs) =>
      `Die Bewertungen stimmen weit mehr überein, als Alpha nahelegt: ${share} der Werte sind „${value}“, und ${pairs} der Paare sind sich einig.`,
    fairer: (ac1) => `AC1 nach Gwet, das dies berücksichtigt, ist ${ac1}.`,
  },
});
