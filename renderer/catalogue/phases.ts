import { area } from './area.ts';

/** What the engine says of a running job, and the same in German; `$1` is a file's name. */
const GERMAN: readonly (readonly [RegExp, string])[] = [
  [/^trying (.*)$/s, 'Probe mit $1'],
  [/^importing (.*)$/s, '$1 wird eingelesen'],
  [/^looking at the files$/, 'Dateien werden angesehen'],
  [/^looking at (.*)$/s, '$1 wird angesehen'],
  [/^joining the records of (.*)$/s, 'Datensätze von $1 werden verbunden'],
  [/^writing what was rejected of (.*)$/s, 'Abgelehntes aus $1 wird geschrieben'],
  [/^listing conversations$/, 'Gespräche werden aufgelistet'],
  [/^reading texts$/, 'Texte werden gelesen'],
  [/^reading the answers$/, 'Antworten werden gelesen'],
  [/^reading ratings$/, 'Bewertungen werden gelesen'],
  [/^reading (.*)$/s, '$1 wird gelesen'],
  [/^merging (.*)$/s, '$1 wird zusammengeführt'],
  [/^writing packets$/, 'Pakete werden geschrieben'],
  [/^building the dataset$/, 'Datensatz wird gebildet'],
  [/^writing$/, 'wird geschrieben'],
  [/^computing agreement$/, 'Übereinstimmung wird berechnet'],
  [/^ready$/, 'fertig'],
];

/** Where a job is, from the engine's own words for it; those that are not known stay as they are. */
export const phaseText = area({
  en: { phase: (told: string): string => told },
  de: {
    phase: (told) => {
      const [pattern, german] = GERMAN.find(([known]) => known.test(told)) ?? [];
      return pattern && german ? told.replace(pattern, german) : told;
    },
  },
});
