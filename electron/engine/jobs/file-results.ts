import type { Fault } from '../../../shared/contract/errors.ts';
import type { ImportedFile } from '../../../shared/contract/importing.ts';
import type { FileDone } from './import-set.ts';
import type { Chosen, PassedOver } from './look-at-files.ts';
import { emptyTally } from './tally.ts';

/** What is told of a file that is in, or was tried. */
export function importedFile({ chosen, batch, uuid, sha256, gathered, layout }: FileDone): ImportedFile {
  const { tally } = batch;
  const notes = batch.notes();
  if (gathered > 0)
    notes.push(
      `${gathered} of its records are parts of conversations, which were joined over all files of this format.`,
    );
  return {
    ...faceOf(chosen),
    ...tally,
    status: 'imported',
    sha256,
    gathered,
    encoding: layout?.encoding ?? null,
    framing: layout?.framing ?? null,
    notes,
    quarantine: tally.rejected > 0 ? uuid : null,
    error: null,
  };
}

/** What is told of a file that turned out to be damaged. */
export const failedFile = (chosen: Chosen, { failure }: Fault): ImportedFile => ({
  ...faceOf(chosen),
  ...nothing(),
  status: 'failed',
  error: failure,
});

/** Codes of files that are simply something else. */
const NO_TRANSCRIPT = new Set(['NOT_JSON', 'UNKNOWN_FORMAT', 'FILE_EMPTY', 'ARCHIVE_UNSUPPORTED']);

/** What is told of a file in a folder that was not read. */
export const passedOverFile = ({ path, name, fault: { failure } }: PassedOver): ImportedFile => ({
  path,
  name,
  adapter: '',
  confidence: 0,
  runners_up: [],
  ...nothing(),
  status: NO_TRANSCRIPT.has(failure.code) ? 'skipped' : 'failed',
  error: failure,
});

const nothing = () => ({
  ...emptyTally(),
  sha256: '',
  gathered: 0,
  encoding: null,
  framing: null,
  notes: [],
  quarantine: null,
});

const faceOf = ({ source, detection: { adapter, confidence, runnersUp } }: Chosen) => ({
  path: source.path,
  name: source.name,
  adapter: adapter.name,
  confidence,
  runners_up: runnersUp,
});
