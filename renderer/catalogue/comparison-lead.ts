import { area } from './area.ts';

/** What leads and auditors are told of comparisons: drawing, agreement, export, audit. */
export const comparisonLeadText = area({
  en: {
    what: 'What raters judge',
    answers: 'Single answers',
    comparisons: 'Answers side by side',
    comparisonsAre: (most: number) =>
      `Contexts with two or more answers that meet the filter. Of more than ${most}, ${most} are taken by chance.`,
    againRated: 'Also comparisons that have been rated',
    ofPopulation: (population: string) => `of ${population} comparisons`,
    sideBySide: 'side by side',

    preference: 'Preference',
    preferenceStrength: 'Strength of preference',
    ofEach: (dimension: string) => `${dimension}, side by side`,
    compared: 'Comparisons',
    counts: (ratings: string, items: string, ties: string, bad: string) =>
      `${ratings} ratings of ${items} comparisons: ${ties} ties, ${bad} all bad.`,
    place: 'Shown at place',
    won: 'Won',
    of: 'of',
    share: 'Share, 95 % interval',
    fair: 'Without a leaning',

    useComparisons: 'Use what raters preferred side by side',

    candidate: (number: number) => `Answer ${number}`,
    candidates: (count: number) => `${count} answers`,
    candidatesHeading: (count: number, marked: boolean) =>
      `${count} answers side by side, ${marked ? 'marked' : 'not marked'}`,
    tie: 'equally good',
    bothBad: 'all bad',
    strengths: { 1: 'slightly', 2: 'clearly', 3: 'much' },
  },
  de: {
    what: 'Was zu bewerten ist',
    answers: 'Einzelne Antworten',
    comparisons: 'Antworten nebeneinander',
    comparisonsAre: (most: number) =>
      `Stellen mit zwei oder mehr Antworten, auf die der Filter zutrifft. Von mehr als ${most} werden ${most} durch Zufall genommen.`,
    againRated: 'Auch Vergleiche, die schon bewertet sind',
    ofPopulation: (population: string) => `von ${population} Vergleichen`,
    sideBySide: 'nebeneinander',

    preference: 'Vorzug',
    preferenceStrength: 'Stärke des Vorzugs',
    ofEach: (dimension: string) => `${dimension}, nebeneinander`,
    compared: 'Vergleiche',
    counts: (ratings: string, items: string, ties: string, bad: string) =>
      `${ratings} Bewertungen von ${items} Vergleichen: ${ties} gleich gut, ${bad} alle schlecht.`,
    place: 'Gezeigt an Stelle',
    won: 'Gewonnen',
    of: 'von',
    share: 'Anteil, 95-%-Intervall',
    fair: 'Ohne Neigung',

    useComparisons: 'Verwenden, was Bewertende nebeneinander vorzogen',

    candidate: (number: number) => `Antwort ${number}`,
    candidates: (count: number) => `${count} Antworten`,
    candidatesHeading: (count: number, marked: boolean) =>
      `${count} Antworten nebeneinander, ${marked ? 'markiert' : 'nicht markiert'}`,
    tie: 'gleich gut',
    bothBad: 'alle schlecht',
    strengths: { 1: 'etwas', 2: 'deutlich', 3: 'viel' },
  },
});
