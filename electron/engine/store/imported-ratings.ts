import { Fault, isFault } from '../../../shared/contract/errors.ts';
import { canonical, type Json } from '../../../shared/domain/canonical.ts';
import { applyAction, EMPTY_RATING } from '../../../shared/domain/rating.ts';
import { rubricRef } from '../../../shared/domain/rubric.ts';
import type { WriteContext } from '../context.ts';
import { all, get, run } from '../db/statements.ts';
import { sha256 } from '../digest.ts';
import { auditEvents, lastEvent, type RatingPlace, recordAction, type StoredEvent } from '../journal.ts';
import { finishBatch, insertBatch } from './batches.ts';
import { type NamedItem, type NamedRating, namedItem } from './named-items.ts';
import { nextOccasion, OWN_SHOWING } from './newest-ratings.ts';
import { currentRubric, findRubric } from './project.ts';
import { addFaults, type NewFault } from './quarantine.ts';
import { ensureRater } from './raters.ts';

/** One rating from a file, well formed, not yet checked against the project. */
export interface NewRating extends NamedRating {
  rater: string;
  rubric: string;
  activeMs: number;
  /** Fields the format does not name, kept as they came. */
  extra: Record<string, unknown>;
  source: NewFault;
}

interface RatingsFile {
  file: string;
  sha256: string;
  records: number;
  ratings: readonly NewRating[];
  faults: readonly NewFault[];
}

export interface RatingsOutcome {
  imported: number;
  duplicates: number;
  rejected: number;
  reasons: Record<string, number>;
}

/** Stores a file of ratings, all of it or nothing: events are never taken back, so there is no half-way to return from. */
export function storeRatings(
  context: WriteContext,
  { file, sha256: digest, records, ratings, faults }: RatingsFile,
): RatingsOutcome & { batch: string } {
  const batch = insertBatch(context, { kind: 'ratings', file, adapter: 'native-ratings' });
  const outcome = addRatings(context, batch.id, ratings, faults);
  const { imported, duplicates, rejected } = outcome;
  finishBatch(context, {
    batch: batch.id,
    sha256: digest,
    counts: { records, imported, duplicates, rejected },
  });
  return { batch: batch.uuid, ...outcome };
}

/** Stores ratings as events, once each; what does not fit the project goes to quarantine with its reason. */
function addRatings(
  context: WriteContext,
  batch: number,
  ratings: readonly NewRating[],
  faults: readonly NewFault[],
): RatingsOutcome {
  const outcome: RatingsOutcome = { imported: 0, duplicates: 0, rejected: 0, reasons: {} };
  const rejected: NewFault[] = [...faults];
  const first = (lastEvent(context.db)?.seq ?? 0) + 1;
  let last: StoredEvent | undefined;
  for (const rating of ratings) {
    const digest = ratingDigest(rating);
    if (get(context.db, 'SELECT 1 FROM imported_rating WHERE digest = ?', digest)) {
      outcome.duplicates += 1;
      continue;
    }
    const stored = addRating(context, batch, rating, digest);
    if ('code' in stored) rejected.push({ ...rating.source, ...stored });
    else {
      last = stored;
      outcome.imported += 1;
    }
  }
  refuseForeign(context, rejected, outcome);
  addFaults(context, { batch, faults: rejected });
  outcome.rejected = rejected.length;
  for (const { code } of rejected) outcome.reasons[code] = (outcome.reasons[code] ?? 0) + 1;
  if (last) auditEvents(context, 'ratings.import', first, last);
  return outcome;
}

/** A file whose every rating was made under a rubric that is not the project's belongs to another project. */
function refuseForeign(context: WriteContext, rejected: readonly NewFault[], outcome: RatingsOutcome): void {
  const nothingFits = outcome.imported === 0 && outcome.duplicates === 0 && rejected.length > 0;
  if (!nothingFits || !rejected.every(({ code }) => code === 'RUBRIC_UNKNOWN')) return;
  throw new Fault(
    'RUBRIC_UNKNOWN',
    `None of these ratings was made under the rubric of this project, ${rubricRef(currentRubric(context.db))}. ${rejected[0]?.reason ?? ''}`,
  );
}

const ratingDigest = ({
  conversation,
  message,
  rater,
  rubric,
  action,
  comparison,
  activeMs,
  extra,
}: NewRating): Buffer => {
  const compared = comparison ? [comparison] : [];
  const face: Json = JSON.parse(
    JSON.stringify([conversation, message, rater, rubric, action, activeMs, extra, ...compared]),
  );
  return sha256(canonical(face));
};

type Rejection = Pick<NewFault, 'code' | 'path' | 'reason'>;

function addRating(
  context: WriteContext,
  batch: number,
  rating: NewRating,
  digest: Buffer,
): StoredEvent | Rejection {
  const rubric = findRubric(context.db, rating.rubric);
  if (!rubric)
    return {
      code: 'RUBRIC_UNKNOWN',
      path: '$.rubric',
      reason: `The project has no rubric ${rating.rubric}.`,
    };
  const named = itemOf(context, rating);
  if ('code' in named) return named;
  const { action } = named;
  const refused = named.refused(rubric);
  const field = rating.comparison ? 'preference' : 'values';
  if (refused) return { code: 'VALUE_NOT_ALLOWED', path: `$.${field}`, reason: `${capital(refused)}.` };
  const item = named.ensure(context);
  const rater = ensureRater(context, rating.rater);
  const whose = { raterId: rater.id, raterUuid: rater.uuid, itemId: item.id, itemRef: item.ref };
  const place = { ...whose, occasion: occasionFor(context, whose, rating.rubric) };
  const next = applyAction(EMPTY_RATING, action);
  const stored = recordAction(context, place, rating.rubric, action, next, rating.activeMs, batch);
  const extra = Object.keys(rating.extra).length > 0 ? JSON.stringify(rating.extra) : null;
  run(
    context.db,
    'INSERT INTO imported_rating (digest, event_seq, extra) VALUES (?, ?, ?)',
    digest,
    stored.seq,
    extra,
  );
  return stored;
}

/** Where a rating of this version goes: beside those of other versions, which it leaves as they are. */
function occasionFor(
  { db }: WriteContext,
  { raterId, itemId }: Pick<RatingPlace, 'raterId' | 'itemId'>,
  rubric: string,
): number {
  const known = all<{ occasion: number; rubric: string }>(
    db,
    `SELECT r.occasion, r.rubric FROM rating r WHERE r.item_id = ? AND r.rater_id = ? AND ${OWN_SHOWING} ORDER BY r.occasion`,
    itemId,
    raterId,
  );
  if (known.length === 0) return 0;
  return known.find((row) => row.rubric === rubric)?.occasion ?? nextOccasion(db, raterId, itemId);
}

function itemOf({ db }: WriteContext, rating: NewRating): NamedItem | Rejection {
  try {
    return namedItem(db, rating);
  } catch (error) {
    if (!isFault(error)) throw error;
    const { code, message } = error.failure;
    return { code, path: rating.comparison?.candidates ? '$.candidates' : '$.message', reason: message };
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
