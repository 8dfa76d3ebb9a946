import { area } from './area.ts';

/** What shared pieces say wherever they stand: buttons, running jobs, plots, seeds, questions. */
export const controlsText = area({
  en: {
    close: 'Close',
    tryAgain: 'Try again',
    dismiss: 'Dismiss',
    understood: 'Understood',
    line: (line: number) => `line ${line}`,
    copy: { no: 'Copy', yes: 'Copied', refused: 'Not copied' },
    copyOf: (state: string, what: string) => `${state}: ${what}`,
    cancel: 'Cancel',
    cancelling: 'Cancelling…',
    starting: 'starting',
    doing: (title: string, phase: string) => `${title}: ${phase}`,
    amount: {
      files: (count: string) => `${count} files`,
      records: (count: string) => `${count} records`,
      rows: (count: string) => `${count} rows`,
    },
    aSecond: (amount: string) => `${amount} a second`,
    left: (time: string) => `${time} left`,
    numbers: 'Numbers',
    notDrawn: (reason: string) => `The plot could not be drawn: ${reason}`,
    seed: 'Seed',
    newSeed: 'Throw a new seed',
    leaveTitle: 'Leave without saving?',
    notSaved: (entries: number) =>
      entries === 1 ? '1 rating entry could not be saved.' : `${entries} rating entries could not be saved.`,
    leave: 'Leave without them',
    stay: 'Stay',
  },
  de: {
    close: 'Schließen',
    tryAgain: 'Noch einmal versuchen',
    dismiss: 'Ausblenden',
    understood: 'Verstanden',
    line: (line) => `Zeile ${line}`,
    copy: { no: 'Kopieren', yes: 'Kopiert', refused: 'Nicht kopiert' },
    copyOf: (state, what) => `${state}: ${what}`,
    cancel: 'Abbrechen',
    cancelling: 'Wird abgebrochen…',
    starting: 'beginnt',
    doing: (title, phase) => `${title}: ${phase}`,
    amount: {
      files: (count) => `${count} Dateien`,
      records: (count) => `${count} Datensätze`,
      rows: (count) => `${count} Zeilen`,
    },
    aSecond: (amount) => `${amount} je Sekunde`,
    left: (time) => `noch ${time}`,
    numbers: 'Zahlen',
    notDrawn: (reason) => `Das Diagramm ließ sich nicht zeichnen: ${reason}`,
    seed: 'Startwert',
    newSeed: 'Neuen Startwert würfeln',
    leaveTitle: 'Ohne Speichern verlassen?',
    notSaved: (entries) =>
      entries === 1
        ? '1 Eintrag zu Bewertungen konnte nicht gespeichert werden.'
        : `${entries} Einträge zu Bewertungen konnten nicht gespeichert werden.`,
    leave: 'Ohne sie verlassen',
    stay: 'Bleiben',
  },
});
