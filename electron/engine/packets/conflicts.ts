import {
  CONFLICT_CODES,
  type ConflictCode,
  type MergeConflict,
  type RatingVersion,
} from '../../../shared/contract/packets.ts';
import type { Failure } from '../../../shared/contract/result.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all, get } from '../db/statements.ts';
import { sha256Hex } from '../digest.ts';
import { iso } from '../ids.ts';
import { nameOf } from './file-format.ts';
import { differing, ratingOf, type Version } from './fold.ts';
import { type HeldRow, heldEvents } from './held.ts';
import { type HoldReason, RubricCheck, rubricSubject } from './rubric-check.ts';
import { foldAt } from './standing.ts';

const BARE = {
  item: null,
  ratings: 1,
  occasion: 0,
  answer: null,
  file: null,
  versions: [],
  keys: [],
} as const satisfies Partial<MergeConflict>;

/** All that waits for a decision of the lead, in an order that does not depend on when it came. */
export function openConflicts(db: ReadConnection): MergeConflict[] {
  const found = [...differences(db), ...keyChanges(db), ...heldBack(db)];
  const order = ({ code, rater, item, occasion }: MergeConflict): string =>
    `${code} ${rater?.toLowerCase()} ${item} ${occasion}`;
  return found.toSorted((one, other) => (order(one) < order(other) ? -1 : 1));
}

export interface ConflictRow {
  uuid: string;
  rater_id: number;
  item_id: number;
  occasion: number;
  rater: string;
  item: string;
}

const CONFLICTS = `SELECT c.uuid, c.rater_id, c.item_id, c.occasion, p.name AS rater, i.uuid AS item
  FROM merge_conflict c JOIN rater p ON p.id = c.rater_id JOIN item i ON i.id = c.item_id`;

export const conflictRow = (db: ReadConnection, uuid: string): ConflictRow | undefined =>
  get<ConflictRow>(db, `${CONFLICTS} WHERE c.uuid = ?`, uuid);

/** The versions between which the lead is to decide; none where nothing is open any more. */
export function versionsAt(db: ReadConnection, row: ConflictRow): Version[] {
  const place = { raterId: row.rater_id, itemId: row.item_id, occasion: row.occasion };
  const { fold, rules } = foldAt(db, place);
  return differing(fold, rules);
}

const differences = (db: ReadConnection): MergeConflict[] =>
  all<ConflictRow>(db, CONFLICTS).flatMap((row) => {
    const versions = versionsAt(db, row);
    if (versions.length === 0) return [];
    const canSplit = versions.some(({ last }) => last.journal !== null);
    return {
      ...BARE,
      id: row.uuid,
      code: 'RATINGS_DIFFER',
      sentence: `${row.rater} judged one answer differently in ${versions.length} files; the judgement begun first counts until you decide.`,
      advice:
        'Keep one of the judgements, or say that the other is another person under the same name; nothing is lost either way.',
      rater: row.rater,
      item: row.item,
      occasion: row.occasion,
      answer: answerText(db, row.item_id),
      versions: versions.map((version, at) => told(db, version, at === 0)),
      resolutions: canSplit ? ['keep', 'another'] : ['keep'],
    };
  });

function told(db: ReadConnection, version: Version, current: boolean): RatingVersion {
  const { last } = version;
  const signer =
    last.journal === null
      ? undefined
      : get<{ signed_by: string | null }>(
          db,
          'SELECT signed_by FROM foreign_journal WHERE id = ?',
          last.journal,
        );
  return {
    event: last.uuid,
    signedBy: signer?.signed_by ?? null,
    here: last.journal === null,
    current,
    at: iso(last.at),
    rubric: last.rubric,
    rating: ratingOf(version),
  };
}

const SHOWN = 280;

/** The beginning of what is judged. */
export const answerText = (db: ReadConnection, itemId: number): string | null =>
  get<{ text: string }>(
    db,
    `SELECT substr(m.text, 1, ${SHOWN}) AS text FROM judged_answer j JOIN message m ON m.id = j.message_id
     WHERE j.item_id = ? ORDER BY j.number LIMIT 1`,
    itemId,
  )?.text ?? null;

interface SignerRow {
  rater_id: number;
  rater: string;
  uuid: string;
  signed_by: string;
}

/** Keys that sign for a rater, but those that were said to be another's. */
const SIGNERS = `SELECT s.rater_id, p.name AS rater, p.uuid, s.signed_by FROM signer s JOIN rater p ON p.id = s.rater_id
  WHERE NOT EXISTS (SELECT 1 FROM given_away a JOIN foreign_journal j ON j.id = a.journal_id
    WHERE a.rater_id = s.rater_id AND j.signed_by = s.signed_by)
  ORDER BY s.rater_id, s.signed_by`;

/** Keys that were said to be the rater's own. */
const OWN_KEYS =
  "SELECT subject FROM standing_decision WHERE kind = 'same' AND rater_id = ? ORDER BY id DESC LIMIT 1";

