import type { OutputOf, ParsedInputOf } from '../../../shared/contract/commands.ts';
import type { RejectedRecord } from '../../../shared/contract/importing.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all, count, each, type Named } from '../db/statements.ts';

/** Rejected records are shown up to this many characters. */
const SHOWN = 4000;
const EXAMPLES = 3;
/** Groups told of, the largest first. */
const GROUPS = 200;

/** Which rejected records are meant; what is left out means all. */
export type Rejection = Pick<ParsedInputOf<'import.quarantine'>, 'batch' | 'code' | 'place'>;
type Asked = Rejection & Partial<Pick<ParsedInputOf<'import.quarantine'>, 'resolved' | 'each'>>;

const PLACE = 'coalesce(q.place, q.json_path)';
/** One and the same record, however often it was rejected. */
const RECORD = 'coalesce(q.same_as, q.id)';
/** What counts as one: a record, or each time it came. */
const ONE = `iif(@each, q.id, ${RECORD})`;
/** Further places told of. */
const ALSO = 5;

const FROM = `FROM quarantine q JOIN batch b ON b.id = q.batch_id AND b.status = 'ready'
  WHERE (@batch IS NULL OR b.uuid = @batch) AND (@code IS NULL OR q.code = @code)
    AND (@place IS NULL OR ${PLACE} = @place) AND (q.resolved_by IS NOT NULL) = @resolved`;

const named = ({ batch, code, place, resolved = false, each: apart = false }: Asked): Named => ({
  batch: batch ?? null,
  code: code ?? null,
  place: place ?? null,
  resolved: Number(resolved),
  each: Number(apart),
});

/** The first time each was rejected, in their order. */
const FIRST = `SELECT min(q.id) AS first ${FROM} GROUP BY ${ONE} ORDER BY first`;

const shown = (
  limit: string,
): string => `SELECT q.id, b.uuid AS batch, b.file, q.line, q.byte_offset, q.json_path, q.code, q.reason,
    substr(f.original, 1, ${SHOWN}) AS original, coalesce(q.size, length(CAST(f.original AS BLOB))) AS size, q.truncated,
    (SELECT count(*) FROM quarantine o JOIN batch ob ON ob.id = o.batch_id AND ob.status = 'ready'
     WHERE o.id = f.id OR o.same_as = f.id) AS times,
    (SELECT json_group_array(json_object('file', file, 'line', line)) FROM (
      SELECT ob.file, o.line FROM quarantine o JOIN batch ob ON ob.id = o.batch_id AND ob.status = 'ready'
      WHERE (o.id = f.id OR o.same_as = f.id) AND o.id <> q.id ORDER BY o.id LIMIT ${ALSO})) AS also,
    r.file AS resolved_by
  FROM (${FIRST} ${limit}) p JOIN quarantine q ON q.id = p.first JOIN batch b ON b.id = q.batch_id
    JOIN quarantine f ON f.id = ${RECORD} LEFT JOIN batch r ON r.id = q.resolved_by
  ORDER BY q.id`;

interface Row extends Omit<RejectedRecord, 'byteOffset' | 'path' | 'truncated' | 'also' | 'resolvedBy'> {
  byte_offset: number;
  json_path: string;
  truncated: number;
  also: string;
  resolved_by: string | null;
}

const hydrate = ({ byte_offset, json_path, truncated, also, resolved_by, ...rest }: Row): RejectedRecord => ({
  ...rest,
  byteOffset: byte_offset,
  path: json_path,
  truncated: truncated === 1,
  also: JSON.parse(also),
  resolvedBy: resolved_by,
});

const countRecords = (db: ReadConnection, which: Asked): number =>
  count(db, `SELECT count(DISTINCT ${ONE}) AS n ${FROM}`, named(which));

/** Rejected records that stand, each once, however often they came. */
export const countStanding = (db: ReadConnection): number => countRecords(db, {});

export function listQuarantine(
  db: ReadConnection,
  { offset, limit, ...which }: ParsedInputOf<'import.quarantine'>,
): OutputOf<'import.quarantine'> {
  const rows = all<Row>(db, shown('LIMIT @limit OFFSET @offset'), { ...named(which), limit, offset });
  return {
    total: countRecords(db, which),
    resolved: countRecords(db, { ...which, resolved: true }),
    groups: listGroups(db, which),
    rows: rows.map(hydrate),
  };
}

interface GroupRow {
  code: string;
  place: string;
  count: number;
  files: number;
}

function listGroups(db: ReadConnection, which: Asked): OutputOf<'import.quarantine'>['groups'] {
  const groups = all<GroupRow>(
    db,
    `SELECT q.code, ${PLACE} AS place, count(DISTINCT ${ONE}) AS count, count(DISTINCT q.batch_id) AS files ${FROM}
     GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT ${GROUPS}`,
    named(which),
  );
  return groups.map((group) => ({
    ...group,
    examples: all<Row>(
      db,
      shown(`LIMIT ${EXAMPLES}`),
      named({ ...which, code: group.code, place: group.place }),
    ).map(hydrate),
  }));
}

/** A rejected record as it is kept. */
export interface KeptRecord {
  line: number;
  byte_offset: number;
  json_path: string;
  code: string;
  reason: string;
  original: string;
  original_bytes: Buffer | null;
  size: number | null;
  truncated: number;
}

export interface QuarantinedBatch {
  id: number;
  uuid: string;
  file: string;
  framing: string | null;
  encoding: string | null;
  header: string | null;
}

/** The batches that have such records first, in the order they came in. */
export const quarantinedBatches = (db: ReadConnection, which: Rejection): QuarantinedBatch[] =>
  all<QuarantinedBatch>(
    db,
    `SELECT DISTINCT b.id, b.uuid, b.file, b.framing, b.encoding, b.header
     FROM (${FIRST}) p JOIN quarantine q ON q.id = p.first JOIN batch b ON b.id = q.batch_id ORDER BY b.id`,
    named(which),
  );

/** Such records of one batch that are not of an earlier one, one by one, in the order they were rejected. */
export const keptRecords = (
  db: ReadConnection,
  which: Rejection,
  batch: QuarantinedBatch,
): IterableIterator<KeptRecord> =>
  each<KeptRecord>(
    db,
    `SELECT q.line, q.byte_offset, q.json_path, q.code, q.reason, f.original, f.original_bytes, q.size, q.truncated
     FROM (${FIRST}) p JOIN quarantine q ON q.id = p.first JOIN quarantine f ON f.id = ${RECORD}
     WHERE q.batch_id = @of ORDER BY q.id`,
    { ...named(which), of: batch.id },
  );
