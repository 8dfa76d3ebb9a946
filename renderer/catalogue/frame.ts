import { area } from './area.ts';

/** The bar over every screen, and word of the engine; it is there with the first item, so that this is kept small. */
export const frameText = area({
  en: {
    sections: 'Sections',
    sectionsOf: (project: string) => `${project}: sections`,
    names: {
      import: 'Import',
      survey: 'Survey',
      transcripts: 'Transcripts',
      rubric: 'Rubric',
      sample: 'Sample',
      rate: 'Rate',
      agreement: 'Agreement',
      adjudicate: 'Adjudicate',
      export: 'Export',
      exchange: 'Exchange',
      audit: 'Audit',
    },
    colours: { system: 'Colours: as the system', light: 'Colours: light', dark: 'Colours: dark' },
    allKeys: 'All keys',
    keysHint: (key: string) => (key === '' ? 'All keys' : `All keys (${key})`),
    engine: {
      restarting:
        'Reconnecting to the project. What was shown as saved is saved; what you do now is kept and saved in a moment.',
      down: 'The project cannot be reached. What was shown as saved is saved. Close Touchstone and start it again.',
    },
  },
  de: {
    sections: 'Bereiche',
    sectionsOf: (project) => `${project}: Bereiche`,
    names: {
      import: 'Einlesen',
      survey: 'Überblick',
      transcripts: 'Gespräche',
      rubric: 'Rubrik',
      sample: 'Stichprobe',
      rate: 'Bewerten',
      agreement: 'Übereinstimmung',
      adjudicate: 'Entscheiden',
      export: 'Export',
      exchange: 'Austausch',
      audit: 'Prüfung',
    },
    colours: { system: 'Farben: wie das System', light: 'Farben: hell', dark: 'Farben: dunkel' },
    allKeys: 'Alle Tasten',
    keysHint: (key) => (key === '' ? 'Alle Tasten' : `Alle Tasten (${key})`),
    engine: {
      restarting:
        'Die Verbindung zum Projekt wird wiederhergestellt. Was als gespeichert gezeigt wurde, ist gespeichert; was Sie jetzt tun, wird behalten und gleich gespeichert.',
      down: 'Das Projekt ist nicht erreichbar. Was als gespeichert gezeigt wurde, ist gespeichert. Schließen Sie Touchstone und starten Sie es neu.',
    },
  },
});
