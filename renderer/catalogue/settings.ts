import { area } from './area.ts';

/** The settings of a project. */
export const settingsText = area({
  en: {
    title: 'Project settings',
    lead: 'They hold for everyone who works in this project. Each change is stored at once and stands in the audit log.',
    close: 'Close',
    open: 'Settings',
    switches: {
      blind: {
        label: 'Raters work blind',
        description:
          'Model, version, source, user feedback and other raters’ ratings are not even sent to the window.',
      },
      contentWarnings: {
        label: 'Warn before harsh answers',
        description: 'An answer that a detector or a mark calls harsh is blurred until a key lifts it.',
      },
      showPace: {
        label: 'Show raters their own pace',
        description: 'Items today and in an hour of active time. Nobody else is shown it.',
      },
    },
    goldFeedback: 'After an item with a known answer',
    goldChoices: {
      hidden: { label: 'Say nothing', description: 'Raters do not learn which items were gold.' },
      training: {
        label: 'Show the known answer',
        description: 'Beside their own, right after they submit: for training.',
      },
    },
    calibrationFeedback: 'In a calibration round, show the agreed answers',
    roundChoices: {
      round: { label: 'When the round is finished', description: 'All items at once, on a page.' },
      item: { label: 'After each item', description: 'As far as others have rated it by then.' },
    },
    pause: {
      label: 'Suggest pauses',
      description: 'A quiet line after so much work without a rest of five minutes.',
    },
    minutes: 'After minutes',
  },
  de: {
    title: 'Projekteinstellungen',
    lead: 'Sie gelten für alle, die in diesem Projekt arbeiten. Jede Änderung wird sofort gespeichert und steht im Protokoll.',
    close: 'Schließen',
    open: 'Einstellungen',
    switches: {
      blind: {
        label: 'Bewertende arbeiten blind',
        description:
          'Modell, Version, Quelle, Rückmeldungen und fremde Bewertungen gelangen gar nicht erst ins Fenster.',
      },
      contentWarnings: {
        label: 'Vor harten Antworten warnen',
        description:
          'Eine Antwort, die eine Prüfung oder eine Markierung als hart ausweist, bleibt unscharf, bis eine Taste sie zeigt.',
      },
      showPace: {
        label: 'Bewertenden das eigene Tempo zeigen',
        description: 'Antworten heute und in einer Stunde aktiver Zeit. Sonst sieht es niemand.',
      },
    },
    goldFeedback: 'Nach einer Antwort mit bekannter Bewertung',
    goldChoices: {
      hidden: {
        label: 'Nichts sagen',
        description: 'Bewertende erfahren nicht, welche Antworten das waren.',
      },
      training: {
        label: 'Die bekannte Bewertung zeigen',
        description: 'Neben der eigenen, gleich nach der Abgabe: zum Üben.',
      },
    },
    calibrationFeedback: 'In einer Kalibrierungsrunde die gemeinsamen Bewertungen zeigen',
    roundChoices: {
      round: { label: 'Wenn die Runde fertig ist', description: 'Alle Antworten zusammen, auf einer Seite.' },
      item: { label: 'Nach jeder Antwort', description: 'Soweit andere sie bis dahin bewertet haben.' },
    },
    pause: {
      label: 'Pausen vorschlagen',
      description: 'Eine ruhige Zeile nach so viel Arbeit ohne fünf Minuten Rast.',
    },
    minutes: 'Nach Minuten',
  },
});