export const KEY_CONFLICT = 'key:';

function keyChanges(db: ReadConnection): MergeConflict[] {
  const rows = all<SignerRow>(db, SIGNERS);
  return [...new Set(rows.map(({ rater_id }) => rater_id))].flatMap((raterId): MergeConflict[] => {
    const own = rows.filter(({ rater_id }) => rater_id === raterId);
    const keys = own.map(({ signed_by }) => signed_by);
    const [first] = own;
    const decided: string[] = JSON.parse(get<{ subject: string }>(db, OWN_KEYS, raterId)?.subject ?? '[]');
    if (!first || keys.length < 2 || keys.every((key) => decided.includes(key))) return [];
    return [
      {
        ...BARE,
        id: `${KEY_CONFLICT}${first.uuid}`,
        code: 'KEY_CHANGED',
        sentence: `Ratings of ${first.rater} came under ${keys.length} keys: from more than one machine, or from more than one person.`,
        advice:
          'Ask the rater. Say that all keys are theirs, or that one of them is another person under the same name.',
        rater: first.rater,
        keys,
        resolutions: ['same', 'another'],
      },
    ];
  });
}

interface HeldWords {
  sentence: string;
  advice: string;
}

/** "A rating of Ada", "12 ratings of Ada". */
const ratingsOf = (ratings: number, rater: string): string =>
  ratings === 1 ? `A rating of ${rater}` : `${ratings} ratings of ${rater}`;
const verb = (ratings: number, one: string, many: string): string => (ratings === 1 ? one : many);

const HELD_WORDS: Record<HoldReason, (ratings: number, rater: string, rubric: string) => HeldWords> = {
  ITEM_UNKNOWN: (ratings, rater) => ({
    sentence: `${ratingsOf(ratings, rater)} ${verb(ratings, 'is of an answer', 'are of answers')} that this project does not hold.`,
    advice:
      'Import the conversations, or merge the project file that holds them: the ratings then go in with the next merge. Or leave them out.',
  }),
  RUBRIC_UNKNOWN: (ratings, rater, rubric) => ({
    sentence: `${ratingsOf(ratings, rater)} ${verb(ratings, 'was', 'were')} made under the rubric ${rubric}, which this project does not have.`,
    advice: 'Add that version of the rubric: the ratings then go in with the next merge. Or leave them out.',
  }),
  RUBRIC_DIFFERS: (ratings, rater, rubric) => ({
    sentence: `${ratingsOf(ratings, rater)} ${verb(ratings, 'was', 'were')} made under another text of the rubric ${rubric} than this project has.`,
    advice: 'Compare the two. Take in what was rated under the other text, or leave it out.',
  }),
};

/** Places that are held for one reason, and are one question. */
export interface HeldGroup {
  /** Names it to the lead. */
  id: string;
  code: HoldReason;
  /** The first event of each place. */
  places: HeldRow[];
}

/** What is held back: of one rater, of one file, for one reason. */
export function heldGroups(db: ReadConnection): HeldGroup[] {
  const rubrics = new RubricCheck(db);
  const seen = new Set<string>();
  const groups = new Map<string, HeldGroup>();
  for (const row of heldEvents(db)) {
    if (seen.has(row.place)) continue;
    seen.add(row.place);
    const { rater, event } = row.record;
    const code = rubrics.reason(event.rubric) ?? 'ITEM_UNKNOWN';
    const about = code === 'ITEM_UNKNOWN' ? row.file : rubricSubject(event.rubric);
    const id = `held:${sha256Hex(`${code}\n${rater.name.toLowerCase()}\n${about}`)}`;
    const group = groups.get(id) ?? { id, code, places: [] };
    group.places.push(row);
    groups.set(id, group);
  }
  return [...groups.values()];
}

const heldBack = (db: ReadConnection): MergeConflict[] =>
  heldGroups(db).flatMap(({ id, code, places }): MergeConflict[] => {
    const [first] = places;
    if (!first) return [];
    const { rater, item, occasion, event } = first.record;
    return [
      {
        ...BARE,
        id,
        code,
        ...HELD_WORDS[code](places.length, rater.name, event.rubric.ref),
        rater: rater.name,
        ratings: places.length,
        ...(places.length === 1 ? { item: item.id, occasion } : {}),
        file: first.file,
        resolutions: code === 'RUBRIC_DIFFERS' ? ['accept', 'dismiss'] : ['dismiss'],
      },
    ];
  });

const CODES: readonly string[] = CONFLICT_CODES;
const isConflictCode = (code: string): code is ConflictCode => CODES.includes(code);

/** A file of which nothing was taken in; null where what went wrong is not the file's. */
export const refusedFile = (file: string, { code, message, advice }: Failure): MergeConflict | null =>
  isConflictCode(code)
    ? { ...BARE, id: '', code, sentence: message, advice, rater: null, file: nameOf(file), resolutions: [] }
    : null;
