import { ERRORS } from '../../shared/contract/errors.ts';
import { bytes, count, plural } from '../ui/format.ts';
import { area } from './area.ts';

/** Records that could not be read: where, why, and the way to mend them. */
export const importRejectedText = area({
  en: {
    title: 'Rejected records',
    none: 'Every record could be read',
    noneLeft: 'No rejected record is left',
    noneLeftText: (records: number) =>
      records === 1 ? 'The one there was is mended.' : `All ${count(records)} that there were are mended.`,
    state: 'Records that',
    standing: 'stand as they were',
    mended: (records: number) => `were mended since (${count(records)})`,
    times: (times: number, also: readonly { file: string; line: number }[]) => {
      const places = also.map(({ file, line }) => `${file}, line ${count(line)}`).join('; ');
      return `came ${count(times)} times, kept once; also in ${places}${times - 1 > also.length ? '; …' : ''}`;
    },
    mendedIn: (file: string) => `read again without it: ${file}`,
    noneText:
      'A record that cannot be read is kept here as it stood, with its line and the reason, to be mended and imported again.',
    fetching: 'Fetching the records…',
    which: 'Of which import',
    all: 'All imports',
    importOf: (file: string, time: string, records: number) => `${file}, ${time} (${count(records)})`,
    write: (records: number) => `Write ${plural(records, 'record')} to a file…`,
    byReason: 'Rejected records by reason',
    columns: { why: 'Why', code: 'Code', place: 'Where in the record', records: 'Records', files: 'Files' },
    wholeRecord: 'the whole record',
    suchAs: (reason: string) => `Such as: ${reason}`,
    line: (line: number) => `line ${count(line)}`,
    byte: (offset: number) => `byte ${count(offset)}`,
    range: (from: number, to: number, of: number) => `${count(from)} to ${count(to)} of ${count(of)}`,
    earlier: 'Earlier',
    later: 'Later',
    original: (line: number) => `The record of line ${count(line)} as it stood`,
    less: 'Show less',
    allCharacters: (characters: number) => `Show all ${count(characters)} characters`,
    cutKept: (characters: number, size: number) =>
      `These are its first ${count(characters)} characters of ${bytes(size)}. The whole of it is written to the file to be mended.`,
    cutLost: (characters: number, size: number) =>
      `These are its first ${count(characters)} characters of ${bytes(size)}. The project keeps only its beginning; the whole of it is in the file it came from.`,
    written: 'The records are written as they stood. Mend them there, then import the file.',
    writtenFile: (records: number, source: string) => `${plural(records, 'record')} of ${source}:`,
    reasonsIn: 'the reasons in',
    tooLarge: (records: number, source: string) =>
      `${count(records)} more ${records === 1 ? 'is' : 'are'} too large to be kept whole and only in ${source} itself.`,
    chooseMended: 'Choose the mended files…',
    importMended: 'Import the mended file',
    otherAdvice: 'Mend the record at the place named.',
    reasons: {
      NOT_JSON: {
        title: 'Not JSON',
        advice: 'Look for a record that was cut off, a missing quote or a comma too many.',
      },
      RECORD_INVALID: {
        title: 'Not as its format wants it',
        advice: 'Mend the value at the place named, or read the file as another format.',
      },
      RECORD_TOO_LARGE: { title: 'Too large', advice: ERRORS.RECORD_TOO_LARGE.advice },
      NESTED_TOO_DEEP: {
        title: 'Nested too deep',
        advice: 'No log needs such depth: look at the program that wrote the record.',
      },
      NO_CONVERSATION: {
        title: 'No conversation in it',
        advice:
          'Nothing is lost if such records are steps of another kind, such as retrieval or a health check.',
      },
      NO_ANSWER: {
        title: 'No answer',
        advice: 'The call failed or was broken off; there is nothing to judge.',
      },
      NO_PROMPT: { title: 'No prompt', advice: 'Fill in the prompt, or say with a mapping where it is.' },
      PROMPT_ABSENT: {
        title: 'The prompt is not in the file',
        advice: 'Give the file with the prompts beside it, in the same import.',
      },
      BODY_ABSENT: {
        title: 'The texts were not logged',
        advice: 'Export it again from where it came from, with what went into and came out of the model.',
      },
      WRONG_CELL_COUNT: {
        title: 'More or fewer cells than the header',
        advice: 'Put quotes around cells with a separator in them, or fill up the row.',
      },
      QUOTE_NOT_CLOSED: {
        title: 'A quote that is not closed',
        advice: 'Close it; a quote within a quoted cell is written twice.',
      },
      RUBRIC_UNKNOWN: { title: 'Another rubric', advice: ERRORS.RUBRIC_UNKNOWN.advice },
      ITEM_UNKNOWN: { title: 'An answer that is not here', advice: ERRORS.ITEM_UNKNOWN.advice },
      VALUE_NOT_ALLOWED: {
        title: 'A value that the rubric does not have',
        advice: ERRORS.VALUE_NOT_ALLOWED.advice,
      },
    },
  },
  de: {
    title: 'Nicht lesbare Datensätze',
    none: 'Jeder Datensatz war lesbar',
    noneLeft: 'Kein nicht lesbarer Datensatz ist übrig',
    noneLeftText: (records) =>
      records === 1 ? 'Der einzige ist berichtigt.' : `Alle ${count(records)}, die es gab, sind berichtigt.`,
    state: 'Datensätze, die',
    standing: 'noch so dastehen',
    mended: (records) => `seither berichtigt wurden (${count(records)})`,
    times: (times, also) => {
      const places = also.map(({ file, line }) => `${file}, Zeile ${count(line)}`).join('; ');
      return `kam ${count(times)}-mal, einmal aufbewahrt; auch in ${places}${times - 1 > also.length ? '; …' : ''}`;
    },
    mendedIn: (file) => `ohne ihn erneut gelesen: ${file}`,
    noneText:
      'Ein nicht lesbarer Datensatz wird hier aufbewahrt, wie er dastand, mit Zeile und Grund, um ihn zu berichtigen und erneut einzulesen.',
    fetching: 'Die Datensätze werden geholt…',
    which: 'Aus welcher Datei',
    all: 'Alles Eingelesene',
    importOf: (file, time, records) => `${file}, ${time} (${count(records)})`,
    write: (records) => `${plural(records, 'Datensatz', 'Datensätze')} in eine Datei schreiben…`,
    byReason: 'Nicht lesbare Datensätze nach Grund',
    columns: {
      why: 'Warum',
      code: 'Code',
      place: 'Wo im Datensatz',
      records: 'Datensätze',
      files: 'Dateien',
    },
    wholeRecord: 'der ganze Datensatz',
    suchAs: (reason) => `Zum Beispiel: ${reason}`,
    line: (line) => `Zeile ${count(line)}`,
    byte: (offset) => `Byte ${count(offset)}`,
    range: (from, to, of) => `${count(from)} bis ${count(to)} von ${count(of)}`,
    earlier: 'Frühere',
    later: 'Spätere',
    original: (line) => `Der Datensatz aus Zeile ${count(line)}, wie er dastand`,
    less: 'Weniger zeigen',
    allCharacters: (characters) => `Alle ${count(characters)} Zeichen zeigen`,
    cutKept: (characters, size) =>
      `Das sind die ersten ${count(characters)} Zeichen von ${bytes(size)}. In die Datei zum Berichtigen wird er ganz geschrieben.`,
    cutLost: (characters, size) =>
      `Das sind die ersten ${count(characters)} Zeichen von ${bytes(size)}. Das Projekt bewahrt nur den Anfang auf; ganz steht er in der Datei, aus der er kam.`,
    written:
      'Die Datensätze sind geschrieben, wie sie dastanden. Berichtigen Sie sie dort und lesen Sie die Datei dann ein.',
    writtenFile: (records, source) => `${plural(records, 'Datensatz', 'Datensätze')} aus ${source}:`,
    reasonsIn: 'die Gründe in',
    tooLarge: (records, source) =>
      records === 1
        ? `1 weiterer ist zu groß, um ganz aufbewahrt zu werden, und steht nur in ${source} selbst.`
        : `${count(records)} weitere sind zu groß, um ganz aufbewahrt zu werden, und stehen nur in ${source} selbst.`,
    chooseMended: 'Die berichtigten Dateien wählen…',
    importMended: 'Die berichtigte Datei einlesen',
    otherAdvice: 'Berichtigen Sie den Datensatz an der genannten Stelle.',
    reasons: {
      NOT_JSON: {
        title: 'Kein JSON',
        advice:
          'Suchen Sie nach einem abgeschnittenen Datensatz, einem fehlenden Anführungszeichen oder einem Komma zu viel.',
      },
      RECORD_INVALID: {
        title: 'Nicht so, wie es das Format verlangt',
        advice:
          'Berichtigen Sie den Wert an der genannten Stelle, oder lesen Sie die Datei als anderes Format.',
      },
      RECORD_TOO_LARGE: {
        title: 'Zu groß',
        advice: 'Teilen oder kürzen Sie den Datensatz; einer darf bis zu 64 MB haben.',
      },
      NESTED_TOO_DEEP: {
        title: 'Zu tief verschachtelt',
        advice: 'Keine Aufzeichnung braucht solche Tiefe: sehen Sie nach, welches Programm sie schrieb.',
      },
      NO_CONVERSATION: {
        title: 'Kein Gespräch darin',
        advice:
          'Nichts geht verloren, wenn es Schritte anderer Art sind, etwa eine Suche oder eine Betriebsprüfung.',
      },
      NO_ANSWER: {
        title: 'Keine Antwort',
        advice: 'Der Aufruf schlug fehl oder brach ab; es gibt nichts zu bewerten.',
      },
      NO_PROMPT: {
        title: 'Keine Frage',
        advice: 'Tragen Sie die Frage ein, oder geben Sie mit einer Zuordnung an, wo sie steht.',
      },
      PROMPT_ABSENT: {
        title: 'Die Frage steht nicht in der Datei',
        advice: 'Lesen Sie die Datei mit den Fragen zusammen mit dieser ein.',
      },
      BODY_ABSENT: {
        title: 'Die Texte wurden nicht aufgezeichnet',
        advice: 'Exportieren Sie erneut aus der Quelle, mit dem, was in das Modell hineinging und herauskam.',
      },
      WRONG_CELL_COUNT: {
        title: 'Mehr oder weniger Zellen als die Kopfzeile',
        advice:
          'Setzen Sie Zellen mit einem Trennzeichen darin in Anführungszeichen, oder füllen Sie die Zeile auf.',
      },
      QUOTE_NOT_CLOSED: {
        title: 'Ein offenes Anführungszeichen',
        advice: 'Schließen Sie es; innerhalb einer Zelle in Anführungszeichen wird es doppelt geschrieben.',
      },
      RUBRIC_UNKNOWN: {
        title: 'Eine andere Rubrik',
        advice: 'Verwenden Sie Rubrik und Fassung, mit denen dieses Projekt angelegt wurde.',
      },
      ITEM_UNKNOWN: {
        title: 'Eine Antwort, die nicht hier ist',
        advice: 'Lesen Sie zuerst ihr Gespräch ein, oder prüfen Sie die Kennungen.',
      },
      VALUE_NOT_ALLOWED: {
        title: 'Ein Wert, den die Rubrik nicht hat',
        advice: 'Verwenden Sie einen der Werte dieser Dimension.',
      },
    },
  },
});
