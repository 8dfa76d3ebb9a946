import { count, plural } from '../ui/format.ts';
import { area } from './area.ts';

/** What an import did: the result, file by file, and the list of what was imported so far. */
export const importOutcomeText = area({
  en: {
    result: 'Result',
    tried: 'Tried: nothing is stored',
    ratingsOf: (files: number) => `Ratings of ${plural(files, 'file')}`,
    noFile: 'No file could be read.',
    nothingToRead: 'There was nothing to read.',
    nothingNew: {
      conversation: (known: number) =>
        `Nothing new: ${plural(known, 'conversation')} ${known === 1 ? 'was' : 'were'} already in the project.`,
      rating: (known: number) =>
        `Nothing new: ${plural(known, 'rating')} ${known === 1 ? 'was' : 'were'} already in the project.`,
    },
    /** With `records` where they are not as many, and `known` where some were there before. */
    imported: {
      conversation: (conversations: number, records: number | null, known: number) =>
        `${plural(conversations, 'conversation')} imported${records === null ? '' : ` from ${plural(records, 'record')}`}${known > 0 ? `; ${count(known)} already there` : ''}.`,
      rating: (ratings: number, records: number | null, known: number) =>
        `${plural(ratings, 'rating')} imported${records === null ? '' : ` from ${plural(records, 'record')}`}${known > 0 ? `; ${count(known)} already there` : ''}.`,
      trial: (conversations: number, records: number | null, known: number) =>
        `${plural(conversations, 'conversation')} would be imported${records === null ? '' : ` from ${plural(records, 'record')}`}${known > 0 ? `; ${count(known)} already there` : ''}.`,
    },
    sum: (records: number, imported: number, known: number, rejected: number) =>
      `Every record is accounted for: ${count(records)} = ${count(imported)} imported + ${count(known)} known already + ${count(rejected)} not readable.`,
    rejected: {
      record: (rejected: number, records: number) =>
        `${count(rejected)} of ${plural(records, 'record')} could not be read. ${rejected === 1 ? 'It is kept.' : 'They are kept.'}`,
      line: (rejected: number, records: number) =>
        `${count(rejected)} of ${plural(records, 'line')} could not be read. ${rejected === 1 ? 'It is kept.' : 'They are kept.'}`,
      rating: (rejected: number, records: number) =>
        `${count(rejected)} of ${plural(records, 'rating')} could not be read. ${rejected === 1 ? 'It is kept.' : 'They are kept.'}`,
    },
    seeWhy: 'See why',
    notes: 'Out of the ordinary',
    manyNotes: (notes: number) => `${plural(notes, 'note')} on what is out of the ordinary`,
    ofFile: (file: string, note: string) => `${file}: ${note}`,
    merged: (records: number) =>
      `${plural(records, 'record')} added feedback or turns to conversations that were there already.`,
    repaired: (records: number, mark: string) =>
      `${plural(records, 'record')} held bytes or characters that are no text; ${mark} stands in their places.`,
    toSurvey: 'See what came in',
    toTranscripts: 'Read the transcripts',
    unread: 'Files that could not be read',
    unreadFiles: (files: number) =>
      `${plural(files, 'file')} could not be read. Nothing of ${files === 1 ? 'it is' : 'them is'} in.`,
    skippedFiles: (files: number) =>
      `${plural(files, 'file')} in the folder ${files === 1 ? 'holds' : 'hold'} no transcripts`,

    eachFile: 'What became of each file',
    allFiles: 'All files',
    columns: {
      when: 'When',
      file: 'File',
      format: 'Format',
      records: 'Records',
      imported: '= imported',
      duplicates: '+ known already',
      rejected: '+ not readable',
      conversations: 'Conversations',
      messages: 'Messages',
      merged: 'Added to',
      repaired: 'Repaired',
    },
    ratings: 'Ratings',
    rejectedOf: (records: number, file: string) =>
      `${plural(records, 'record')} of ${file} not readable: see why`,
    past: 'Past imports',
    fetching: 'Fetching the list…',
    none: 'Nothing was imported yet',
    noneText: 'Every file that comes in is listed here with what became of its records.',
    chooseFiles: 'Choose files',
    more: (shown: number, imports: number) =>
      `Show more: ${count(shown)} of ${plural(imports, 'import')} are shown`,
  },
  de: {
    result: 'Ergebnis',
    tried: 'Probelauf: nichts ist gespeichert',
    ratingsOf: (files) => `Bewertungen aus ${plural(files, 'Datei', 'Dateien')}`,
    noFile: 'Keine Datei war lesbar.',
    nothingToRead: 'Es gab nichts zu lesen.',
    nothingNew: {
      conversation: (known) =>
        known === 1
          ? 'Nichts Neues: 1 Gespräch war schon im Projekt.'
          : `Nichts Neues: ${count(known)} Gespräche waren schon im Projekt.`,
      rating: (known) =>
        known === 1
          ? 'Nichts Neues: 1 Bewertung war schon im Projekt.'
          : `Nichts Neues: ${count(known)} Bewertungen waren schon im Projekt.`,
    },
    imported: {
      conversation: (conversations, records, known) =>
        `${plural(conversations, 'Gespräch', 'Gespräche')}${records === null ? '' : ` aus ${plural(records, 'Datensatz', 'Datensätzen')}`} eingelesen${known > 0 ? `; ${count(known)} schon vorhanden` : ''}.`,
      rating: (ratings, records, known) =>
        `${plural(ratings, 'Bewertung', 'Bewertungen')}${records === null ? '' : ` aus ${plural(records, 'Datensatz', 'Datensätzen')}`} eingelesen${known > 0 ? `; ${count(known)} schon vorhanden` : ''}.`,
      trial: (conversations, records, known) =>
        `${plural(conversations, 'Gespräch', 'Gespräche')}${records === null ? '' : ` aus ${plural(records, 'Datensatz', 'Datensätzen')}`} ${conversations === 1 ? 'würde' : 'würden'} eingelesen${known > 0 ? `; ${count(known)} schon vorhanden` : ''}.`,
    },
    sum: (records, imported, known, rejected) =>
      `Jeder Datensatz ist nachgewiesen: ${count(records)} = ${count(imported)} eingelesen + ${count(known)} schon bekannt + ${count(rejected)} nicht lesbar.`,
    rejected: {
      record: (rejected, records) =>
        `${count(rejected)} von ${plural(records, 'Datensatz', 'Datensätzen')} nicht lesbar. ${rejected === 1 ? 'Er ist aufbewahrt.' : 'Sie sind aufbewahrt.'}`,
      line: (rejected, records) =>
        `${count(rejected)} von ${plural(records, 'Zeile', 'Zeilen')} nicht lesbar. ${rejected === 1 ? 'Sie ist aufbewahrt.' : 'Sie sind aufbewahrt.'}`,
      rating: (rejected, records) =>
        `${count(rejected)} von ${plural(records, 'Bewertung', 'Bewertungen')} nicht lesbar. ${rejected === 1 ? 'Sie ist aufbewahrt.' : 'Sie sind aufbewahrt.'}`,
    },
    seeWhy: 'Gründe ansehen',
    notes: 'Auffälliges',
    manyNotes: (notes) => `${plural(notes, 'Hinweis', 'Hinweise')} auf Auffälliges`,
    ofFile: (file, note) => `${file}: ${note}`,
    merged: (records) =>
      records === 1
        ? '1 Datensatz hat Gespräche, die schon da waren, um Rückmeldungen oder Nachrichten ergänzt.'
        : `${count(records)} Datensätze haben Gespräche, die schon da waren, um Rückmeldungen oder Nachrichten ergänzt.`,
    repaired: (records, mark) =>
      records === 1
        ? `1 Datensatz enthielt Bytes oder Zeichen, die kein Text sind; an ihrer Stelle steht ${mark}.`
        : `${count(records)} Datensätze enthielten Bytes oder Zeichen, die kein Text sind; an ihrer Stelle steht ${mark}.`,
    toSurvey: 'Sehen, was hereinkam',
    toTranscripts: 'Die Gespräche lesen',
    unread: 'Dateien, die nicht lesbar waren',
    unreadFiles: (files) =>
      files === 1
        ? '1 Datei war nicht lesbar. Nichts von ihr ist hereingekommen.'
        : `${count(files)} Dateien waren nicht lesbar. Nichts von ihnen ist hereingekommen.`,
    skippedFiles: (files) =>
      files === 1
        ? '1 Datei im Ordner enthält keine Gespräche'
        : `${count(files)} Dateien im Ordner enthalten keine Gespräche`,

    eachFile: 'Was aus jeder Datei wurde',
    allFiles: 'Alle Dateien',
    columns: {
      when: 'Wann',
      file: 'Datei',
      format: 'Format',
      records: 'Datensätze',
      imported: '= eingelesen',
      duplicates: '+ schon bekannt',
      rejected: '+ nicht lesbar',
      conversations: 'Gespräche',
      messages: 'Nachrichten',
      merged: 'Ergänzt',
      repaired: 'Repariert',
    },
    ratings: 'Bewertungen',
    rejectedOf: (records, file) =>
      `${plural(records, 'Datensatz', 'Datensätze')} von ${file} nicht lesbar: Gründe ansehen`,
    past: 'Bisher eingelesen',
    fetching: 'Die Liste wird geholt…',
    none: 'Noch wurde nichts eingelesen',
    noneText: 'Hier steht jede Datei, die hereinkommt, und was aus ihren Datensätzen wurde.',
    chooseFiles: 'Dateien wählen',
    more: (shown, imports) => `Mehr zeigen: ${count(shown)} von ${count(imports)} zu sehen`,
  },
});
