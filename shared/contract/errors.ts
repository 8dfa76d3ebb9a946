import { type ErrorPlace, type Failure, fail, type Result } from './result.ts';

interface ErrorKind {
  advice: string;
  /** Exit status of the command line: 1 refused or check failed, 2 wrong usage, 3 internal. */
  exit: 1 | 2 | 3;
}

const refused = (advice: string): ErrorKind => ({ advice, exit: 1 });

/** Every error Touchstone can give, with the advice shown beside it. */
export const ERRORS = {
  USAGE: { advice: 'Run the command with --help to see its options.', exit: 2 },
  INTERNAL: {
    advice: 'This is a fault in Touchstone. Nothing was changed; please report the message.',
    exit: 3,
  },
  ENGINE_STOPPED: {
    advice: 'The engine is being restarted. What was shown as saved is saved; repeat the last step.',
    exit: 3,
  },
  INVALID_INPUT: { advice: 'Correct the named field and try again.', exit: 2 },
  CANCELLED: refused('Nothing was changed. Start again when ready.'),

  FILE_NOT_FOUND: refused('Check the path and the spelling.'),
  FILE_IS_DIRECTORY: refused('Give a file, not a folder.'),
  FILE_NOT_PERMITTED: refused('Give your user permission to this file or folder, or choose another place.'),
  FILE_EMPTY: refused('Check the program that wrote the file; there is nothing in it to read.'),
  FILE_EXISTS: refused('Choose another name; Touchstone never overwrites a file it did not make.'),
  FILE_UNREADABLE: refused('Copy the file to another disk and try again.'),
  DISK_FULL: refused('Free some space on the disk and try again; nothing was lost.'),
  READ_ONLY: refused('Copy the project to a place you may write to, and open the copy.'),

  NOT_JSON: refused(
    'Touchstone reads JSON Lines, JSON, CSV, TSV and Parquet, plain or packed with gzip or Zstandard.',
  ),
  UNKNOWN_FORMAT: refused(
    'Choose the format yourself (on the command line with --adapter), or say with a mapping what its fields are (--map).',
  ),
  RATINGS_FILE: refused('Import the file as ratings, after the transcripts they belong to.'),
  RECORD_INVALID: refused('Mend the record and import the file again; what is in already is not doubled.'),
  RECORD_TOO_LARGE: refused('Split or shorten the record; one record may have up to 64 MB.'),
  GZIP_DAMAGED: refused('The compressed file is cut off or damaged. Copy or download it again.'),
  ZSTD_DAMAGED: refused('The compressed file is cut off or damaged. Copy or download it again.'),
  PARQUET_DAMAGED: refused(
    'Read the file with the program that wrote it; if it opens there, write it anew or as JSON Lines.',
  ),
  DECOMPRESSION_BOMB: refused(
    'If the file is what it should be, unpack it first and import what comes out of it.',
  ),
  QUARANTINE_EMPTY: refused('Nothing was rejected, or not for this reason; there is nothing to mend.'),
  MAPPING_UNKNOWN: refused('Check the name, or give the mapping as a file.'),
  MAPPING_INVALID: refused('Correct the mapping at the field named.'),
  ARCHIVE_UNSUPPORTED: refused('Unpack the archive and give the folder, or the files in it.'),

  NOT_A_PROJECT: refused('Choose a .touchstone file, or make a new project.'),
  PROJECT_NEWER: refused('Update Touchstone, then open the project again.'),
  PROJECT_BUSY: refused('Close the project in the other window or program, then try again.'),
  PROJECT_CORRUPT: refused(
    'Keep the file as it is and open a copy; backups, where there are any, lie in the folder beside it.',
  ),
  NO_PROJECT: refused('Open or make a project first.'),

  PIN_NEEDED: refused('Enter the PIN.'),
  PIN_WRONG: refused(
    'Check the number lock and try again; after a few wrong tries there is a wait between them.',
  ),
  PIN_WAIT: refused('Wait for the time named, then try again.'),
  NOT_AT_DESK: refused('Choose who is at the desk; a profile with a PIN is entered with it.'),
  PROFILES_NOT_WRITTEN: refused(
    'Free some space on the disk, or mend the permissions of the settings folder, and try again.',
  ),

  RUBRIC_INVALID: refused('Correct the rubric file at the place named.'),
  RUBRIC_UNKNOWN: refused('Use the rubric and version this project was made with.'),
  RUBRIC_STALE: refused('Look at the newest version, then save on top of it, or take it over.'),
  RUBRIC_UNCHANGED: refused('Change something first; a version that says nothing new is not kept.'),
  RERATE_NOTHING: refused('Choose other dimensions or raters; nothing was asked for.'),
  RERATE_UNKNOWN: refused('List what was asked for again, and use one of the ids.'),
  RERATE_BEGUN: refused('What raters have begun stays with them. Nothing was changed.'),
  RATER_UNKNOWN: refused('Add the rater first, or check the spelling of the name.'),
  RATER_EXISTS: refused('Choose a name that no other rater of this project has.'),
  CONVERSATION_UNKNOWN: refused('Look for it again in the list; it may belong to another project.'),
  ITEM_UNKNOWN: refused('Import its conversation first, or check the ids.'),
  SAMPLE_UNKNOWN: refused('List the samples with stats and use one of their ids.'),
  SAMPLE_EMPTY: refused('Import transcripts with assistant answers, or loosen the filter.'),
  SAMPLE_TOO_SMALL: refused('Ask for a larger size, or lower the minimum for each stratum.'),
  SAMPLE_PLAN_INVALID: refused('Leave out one of the two, or change the strategy or the allocation.'),
  OVERLAP_TOO_LARGE: refused('Name more raters, or lower the overlap.'),
  ROUND_OPEN: refused('Finish the round first; skipped items count as done.'),
  VALUE_NOT_ALLOWED: refused("Use one of the dimension's options."),
  NOT_RATED: refused('Wait until somebody has rated it; there is nothing to decide between.'),
  RATING_INCOMPLETE: refused('Answer what is still open, then submit.'),
  NOTHING_TO_UNDO: refused('There is nothing further back.'),
  NOTHING_TO_REDO: refused('There is nothing undone to bring back.'),

  NOT_A_PACKET: refused('Choose a packet that Touchstone made, or a project file of the same study.'),
  PACKET_NOT_OPENED: refused(
    'Open it in the window, or on the command line with "touchstone packet open FILE --out PROJECT".',
  ),
  PACKET_NEWER: refused('Update Touchstone, then try again.'),
  PACKET_ALTERED: refused('Ask for the packet again; nothing of this one was taken in.'),
  PACKET_LOCKED: refused('Give the passphrase that the packet was made with.'),
  PACKET_PASSPHRASE: refused('Check the passphrase and try again; capital letters count.'),
  PACKET_FOREIGN: refused('Merge it into the project that it was made for.'),
  PACKET_NO_WORK: refused('Merge it into the project of the study; only a packet of work can be opened.'),
  PACKET_EMPTY: refused('Assign work to the rater first, or choose another rater.'),
  CONFLICT_UNKNOWN: refused('Look at the list of conflicts again; it may have been decided meanwhile.'),
  RESOLUTION_NOT_POSSIBLE: refused('Choose another way to decide this conflict.'),

  MATRIX_INVALID: refused('Give raters x units as JSON, or a long (unit,rater,value) or wide CSV.'),
  EXPRESSION_INVALID: refused(
    'A filter is made of conditions such as language = en, length >= 200 or text contains "refund", joined by and, or, not and brackets.',
  ),
  EXPORT_EMPTY: refused('Rate some items first, or loosen the recipe.'),
  RECIPE_INVALID: refused('Correct the recipe at the field named.'),
  AUDIT_BROKEN: refused('The record was changed outside Touchstone. Compare with a backup.'),
  AUDIT_SAMPLE_EMPTY: refused('Rate some items first; the bias sample is drawn from rated answers.'),
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof ERRORS;

/** Builds the failure for a code; the advice comes from the table unless a better one is known. */
export function failure(code: ErrorCode, message: string, place?: ErrorPlace, advice?: string): Failure {
  return { code, message, advice: advice ?? ERRORS[code].advice, ...(place ? { place } : {}) };
}

export const refuse = <T = never>(code: ErrorCode, message: string, place?: ErrorPlace): Result<T> =>
  fail<T>(failure(code, message, place));

/** The exception form of a failure, for use inside a boundary only. */
export class Fault extends Error {
  readonly failure: Failure;
  constructor(code: ErrorCode, message: string, place?: ErrorPlace, advice?: string) {
    super(message);
    this.name = 'Fault';
    this.failure = failure(code, message, place, advice);
  }
}

/** True for a Fault of this realm or one that crossed a border and kept its shape. */
export function isFault(error: unknown): error is Fault {
  return error instanceof Error && error.name === 'Fault' && 'failure' in error;
}
