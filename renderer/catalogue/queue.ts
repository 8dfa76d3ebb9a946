import { area } from './area.ts';

/** Where a step is that is undone: on the item with this number, on the item on the screen (null), or on one that is gone. */
export type StepPlace = number | 'gone' | null;

const where = (place: StepPlace, on: (item: number) => string, gone: string): string =>
  place === null ? '' : place === 'gone' ? gone : on(place);

const onItem = (place: StepPlace): string =>
  where(place, (item) => `, item ${item}`, ', on an item that is no longer in this queue');
const beiAntwort = (place: StepPlace): string =>
  where(place, (item) => `, Antwort ${item}`, ', bei einer Antwort, die nicht mehr in dieser Liste ist');

/** The queue, the way back in it, pauses and own pace. */
export const queueText = area({
  en: {
    undo: (step: string, place: StepPlace) => `Undo: ${step}${onItem(place)}`,
    redo: (step: string, place: StepPlace) => `Redo: ${step}${onItem(place)}`,
    undone: (step: string, place: StepPlace) => `Undone: ${step}${onItem(place)}`,
    broughtBack: (step: string, place: StepPlace) => `Brought back: ${step}${onItem(place)}`,
    nothingToUndo: 'Nothing to undo',
    noMarked: 'No other item is marked for the lead.',
    noSkipped: 'No other item was skipped.',
    noRound: 'No calibration round is finished yet.',
    done: 'Done',
    doneOf: (done: string, total: string) => `${done} of ${total} done`,
    position: (at: string, total: string) => `${at} of ${total}`,
    activeTime:
      'Active time on this item. It stops when you are away, and nothing else about you is counted.',
    saving: (entries: number) => (entries === 1 ? 'saving…' : `saving ${entries}…`),
    saved: (time: string) => `saved ${time}`,
    notSaved: (entries: number) => `${entries} not saved`,
    pause: 'Pause',
    pauseHint: (key: string) =>
      key === ''
        ? 'Pause: covers the screen and stops the time'
        : `Pause: covers the screen and stops the time (${key})`,
    submit: 'Submit and next',
    submitted: 'Submitted. Next',
    skipped: 'Skipped. Next',
    commands: {
      rationale: 'Why',
      rewrite: 'Rewrite',
      label: 'Label text',
      skip: 'Skip',
      mark: 'Mark',
      guidelines: 'Guidelines',
      meaning: 'Examples',
      cannot: 'Cannot judge',
    },
  },
  de: {
    undo: (step, place) => `Rückgängig: ${step}${beiAntwort(place)}`,
    redo: (step, place) => `Wiederholen: ${step}${beiAntwort(place)}`,
    undone: (step, place) => `Rückgängig gemacht: ${step}${beiAntwort(place)}`,
    broughtBack: (step, place) => `Wiederhergestellt: ${step}${beiAntwort(place)}`,
    nothingToUndo: 'Nichts rückgängig zu machen',
    noMarked: 'Keine weitere Antwort ist für die Leitung markiert.',
    noSkipped: 'Keine weitere Antwort wurde übersprungen.',
    noRound: 'Noch ist keine Kalibrierungsrunde fertig.',
    done: 'Erledigt',
    doneOf: (done, total) => `${done} von ${total} erledigt`,
    position: (at, total) => `${at} von ${total}`,
    activeTime:
      'Aktive Zeit an dieser Antwort. Sie steht, wenn Sie fort sind; sonst wird nichts über Sie gezählt.',
    saving: (entries) => (entries === 1 ? 'speichert…' : `speichert ${entries}…`),
    saved: (time) => `gespeichert ${time}`,
    notSaved: (entries) => `${entries} nicht gespeichert`,
    pause: 'Pause',
    pauseHint: (key) =>
      key === ''
        ? 'Pause: verdeckt den Bildschirm und hält die Zeit an'
        : `Pause: verdeckt den Bildschirm und hält die Zeit an (${key})`,
    submit: 'Abgeben und weiter',
    submitted: 'Abgegeben. Weiter',
    skipped: 'Übersprungen. Weiter',
    commands: {
      rationale: 'Warum',
      rewrite: 'Neu fassen',
      label: 'Benennen',
      skip: 'Überspringen',
      mark: 'Markieren',
      guidelines: 'Leitfaden',
      meaning: 'Beispiele',
      cannot: 'Nicht beurteilbar',
    },
  },
});
