import { area } from './area.ts';

/** Known and agreed answers, shown to learn from. */
export const learningText = area({
  en: {
    title: 'The agreed answer',
    goldTitle: 'The known answer',
    dimension: 'Dimension',
    yours: 'You',
    known: 'Known',
    agreedBy: (raters: number) => (raters === 1 ? 'One rater' : `${raters} raters`),
    same: 'same',
    differs: 'differs',
    noMajority: 'no majority',
    changeHint: (key: string) =>
      `Your rating is saved. ${key} takes the submit back, should you want to change it.`,
    goOn: 'Next item',
    roundTitle: 'Calibration round: the agreed answers',
    roundLead: (finished: number, raters: number) =>
      finished === raters
        ? `All ${raters} raters have finished the round.`
        : `${finished} of ${raters} raters have finished the round; the answers they agree on may still change.`,
    item: (number: number) => `Item ${number}`,
    youSkipped: 'You skipped this item.',
    nobodyYet: 'Nobody has rated it yet.',
  },
  de: {
    title: 'Die gemeinsame Bewertung',
    goldTitle: 'Die bekannte Bewertung',
    dimension: 'Dimension',
    yours: 'Sie',
    known: 'Bekannt',
    agreedBy: (raters) => (raters === 1 ? 'Eine Bewertung' : `${raters} Bewertende`),
    same: 'gleich',
    differs: 'anders',
    noMajority: 'keine Mehrheit',
    changeHint: (key) =>
      `Ihre Bewertung ist gespeichert. ${key} nimmt die Abgabe zurück, wenn Sie sie ändern wollen.`,
    goOn: 'Nächste Antwort',
    roundTitle: 'Kalibrierungsrunde: die gemeinsamen Bewertungen',
    roundLead: (finished, raters) =>
      finished === raters
        ? `Alle ${raters} Bewertenden haben die Runde beendet.`
        : `${finished} von ${raters} Bewertenden haben die Runde beendet; was sie gemeinsam finden, kann sich noch ändern.`,
    item: (number) => `Antwort ${number}`,
    youSkipped: 'Sie haben diese Antwort übersprungen.',
    nobodyYet: 'Noch hat sie niemand bewertet.',
  },
});
