import type { Preferences } from '../shared/contract/preferences.ts';

/** What the main process says itself: the menu and the system's dialogs. The page's own words are in its catalogue. */
const ENGLISH = {
  file: 'File',
  openProjectItem: 'Open project …',
  close: 'Close',
  quit: 'Quit',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  view: 'View',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  resetZoom: 'Actual size',
  fullScreen: 'Full screen',
  devTools: 'Developer tools',
  help: 'Help',
  about: 'About Touchstone',
  notStarted: 'Touchstone could not start',

  projects: 'Touchstone projects',
  allFiles: 'All files',
  transcripts: 'Transcripts',
  ratings: 'Ratings',
  rubrics: 'Rubrics',
  packets: 'Touchstone packets',
  openProject: 'Open project',
  newProject: 'New project',
  chooseTranscripts: 'Choose transcript files',
  chooseTranscriptFolders: 'Choose folders of transcripts',
  chooseRatings: 'Choose ratings files',
  chooseRubric: 'Choose a rubric',
  chooseFolder: 'Choose a folder',
  writeRejected: 'Write rejected records',
  writeRubric: 'Write the rubric',
  choosePackets: 'Choose packets',
  writePacket: 'Write packet',
  writeReport: 'Save the report',
  project: 'Project',
  sampleProject: 'Sample project',
};

export type MainWords = Readonly<typeof ENGLISH>;
type Language = Exclude<Preferences['language'], 'system'>;

export const MAIN_WORDS: Readonly<Record<Language, MainWords>> = {
  en: ENGLISH,
  de: {
    file: 'Datei',
    openProjectItem: 'Projekt öffnen …',
    close: 'Schließen',
    quit: 'Beenden',
    edit: 'Bearbeiten',
    undo: 'Rückgängig',
    redo: 'Wiederholen',
    cut: 'Ausschneiden',
    copy: 'Kopieren',
    paste: 'Einfügen',
    selectAll: 'Alles auswählen',
    view: 'Ansicht',
    zoomIn: 'Vergrößern',
    zoomOut: 'Verkleinern',
    resetZoom: 'Originalgröße',
    fullScreen: 'Vollbild',
    devTools: 'Entwicklerwerkzeuge',
    help: 'Hilfe',
    about: 'Über Touchstone',
    notStarted: 'Touchstone konnte nicht starten',

    projects: 'Touchstone-Projekte',
    allFiles: 'Alle Dateien',
    transcripts: 'Gespräche',
    ratings: 'Bewertungen',
    rubrics: 'Rubriken',
    packets: 'Touchstone-Pakete',
    openProject: 'Projekt öffnen',
    newProject: 'Neues Projekt',
    chooseTranscripts: 'Dateien mit Gesprächen wählen',
    chooseTranscriptFolders: 'Ordner mit Gesprächen wählen',
    chooseRatings: 'Dateien mit Bewertungen wählen',
    chooseRubric: 'Rubrik wählen',
    chooseFolder: 'Ordner wählen',
    writeRejected: 'Abgelehnte Datensätze schreiben',
    writeRubric: 'Rubrik schreiben',
    choosePackets: 'Pakete wählen',
    writePacket: 'Paket schreiben',
    writeReport: 'Bericht speichern',
    project: 'Projekt',
    sampleProject: 'Beispielprojekt',
  },
};

const isLanguage = (name: string): name is Language => Object.hasOwn(MAIN_WORDS, name);

/** The language for a choice, as the page makes it out: English where the system's is not spoken. */
export function mainLanguage(choice: Preferences['language'], system: readonly string[]): Language {
  if (choice !== 'system') return choice;
  return system.map((tag) => tag.split('-')[0] ?? '').find(isLanguage) ?? 'en';
}

let spoken: Language = 'en';
let redraw = (): void => undefined;

/** The words of the language spoken now. */
export const words = (): MainWords => MAIN_WORDS[spoken];

/** Speaks in a language from now on; what stands on the screen already is drawn again. */
export function speak(language: Language): void {
  if (language === spoken) return;
  spoken = language;
  redraw();
}

/** Told when the language changes. */
export const whenSpokenAnew = (draw: () => void): void => {
  redraw = draw;
};
