import { bytes, count, plural } from '../ui/format.ts';
import { area } from './area.ts';

/** Import: choosing files, what waits to be imported, and the button that imports. */
export const importText = area({
  en: {
    title: 'Import',
    lead: 'Every record comes in, is known already, or is kept aside with the reason.',
    parts: {
      new: 'New import',
      rejected: (records: number) => (records === 0 ? 'Not readable' : `Not readable (${count(records)})`),
      past: 'Past imports',
    },
    chooseLabel: 'Choose files',
    transcripts: 'Transcripts',
    drop: 'Drop transcript files or folders here, or',
    dropMore: 'Drop more files or folders, or',
    chooseFiles: 'Choose files…',
    chooseFolder: 'Choose a folder…',
    formats:
      'JSON Lines, JSON, CSV, TSV and Parquet, plain or packed (.gz, .zst). The format is found by what is in a file: ChatGPT, Claude, OpenAI, Anthropic, LangSmith, Langfuse, Helicone, OpenTelemetry, ShareGPT, WildChat and more; anything else by its fields.',
    ratingsToo: "Ratings made elsewhere, in Touchstone's own format, join the answers they name.",
    chooseRatings: 'Choose ratings…',
    ratings: 'Ratings',

    chosen: 'Chosen files',
    states: { waiting: 'waiting', reading: 'being read…', read: 'read' },
    cannotBeRead: 'cannot be read',
    sayFields: 'no format that is known: say what its fields are',
    looking: 'looking…',
    found: (format: string, confidence: string) => `${format}, ${confidence}`,
    foundWithFaults: (format: string, confidence: string, faults: number) =>
      `${format}, ${confidence} · ${plural(faults, 'fault')} near the start`,
    foundGarbled: (format: string, confidence: string) => `${format}, ${confidence} · check the encoding`,
    confidence: { certain: 'certain', likely: 'likely', unsure: 'unsure' },
    unknownFormat: 'It is in no format Touchstone knows. Open it to choose the format.',
    asRatings: 'Import as ratings',
    byFields: 'Say what its fields are',
    leaveOut: (file: string) => `Leave out ${file}`,

    leaveOutFolder: (folder: string) => `Leave out the folder ${folder}`,
    lookingIntoFolder: 'looking into the folder…',
    folderFailed: 'cannot be looked into',
    folderHolds: (held: number, files: number, kinds: string) =>
      held === files
        ? `${plural(held, 'file')} with transcripts: ${kinds}`
        : `${count(held)} of ${plural(files, 'file')} with transcripts: ${kinds}`,
    folderHoldsNone: (files: number) => `none of ${plural(files, 'file')} holds transcripts`,
    filesOf: (files: number, format: string) => `${count(files)} × ${format}`,
    others: 'others',
    moreFiles: (shown: number, files: number) =>
      `Show more: ${count(shown)} of ${plural(files, 'file')} are shown`,

    placeholders: 'Replace personal data by placeholders',
    placeholdersHint:
      'Raters see [EMAIL_1] where an address stood; the original is kept apart in the project, and who looks at it stands in the audit log.',
    names: 'People’s names too',
    namesHint: 'By a list of names, which also meets towns and the famous.',

    lookingAtFolder: 'Looking at the folder…',
    lookingAtFiles: (files: number) => `Looking at ${plural(files, 'file')}…`,
    inAll: (size: number) => `${bytes(size)} in all`,
    filesCannotBeRead: (files: number) => `${plural(files, 'file')} cannot be read`,
    filesUnsaid: (files: number) => `the fields of ${plural(files, 'file')} are still to be said`,
    removeRefused: 'Remove those that cannot be read',
    tryOut: 'Try without storing',
    run: (files: number) => `Import ${plural(files, 'file')}`,

    jobs: {
      reading: (file: string) => `Reading ${file}`,
      lookingInto: (folder: string) => `Looking into ${folder}`,
      writing: 'Writing records',
    },
  },
  de: {
    title: 'Einlesen',
    lead: 'Jeder Datensatz kommt herein, ist schon bekannt oder wird mit seinem Grund beiseitegelegt.',
    parts: {
      new: 'Neu einlesen',
      rejected: (records) => (records === 0 ? 'Nicht lesbar' : `Nicht lesbar (${count(records)})`),
      past: 'Bisher eingelesen',
    },
    chooseLabel: 'Dateien wählen',
    transcripts: 'Gespräche',
    drop: 'Ziehen Sie Dateien oder Ordner mit Gesprächen hierher, oder',
    dropMore: 'Ziehen Sie weitere Dateien oder Ordner hierher, oder',
    chooseFiles: 'Dateien wählen…',
    chooseFolder: 'Ordner wählen…',
    formats:
      'JSON Lines, JSON, CSV, TSV und Parquet, auch gepackt (.gz, .zst). Das Format wird am Inhalt der Datei erkannt: ChatGPT, Claude, OpenAI, Anthropic, LangSmith, Langfuse, Helicone, OpenTelemetry, ShareGPT, WildChat und weitere; alles andere anhand seiner Felder.',
    ratingsToo:
      'Bewertungen, die anderswo in Touchstones eigenem Format entstanden sind, kommen zu den Antworten, die sie nennen.',
    chooseRatings: 'Bewertungen wählen…',
    ratings: 'Bewertungen',

    chosen: 'Gewählte Dateien',
    states: { waiting: 'wartet', reading: 'wird gelesen…', read: 'gelesen' },
    cannotBeRead: 'nicht lesbar',
    sayFields: 'kein bekanntes Format: geben Sie an, was die Felder sind',
    looking: 'wird angesehen…',
    found: (format, confidence) => `${format}, ${confidence}`,
    foundWithFaults: (format, confidence, faults) =>
      `${format}, ${confidence} · ${plural(faults, 'Fehler', 'Fehler')} nahe dem Anfang`,
    foundGarbled: (format, confidence) => `${format}, ${confidence} · Kodierung prüfen`,
    confidence: { certain: 'sicher', likely: 'wahrscheinlich', unsure: 'unsicher' },
    unknownFormat:
      'Die Datei hat kein Format, das Touchstone kennt. Klappen Sie sie auf, um das Format zu wählen.',
    asRatings: 'Als Bewertungen einlesen',
    byFields: 'Angeben, was die Felder sind',
    leaveOut: (file) => `${file} weglassen`,

    leaveOutFolder: (folder) => `Ordner ${folder} weglassen`,
    lookingIntoFolder: 'Ordner wird durchgesehen…',
    folderFailed: 'kann nicht durchgesehen werden',
    folderHolds: (held, files, kinds) =>
      held === files
        ? `${plural(held, 'Datei', 'Dateien')} mit Gesprächen: ${kinds}`
        : `${count(held)} von ${plural(files, 'Datei', 'Dateien')} mit Gesprächen: ${kinds}`,
    folderHoldsNone: (files) =>
      files === 1 ? '1 Datei, ohne Gespräche' : `${count(files)} Dateien, keine mit Gesprächen`,
    filesOf: (files, format) => `${count(files)} × ${format}`,
    others: 'andere',
    moreFiles: (shown, files) =>
      `Mehr zeigen: ${count(shown)} von ${plural(files, 'Datei', 'Dateien')} zu sehen`,

    placeholders: 'Personenbezogene Daten durch Platzhalter ersetzen',
    placeholdersHint:
      'Bewertende sehen [EMAIL_1], wo eine Adresse stand; das Original bleibt getrennt im Projekt, und wer es ansieht, steht im Protokoll.',
    names: 'Auch Namen von Personen',
    namesHint: 'Nach einer Namensliste, die auch Orte und Prominente trifft.',

    lookingAtFolder: 'Der Ordner wird angesehen…',
    lookingAtFiles: (files) =>
      files === 1 ? '1 Datei wird angesehen…' : `${count(files)} Dateien werden angesehen…`,
    inAll: (size) => `${bytes(size)} insgesamt`,
    filesCannotBeRead: (files) => `${plural(files, 'Datei', 'Dateien')} nicht lesbar`,
    filesUnsaid: (files) => `die Felder von ${plural(files, 'Datei', 'Dateien')} sind noch anzugeben`,
    removeRefused: 'Nicht lesbare entfernen',
    tryOut: 'Probelauf ohne Speichern',
    run: (files) => `${plural(files, 'Datei', 'Dateien')} einlesen`,

    jobs: {
      reading: (file) => `${file} wird gelesen`,
      lookingInto: (folder) => `${folder} wird durchgesehen`,
      writing: 'Datensätze werden geschrieben',
    },
  },
});
