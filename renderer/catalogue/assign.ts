import { count, plural } from '../ui/format.ts';
import { area } from './area.ts';

/** The plan of who judges what. */
export const assignText = area({
  en: {
    all: 'all',
    calibration: 'Calibration round',
    calibrationHint: 'Every rater judges every item, and sees the agreed answers afterwards.',

    raters: 'Raters',
    newNames: (names: number) => `${plural(names, 'new name')}: added to the project.`,
    chooseNames: 'Choose names, or type new ones and press Enter.',
    overlap: 'Raters on each item',
    repeat: 'Hidden repeats each',
    seedHint: "Balances who gets what, and shuffles each rater's order.",
    problems: {
      raters: 'At least one name',
      overlap: 'A whole number, 1 or more',
      overlapMost: (names: number) => `More than the ${names} named`,
      repeat: 'A whole number, 0 or more',
      seed: 'A number or a word',
    },
    gold: 'Known answers',
    goldHint: 'Optional: a file of ratings to check raters against.',
    leaveOut: 'Leave out',
    choose: 'Choose…',

    planning: 'Planning the work',
    fetching: 'Fetching the samples…',
    noSample: 'No sample has been drawn yet',
    noSampleText: 'A sample is drawn once and can be assigned to any raters.',
    toDraw: 'Draw a sample',

    plan: 'Plan',
    itemsToAssign: (items: number): string => (items === 1 ? 'item to assign' : 'items to assign'),
    assign: (items: number) => `Assign ${plural(items, 'item')}`,
    hasAlready: (assignments: number) => `It already has ${plural(assignments, 'assignment')}.`,
    nameFirst: 'Name the raters first; new names are added to the project.',
    tooFew: (overlap: number, raters: number) =>
      `${overlap} raters on each item need at least ${overlap} names; there ${raters === 1 ? 'is 1' : `are ${raters}`}.`,
    work: (items: number, overlap: number, each: number) =>
      `${count(items)} items × ${overlap} = ${count(items * overlap)} ratings, about ${count(each)} for each rater.`,
    oneEach: 'With one rater on each item there is no agreement to measure. Two or three are usual.',
    shareFew: (items: number) =>
      `Each two raters share about ${items} items: few for a coefficient. Fewer raters, more overlap or a larger sample would help.`,
    share: (items: number) => `Each two raters share about ${count(items)} items.`,

    assigned: 'Assigned',
    assignmentsOf: (items: number) => `assignments of ${plural(items, 'item')}`,
    again: 'Assign again…',
    toRate: 'Go to Rate',
    nothingNew: 'Nothing new: each item has as many of these raters as asked already.',
    repeatedNames: (names: string) => `Named more than once, and taken for one rater: ${names}.`,
    repeats: (repeats: number) => `${plural(repeats, 'hidden repeat')} among them.`,
    goldAmong: (assignments: number) => `${plural(assignments, 'assignment')} with a known answer.`,

    soFar: 'Assigned so far',
    leaves: 'A rater leaves…',
    workOfEach: 'Work of each rater',
    columns: { rater: 'Rater', done: 'Done', open: 'Open' },
    pairs: 'Items that each two raters share',
    shareWith: 'Share with',
    pairsNone: 'One rater shares no items with another: there is no agreement to measure.',
    pairsSame: (items: number) => `Each two raters share ${plural(items, 'item')}.`,
    pairsRange: (fewest: number, most: number, one: string, other: string) =>
      `Each two raters share ${count(fewest)} to ${plural(most, 'item')}; fewest ${one} and ${other}.`,

    who: 'Who leaves',
    openOf: (rater: string, open: number) => `${rater} · ${open} open`,
    takesOver: 'Who takes over',
    handOn: (items: number) => `Hand on ${plural(items, 'open item')}`,
    close: 'Close',
    handOnHint: 'What was submitted stays. The rest is balanced over those named, and recorded.',
    shareOf: (rater: string, items: number) => `${rater} ${count(items)}`,
    handedOn: (items: number, rater: string, shares: string) =>
      `${plural(items, 'open item')} of ${rater} handed on: ${shares}.`,
    handedOnPartly: (items: number, rater: string, shares: string, left: number) =>
      `${plural(items, 'open item')} of ${rater} handed on: ${shares}. ${plural(left, 'item')} could not be handed on: everyone named has them already.`,
  },
  de: {
    all: 'alle',
    calibration: 'Kalibrierungsrunde',
    calibrationHint: 'Alle bewerten alles und sehen danach die gemeinsamen Bewertungen.',

    raters: 'Bewertende',
    newNames: (names) =>
      names === 1 ? '1 neuer Name: kommt ins Projekt.' : `${count(names)} neue Namen: kommen ins Projekt.`,
    chooseNames: 'Namen wählen, oder neue tippen und Eingabe drücken.',
    overlap: 'Bewertende je Antwort',
    repeat: 'Verdeckte Wiederholungen je Person',
    seedHint: 'Verteilt ausgewogen, wer was bekommt, und mischt die Reihenfolge jeder Person.',
    problems: {
      raters: 'Mindestens ein Name',
      overlap: 'Eine ganze Zahl, 1 oder mehr',
      overlapMost: (names) => `Mehr als die ${names} genannten`,
      repeat: 'Eine ganze Zahl, 0 oder mehr',
      seed: 'Eine Zahl oder ein Wort',
    },
    gold: 'Goldantworten',
    goldHint: 'Freiwillig: eine Datei mit bekannten Bewertungen, um Bewertende daran zu prüfen.',
    leaveOut: 'Weglassen',
    choose: 'Wählen…',

    planning: 'Die Arbeit wird zugeteilt',
    fetching: 'Die Stichproben werden geholt…',
    noSample: 'Noch wurde keine Stichprobe gezogen',
    noSampleText: 'Eine Stichprobe wird einmal gezogen und kann beliebigen Bewertenden zugeteilt werden.',
    toDraw: 'Stichprobe ziehen',

    plan: 'Plan',
    itemsToAssign: (items) => (items === 1 ? 'Antwort zuzuteilen' : 'Antworten zuzuteilen'),
    assign: (items) => `${plural(items, 'Antwort', 'Antworten')} zuteilen`,
    hasAlready: (assignments) => `Sie hat schon ${plural(assignments, 'Zuteilung', 'Zuteilungen')}.`,
    nameFirst: 'Nennen Sie zuerst die Bewertenden; neue Namen kommen ins Projekt.',
    tooFew: (overlap, raters) =>
      `${overlap} Bewertende je Antwort brauchen mindestens ${overlap} Namen; genannt ${raters === 1 ? 'ist 1' : `sind ${raters}`}.`,
    work: (items, overlap, each) =>
      `${count(items)} Antworten × ${overlap} = ${count(items * overlap)} Bewertungen, etwa ${count(each)} je Person.`,
    oneEach:
      'Mit einer Person je Antwort gibt es keine Übereinstimmung zu messen. Üblich sind zwei oder drei.',
    shareFew: (items) =>
      `Je zwei Bewertende haben etwa ${items} Antworten gemeinsam: wenig für einen Koeffizienten. Weniger Bewertende, mehr je Antwort oder eine größere Stichprobe würden helfen.`,
    share: (items) => `Je zwei Bewertende haben etwa ${count(items)} Antworten gemeinsam.`,

    assigned: 'Zugeteilt',
    assignmentsOf: (items) => `Zuteilungen von ${plural(items, 'Antwort', 'Antworten')}`,
    again: 'Weiter zuteilen…',
    toRate: 'Zum Bewerten',
    nothingNew: 'Nichts Neues: jede Antwort hat schon so viele dieser Bewertenden wie verlangt.',
    repeatedNames: (names) => `Mehrfach genannt und als eine Person genommen: ${names}.`,
    repeats: (repeats) =>
      `Darunter ${plural(repeats, 'verdeckte Wiederholung', 'verdeckte Wiederholungen')}.`,
    goldAmong: (assignments) => `${plural(assignments, 'Zuteilung', 'Zuteilungen')} mit bekannter Bewertung.`,

    soFar: 'Bisher zugeteilt',
    leaves: 'Jemand geht…',
    workOfEach: 'Arbeit jeder Person',
    columns: { rater: 'Person', done: 'Erledigt', open: 'Offen' },
    pairs: 'Antworten, die je zwei Bewertende gemeinsam haben',
    shareWith: 'Gemeinsam mit',
    pairsNone:
      'Eine einzelne Person hat mit niemandem Antworten gemeinsam: es gibt keine Übereinstimmung zu messen.',
    pairsSame: (items) => `Je zwei Bewertende haben ${plural(items, 'Antwort', 'Antworten')} gemeinsam.`,
    pairsRange: (fewest, most, one, other) =>
      `Je zwei Bewertende haben ${count(fewest)} bis ${plural(most, 'Antwort', 'Antworten')} gemeinsam; am wenigsten ${one} und ${other}.`,

    who: 'Wer geht',
    openOf: (rater, open) => `${rater} · ${open} offen`,
    takesOver: 'Wer übernimmt',
    handOn: (items) => `${plural(items, 'offene Antwort', 'offene Antworten')} weitergeben`,
    close: 'Schließen',
    handOnHint: 'Abgegebenes bleibt. Der Rest wird ausgewogen auf die Genannten verteilt und festgehalten.',
    shareOf: (rater, items) => `${rater} ${count(items)}`,
    handedOn: (items, rater, shares) =>
      `${plural(items, 'offene Antwort', 'offene Antworten')} von ${rater} weitergegeben: ${shares}.`,
    handedOnPartly: (items, rater, shares, left) =>
      `${plural(items, 'offene Antwort', 'offene Antworten')} von ${rater} weitergegeben: ${shares}. ${plural(left, 'Antwort', 'Antworten')} nicht: alle Genannten haben sie schon.`,
  },
});
