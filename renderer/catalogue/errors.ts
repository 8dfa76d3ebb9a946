import type { ErrorCode } from '../../shared/contract/errors.ts';
import { area } from './area.ts';

/** What happened, and what to do about it. */
export type ErrorSaid = readonly [headline: string, advice: string];

/** Errors by code. English has none of its own: the engine's sentence and advice are shown as they are. */
export const errorText = area<Readonly<Record<ErrorCode, ErrorSaid>> | null>({
  en: null,
  de: {
    USAGE: ['Der Befehl ist nicht richtig angegeben.', 'Mit --help zeigt der Befehl seine Optionen.'],
    INTERNAL: [
      'In Touchstone ist ein Fehler aufgetreten.',
      'Das liegt an Touchstone. Nichts wurde geändert; bitte melden Sie den Wortlaut.',
    ],
    ENGINE_STOPPED: [
      'Das Projekt war kurz nicht erreichbar.',
      'Die Verbindung wird wiederhergestellt. Was als gespeichert gezeigt wurde, ist gespeichert; wiederholen Sie den letzten Schritt.',
    ],
    INVALID_INPUT: [
      'Eine Angabe stimmt nicht.',
      'Berichtigen Sie das genannte Feld und versuchen Sie es noch einmal.',
    ],
    CANCELLED: [
      'Der Vorgang wurde abgebrochen.',
      'Nichts wurde geändert. Beginnen Sie neu, wann Sie wollen.',
    ],

    FILE_NOT_FOUND: ['Die Datei wurde nicht gefunden.', 'Prüfen Sie Ort und Schreibweise.'],
    FILE_IS_DIRECTORY: ['Das ist ein Ordner.', 'Wählen Sie eine Datei, keinen Ordner.'],
    FILE_NOT_PERMITTED: [
      'Der Zugriff ist nicht erlaubt.',
      'Geben Sie Ihrem Benutzerkonto das Recht auf diese Datei oder diesen Ordner, oder wählen Sie einen anderen Ort.',
    ],
    FILE_EMPTY: [
      'Die Datei ist leer.',
      'Prüfen Sie das Programm, das sie geschrieben hat; es gibt nichts zu lesen.',
    ],
    FILE_EXISTS: [
      'Die Datei gibt es schon.',
      'Wählen Sie einen anderen Namen; Touchstone überschreibt keine Datei, die es nicht selbst angelegt hat.',
    ],
    FILE_UNREADABLE: [
      'Die Datei lässt sich nicht lesen.',
      'Kopieren Sie sie auf einen anderen Datenträger und versuchen Sie es noch einmal.',
    ],
    DISK_FULL: [
      'Der Datenträger ist voll.',
      'Schaffen Sie Platz und versuchen Sie es noch einmal; nichts ging verloren.',
    ],
    READ_ONLY: [
      'Hier lässt sich nicht schreiben.',
      'Kopieren Sie das Projekt an einen Ort, an dem Sie schreiben dürfen, und öffnen Sie die Kopie.',
    ],

    NOT_JSON: [
      'Das Format der Datei ist nicht lesbar.',
      'Touchstone liest JSON Lines, JSON, CSV, TSV und Parquet, auch mit gzip oder Zstandard gepackt.',
    ],
    UNKNOWN_FORMAT: [
      'Das Format wurde nicht erkannt.',
      'Wählen Sie das Format selbst (auf der Befehlszeile mit --adapter), oder sagen Sie mit einer Zuordnung, was die Felder sind (--map).',
    ],
    RATINGS_FILE: [
      'Die Datei enthält Bewertungen.',
      'Lesen Sie sie als Bewertungen ein, nach den Gesprächen, zu denen sie gehören.',
    ],
    RECORD_INVALID: [
      'Ein Datensatz ist fehlerhaft.',
      'Bessern Sie ihn aus und lesen Sie die Datei noch einmal ein; was schon da ist, wird nicht verdoppelt.',
    ],
    RECORD_TOO_LARGE: [
      'Ein Datensatz ist zu groß.',
      'Teilen oder kürzen Sie ihn; ein Datensatz darf bis zu 64 MB haben.',
    ],
    GZIP_DAMAGED: [
      'Die gepackte Datei ist beschädigt.',
      'Sie ist abgeschnitten oder beschädigt. Kopieren oder laden Sie sie noch einmal.',
    ],
    ZSTD_DAMAGED: [
      'Die gepackte Datei ist beschädigt.',
      'Sie ist abgeschnitten oder beschädigt. Kopieren oder laden Sie sie noch einmal.',
    ],
    PARQUET_DAMAGED: [
      'Die Parquet-Datei ist beschädigt.',
      'Lesen Sie sie mit dem Programm, das sie geschrieben hat; wenn sie sich dort öffnet, schreiben Sie sie neu oder als JSON Lines.',
    ],
    DECOMPRESSION_BOMB: [
      'Entpackt wäre die Datei übermäßig groß.',
      'Wenn sie so sein soll, entpacken Sie sie zuerst und lesen Sie das Ergebnis ein.',
    ],
    QUARANTINE_EMPTY: [
      'Es gibt nichts auszubessern.',
      'Nichts wurde abgelehnt, oder nicht aus diesem Grund.',
    ],
    MAPPING_UNKNOWN: [
      'Diese Zuordnung gibt es nicht.',
      'Prüfen Sie den Namen, oder geben Sie die Zuordnung als Datei.',
    ],
    MAPPING_INVALID: ['Die Zuordnung ist fehlerhaft.', 'Berichtigen Sie sie am genannten Feld.'],
    ARCHIVE_UNSUPPORTED: [
      'Archive dieser Art liest Touchstone nicht.',
      'Entpacken Sie das Archiv und wählen Sie den Ordner oder die Dateien darin.',
    ],

    NOT_A_PROJECT: [
      'Das ist kein Projekt von Touchstone.',
      'Wählen Sie eine .touchstone-Datei, oder legen Sie ein neues Projekt an.',
    ],
    PROJECT_NEWER: [
      'Das Projekt stammt aus einer neueren Fassung von Touchstone.',
      'Aktualisieren Sie Touchstone und öffnen Sie das Projekt dann noch einmal.',
    ],
    PROJECT_BUSY: [
      'Das Projekt ist anderswo geöffnet.',
      'Schließen Sie es im anderen Fenster oder Programm und versuchen Sie es noch einmal.',
    ],
    PROJECT_CORRUPT: [
      'Die Projektdatei ist beschädigt.',
      'Lassen Sie die Datei, wie sie ist, und öffnen Sie eine Kopie; Sicherungen, falls vorhanden, liegen im Ordner daneben.',
    ],
    NO_PROJECT: ['Es ist kein Projekt geöffnet.', 'Öffnen Sie zuerst ein Projekt, oder legen Sie eines an.'],

    PIN_NEEDED: ['Es braucht die PIN.', 'Geben Sie die PIN ein.'],
    PIN_WRONG: [
      'Das ist nicht die PIN.',
      'Prüfen Sie die Num-Taste und versuchen Sie es noch einmal; nach einigen Fehlversuchen ist dazwischen zu warten.',
    ],
    PIN_WAIT: [
      'Der nächste Versuch ist noch gesperrt.',
      'Warten Sie die genannte Zeit und versuchen Sie es dann noch einmal.',
    ],
    NOT_AT_DESK: [
      'Niemand mit diesem Namen sitzt am Platz.',
      'Wählen Sie, wer am Platz sitzt; ein Profil mit PIN wird mit ihr betreten.',
    ],
    PROFILES_NOT_WRITTEN: [
      'Die Profile konnten nicht gespeichert werden.',
      'Schaffen Sie Platz auf dem Datenträger, oder berichtigen Sie die Rechte des Einstellungsordners, und versuchen Sie es noch einmal.',
    ],

    RUBRIC_INVALID: [
      'Die Rubrik ist fehlerhaft.',
      'Berichtigen Sie die Rubrikdatei an der genannten Stelle.',
    ],
    RUBRIC_UNKNOWN: [
      'Diese Rubrik gibt es im Projekt nicht.',
      'Verwenden Sie die Rubrik und Fassung, mit der das Projekt angelegt wurde.',
    ],
    RUBRIC_STALE: [
      'Inzwischen gibt es eine neuere Fassung der Rubrik.',
      'Sehen Sie die neueste Fassung an und setzen Sie darauf auf, oder übernehmen Sie sie.',
    ],
    RUBRIC_UNCHANGED: [
      'An der Rubrik ist nichts geändert.',
      'Ändern Sie zuerst etwas; eine Fassung, die nichts Neues sagt, wird nicht gespeichert.',
    ],
    RERATE_NOTHING: [
      'Es gibt nichts neu zu bewerten.',
      'Wählen Sie andere Dimensionen oder Bewertende; es wurde nichts erbeten.',
    ],
    RERATE_UNKNOWN: [
      'Diese Bitte um neue Bewertung gibt es nicht.',
      'Lassen Sie sich zeigen, was erbeten ist, und verwenden Sie eine dieser Kennungen.',
    ],
    RERATE_BEGUN: [
      'Neue Bewertungen sind schon begonnen.',
      'Was Bewertende begonnen haben, bleibt bei ihnen. Nichts wurde geändert.',
    ],
    RATER_UNKNOWN: [
      'Diesen Namen gibt es unter den Bewertenden nicht.',
      'Fügen Sie die Person zuerst hinzu, oder prüfen Sie die Schreibweise.',
    ],
    RATER_EXISTS: [
      'Diesen Namen gibt es schon.',
      'Wählen Sie einen Namen, den sonst niemand in diesem Projekt hat.',
    ],
    CONVERSATION_UNKNOWN: [
      'Dieses Gespräch gibt es nicht.',
      'Suchen Sie es noch einmal in der Liste; es gehört vielleicht zu einem anderen Projekt.',
    ],
    ITEM_UNKNOWN: [
      'Diese Antwort gibt es im Projekt nicht.',
      'Lesen Sie zuerst ihr Gespräch ein, oder prüfen Sie die Kennungen.',
    ],
    SAMPLE_UNKNOWN: [
      'Diese Stichprobe gibt es nicht.',
      'Lassen Sie sich mit stats die Stichproben zeigen und verwenden Sie eine ihrer Kennungen.',
    ],
    SAMPLE_EMPTY: [
      'Die Stichprobe wäre leer.',
      'Lesen Sie Gespräche mit Antworten des Assistenten ein, oder lockern Sie den Filter.',
    ],
    SAMPLE_TOO_SMALL: [
      'Die Stichprobe ist zu klein.',
      'Verlangen Sie eine größere, oder senken Sie das Mindeste je Schicht.',
    ],
    SAMPLE_PLAN_INVALID: [
      'Der Plan der Stichprobe geht nicht auf.',
      'Lassen Sie eines von beidem weg, oder ändern Sie das Verfahren oder die Aufteilung.',
    ],
    OVERLAP_TOO_LARGE: [
      'Die Überlappung ist zu groß.',
      'Nennen Sie mehr Bewertende, oder senken Sie die Überlappung.',
    ],
    ROUND_OPEN: [
      'Die Kalibrierungsrunde ist noch nicht fertig.',
      'Beenden Sie zuerst die Runde; Übersprungenes gilt als erledigt.',
    ],
    NOT_RATED: [
      'Das wurde noch nicht bewertet.',
      'Warten Sie, bis jemand bewertet hat; noch gibt es nichts zu entscheiden.',
    ],
    VALUE_NOT_ALLOWED: [
      'Dieser Wert ist nicht vorgesehen.',
      'Verwenden Sie eine der Optionen dieser Dimension.',
    ],
    RATING_INCOMPLETE: [
      'Die Bewertung ist noch nicht vollständig.',
      'Beantworten Sie, was noch offen ist, und geben Sie dann ab.',
    ],
    NOTHING_TO_UNDO: ['Es gibt nichts rückgängig zu machen.', 'Weiter zurück geht es nicht.'],
    NOTHING_TO_REDO: [
      'Es gibt nichts wiederherzustellen.',
      'Nichts Zurückgenommenes lässt sich wiederherstellen.',
    ],

    NOT_A_PACKET: [
      'Das ist kein Paket von Touchstone.',
      'Wählen Sie ein Paket, das Touchstone geschrieben hat, oder eine Projektdatei derselben Studie.',
    ],
    PACKET_NOT_OPENED: [
      'Das Paket ist noch nicht geöffnet.',
      'Öffnen Sie es im Fenster, oder auf der Befehlszeile mit „touchstone packet open DATEI --out PROJEKT“.',
    ],
    PACKET_NEWER: [
      'Das Paket stammt aus einer neueren Fassung von Touchstone.',
      'Aktualisieren Sie Touchstone und versuchen Sie es noch einmal.',
    ],
    PACKET_ALTERED: [
      'Das Paket wurde verändert.',
      'Bitten Sie noch einmal um das Paket; von diesem wurde nichts übernommen.',
    ],
    PACKET_LOCKED: [
      'Das Paket ist verschlüsselt.',
      'Geben Sie die Passphrase ein, mit der es geschrieben wurde.',
    ],
    PACKET_PASSPHRASE: [
      'Das ist nicht die Passphrase.',
      'Prüfen Sie sie und versuchen Sie es noch einmal; Groß- und Kleinschreibung zählt.',
    ],
    PACKET_FOREIGN: [
      'Das Paket gehört zu einem anderen Projekt.',
      'Führen Sie es mit dem Projekt zusammen, für das es geschrieben wurde.',
    ],
    PACKET_NO_WORK: [
      'Das Paket enthält keine Arbeit.',
      'Führen Sie es mit dem Projekt der Studie zusammen; nur ein Paket mit Arbeit lässt sich öffnen.',
    ],
    PACKET_EMPTY: [
      'Das Paket wäre leer.',
      'Teilen Sie der Person zuerst Arbeit zu, oder wählen Sie eine andere.',
    ],
    CONFLICT_UNKNOWN: [
      'Diesen Konflikt gibt es nicht.',
      'Sehen Sie die Liste der Konflikte noch einmal an; er ist vielleicht inzwischen entschieden.',
    ],
    RESOLUTION_NOT_POSSIBLE: [
      'So lässt sich dieser Konflikt nicht entscheiden.',
      'Wählen Sie einen anderen Weg, ihn zu entscheiden.',
    ],

    MATRIX_INVALID: [
      'Die Tabelle ist fehlerhaft.',
      'Geben Sie Bewertende mal Einheiten als JSON, oder eine lange (unit,rater,value) oder breite CSV-Datei.',
    ],
    EXPRESSION_INVALID: [
      'Der Filter ist nicht richtig geschrieben.',
      'Ein Filter besteht aus Bedingungen wie language = en, length >= 200 oder text contains "refund", verbunden durch and, or, not und Klammern.',
    ],
    EXPORT_EMPTY: [
      'Es gibt nichts zu exportieren.',
      'Bewerten Sie zuerst einige Antworten, oder lockern Sie das Rezept.',
    ],
    RECIPE_INVALID: ['Das Rezept ist fehlerhaft.', 'Berichtigen Sie es am genannten Feld.'],
    AUDIT_BROKEN: [
      'Das Protokoll ist unterbrochen.',
      'Es wurde außerhalb von Touchstone geändert. Vergleichen Sie mit einer Sicherung.',
    ],
    AUDIT_SAMPLE_EMPTY: [
      'Es gibt noch nichts zu prüfen.',
      'Bewerten Sie zuerst einige Antworten; die Stichprobe wird aus bewerteten gezogen.',
    ],
  },
});
