import type { OutputOf, ParsedInputOf } from '../../../shared/contract/commands.ts';
import { Fault } from '../../../shared/contract/errors.ts';
import { rubricRef } from '../../../shared/domain/rubric.ts';
import { type RatingRecord, readRating } from '../../../shared/formats/native-ratings.ts';
import type { RecordFrame } from '../files/frame.ts';
import { openSource, type Source } from '../files/source.ts';
import type { JobContext } from '../lanes.ts';
import type { NewRating } from '../store/imported-ratings.ts';
import { currentRubric } from '../store/project.ts';
import type { NewFault } from '../store/quarantine.ts';
import { faultOf } from './fault-of.ts';
import { parseFrame, type Taken, takeIn, unbroken } from './intake.ts';

/**
 * Imports native ratings: each becomes an event; those known already are counted, those that do not fit are kept with a reason.
 * Every file is read before the first is stored, so that one that cannot be read leaves the project as it was.
 */
export async function importRatings(
  context: JobContext,
  { files }: ParsedInputOf<'import.ratings'>,
): Promise<OutputOf<'import.ratings'>> {
  const sources: Source[] = [];
  for (const path of files) sources.push(await openSource(path));
  const total = { records: 0, imported: 0, duplicates: 0, rejected: 0, reasons: {}, quarantine: [] };
  const result: OutputOf<'import.ratings'> = total;
  const wholes: WholeFile[] = [];
  for (const source of sources) wholes.push(await readWhole(context, source));
  for (const whole of wholes) {
    const one = await context.act('ratings.store', whole);
    result.records += whole.records;
    result.imported += one.imported;
    result.duplicates += one.duplicates;
    result.rejected += one.rejected;
    for (const [code, n] of Object.entries(one.reasons))
      result.reasons[code] = (result.reasons[code] ?? 0) + n;
    if (one.rejected > 0) result.quarantine.push(one.batch);
  }
  return result;
}

interface WholeFile {
  file: string;
  ratings: NewRating[];
  faults: NewFault[];
  sha256: string;
  records: number;
}

async function readWhole(context: JobContext, source: Source): Promise<WholeFile> {
  const ratings: NewRating[] = [];
  const faults: NewFault[] = [];
  const rubric = rubricRef(currentRubric(context.db));
  const { sha256, records } = await unbroken(
    takeIn<NewRating>(context, source, {
      phase: `reading ${source.name}`,
      take: (frame) => [take(frame, rubric)],
      put: async (rows, rejected) => {
        ratings.push(...rows);
        faults.push(...rejected);
      },
    }),
  );
  if (ratings.length === 0) throw noRatings(source, faults);
  return { file: source.name, ratings, faults, sha256, records };
}

/** A file without one rating in it is taken for something else. */
function noRatings({ name, path }: Source, faults: readonly NewFault[]): Fault {
  const [first] = faults;
  if (!first) return new Fault('FILE_EMPTY', `There is no record in the file: ${path}`, { file: path });
  const place = { file: path, line: first.line };
  return faults.every(({ code }) => code === 'NOT_JSON')
    ? new Fault('NOT_JSON', `No line of ${name} is JSON. ${first.reason}`, place)
    : new Fault(
        'UNKNOWN_FORMAT',
        `Nothing in ${name} is a native rating. ${first.path}: ${first.reason}`,
        place,
        'Give native ratings, one JSON object a line, with conversation, message, rater and values, or of comparisons a preference.',
      );
}

function take(frame: RecordFrame, defaultRubric: string): Taken<NewRating> {
  const parsed = parseFrame(frame);
  if ('fault' in parsed) return parsed;
  const outcome = readRating(parsed.value);
  if (!outcome.ok) return { fault: faultOf(frame, outcome.fault) };
  return { row: newRating(outcome.rating, frame, defaultRubric) };
}

function newRating(record: RatingRecord, frame: RecordFrame, defaultRubric: string): NewRating {
  const {
    conversation,
    message,
    rater,
    rubric,
    createdAt,
    activeMs,
    extra,
    values,
    cannot,
    categories,
    spans,
    rationale,
    rewrite,
    comparison,
  } = record;
  return {
    conversation,
    message,
    rater,
    rubric: rubric ?? defaultRubric,
    action: {
      kind: 'import',
      values,
      ...(Object.keys(cannot).length > 0 ? { cannot } : {}),
      categories,
      spans,
      rationale,
      rewrite,
      createdAt,
    },
    comparison,
    activeMs: Math.round(activeMs ?? 0),
    extra,
    source: faultOf(frame, { code: '', path: '$', reason: '' }),
  };
}

/** Known answers from a native ratings file; one record that cannot be read refuses the file. */
export async function readGold(context: JobContext, path: string): Promise<NewRating[]> {
  const { ratings, faults } = await readWhole(context, await openSource(path));
  const first = faults[0];
  if (first)
    throw new Fault('RECORD_INVALID', `Gold line ${first.line}: ${first.reason}`, {
      file: path,
      line: first.line,
    });
  return ratings;
}
