import { area } from './area.ts';

/** What is seldom seen of the queue: pauses, the lead's answers, the end, trouble. */
export const queuePagesText = area({
  en: {
    pace: (rate: number | null, today: number) =>
      rate === null ? `${today} today` : `${today} today · ${rate} an hour`,
    paceHint:
      'Your own pace, shown to you alone: items finished today, and how many in an hour of active time.',
    paused: 'Paused',
    pausedText: 'No time is counted, and the conversation is covered. Everything is saved.',
    pausedUnsaved: 'No time is counted, and the conversation is covered. Not everything is saved yet.',
    goOn: 'Go on',
    restSuggested: (minutes: number) => `You have worked for ${minutes} minutes without a rest.`,
    pause: 'Pause',
    later: 'Later',
    skipWhy: 'Skip, because',
    skipWhyHint: 'Enter skips, Esc goes back',
    skip: 'Skip',
    replied: (items: readonly number[]) =>
      items.length === 1
        ? `The lead has answered your question on item ${items[0]}.`
        : `The lead has answered your questions on items ${items.join(', ')}.`,
    showReply: 'Show',
    readReply: 'Got it',
    leadSays: 'The lead says:',
    leadSaid: (question: string) => `To “${question}” the lead said:`,
    source: 'Not blind',
    noModel: 'model unknown',
    others: 'Others',
    notRated: 'nobody else has rated this',
    lostEntries: (entries: number, items: string) =>
      `${entries} ${entries === 1 ? 'entry' : 'entries'} on item ${items} not saved.`,
    saveAgain: 'Save again',
    through: (done: string, total: string) => `You are through: ${done} of ${total}`,
    throughText: 'Every item is rated and saved. K goes back through them; a change is saved like any other.',
    throughSkipped: (skipped: string) =>
      `Everything is saved; ${skipped} skipped. They come back when you want them to.`,
    seeAgreement: 'See the agreement',
    backToLast: 'Back to the last item',
    goThroughSkipped: 'Go through the skipped',
    goThroughMarked: 'Go through the marked',
    nothingAssigned: (name: string) => `Nothing is assigned to ${name} yet`,
    you: 'you',
    nothingAssignedText: 'Draw a sample and assign it; the items then wait here in order.',
    sampleAndAssign: 'Sample and assign',
  },
  de: {
    pace: (rate, today) => (rate === null ? `${today} heute` : `${today} heute · ${rate} pro Stunde`),
    paceHint:
      'Ihr eigenes Tempo, nur für Sie: heute erledigte Antworten, und wie viele in einer Stunde aktiver Zeit.',
    paused: 'Pause',
    pausedText: 'Es wird keine Zeit gezählt, und das Gespräch ist verdeckt. Alles ist gespeichert.',
    pausedUnsaved:
      'Es wird keine Zeit gezählt, und das Gespräch ist verdeckt. Noch ist nicht alles gespeichert.',
    goOn: 'Weiter',
    restSuggested: (minutes) => `Sie arbeiten seit ${minutes} Minuten ohne Pause.`,
    pause: 'Pause',
    later: 'Später',
    skipWhy: 'Überspringen, weil',
    skipWhyHint: 'Eingabe überspringt, Esc führt zurück',
    skip: 'Überspringen',
    replied: (items) =>
      items.length === 1
        ? `Die Leitung hat Ihre Frage zu Antwort ${items[0]} beantwortet.`
        : `Die Leitung hat Ihre Fragen zu den Antworten ${items.join(', ')} beantwortet.`,
    showReply: 'Zeigen',
    readReply: 'Verstanden',
    leadSays: 'Die Leitung sagt:',
    leadSaid: (question) => `Auf „${question}“ sagte die Leitung:`,
    source: 'Nicht blind',
    noModel: 'Modell unbekannt',
    others: 'Andere',
    notRated: 'sonst hat niemand bewertet',
    lostEntries: (entries, items) =>
      `${entries} ${entries === 1 ? 'Eintrag' : 'Einträge'} zu Antwort ${items} nicht gespeichert.`,
    saveAgain: 'Noch einmal speichern',
    through: (done, total) => `Sie sind durch: ${done} von ${total}`,
    throughText:
      'Jede Antwort ist bewertet und gespeichert. K führt zurück; Änderungen werden gespeichert wie alles andere.',
    throughSkipped: (skipped) =>
      `Alles ist gespeichert; ${skipped} übersprungen. Sie kommen wieder, wenn Sie wollen.`,
    seeAgreement: 'Übereinstimmung ansehen',
    backToLast: 'Zurück zur letzten Antwort',
    goThroughSkipped: 'Übersprungene durchgehen',
    goThroughMarked: 'Markierte durchgehen',
    nothingAssigned: (name) => `${name}: noch nichts zugeteilt`,
    you: 'Sie',
    nothingAssignedText:
      'Ziehen Sie eine Stichprobe und teilen Sie sie zu; die Antworten warten dann hier der Reihe nach.',
    sampleAndAssign: 'Stichprobe und Zuteilung',
  },
});
