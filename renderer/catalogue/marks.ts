import { area } from './area.ts';

/** What raters marked for the lead, and the lead's answers. */
export const marksText = area({
  en: {
    title: 'Marked for the lead',
    close: 'Close',
    button: 'Marked items',
    none: 'Nothing is marked',
    noneText: 'Where a rater marks an item with a question, it waits here for your answer.',
    noQuestion: 'No question was asked.',
    open: 'open',
    answered: 'answered',
    conversation: 'The item',
    judged: 'answer to judge',
    given: (time: string) => `answered ${time}`,
    answer: 'Your answer',
    answerHint: (rater: string) => `${rater} sees it at the item. Ctrl+Enter sends.`,
    send: 'Answer',
  },
  de: {
    title: 'Für die Leitung markiert',
    close: 'Schließen',
    button: 'Markierte Antworten',
    none: 'Nichts ist markiert',
    noneText: 'Wenn jemand eine Antwort mit einer Frage markiert, wartet sie hier auf Ihre Antwort.',
    noQuestion: 'Es wurde nichts gefragt.',
    open: 'offen',
    answered: 'beantwortet',
    conversation: 'Die Antwort im Gespräch',
    judged: 'zu bewertende Antwort',
    given: (time) => `beantwortet ${time}`,
    answer: 'Ihre Antwort',
    answerHint: (rater) => `${rater} sieht sie an dieser Stelle. Strg+Eingabe sendet.`,
    send: 'Antworten',
  },
});
