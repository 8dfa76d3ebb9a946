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

const FROM = `FROM quarantine q JOIN batch b ON b.id = q.batch_id AND b.status = 'ready'
  WHERE (@batch IS NULL OR b.uuid = @batch) AND (@code IS NULL OR q.code = @code)
    AND (@place IS NULL OR coalesce(q.place, q.json_path) = @place)`;

const named = ({ batch, code, place }: Rejection): Named => ({
  batch: batch ?? null,
  code: code ?? null,
  place: place ?? null,
});

const SHOWN_ROW = `SELECT q.id, b.uuid AS batch, b.file, q.line, q.byte_offset, q.json_path, q.code, q.reason,
  substr(q.original, 1, ${SHOWN}) AS original, coalesce(q.size, length(CAST(q.original AS BLOB))) AS size, q.truncated`;

interface Row extends Omit<RejectedRecord, 'byteOffset' | 'path' | 'truncated'> {
  byte_offset: number;
  json_path: string;
  truncated: number;
}

const hydrate = ({ byte_offset, json_path, truncated, ...rest }: Row): RejectedRecord => ({
  ...rest,
  byteOffset: byte_offset,
  path: json_path,
  truncated: truncated === 1,
});

export function listQuarantine(
  db: ReadConnection,
  { offset, limit, ...which }: ParsedInputOf<'import.quarantine'>,
): OutputOf<'import.quarantine'> {
  const parameters = named(which);
  const rows = all<Row>(db, `${SHOWN_ROW} ${FROM} ORDER BY q.id LIMIT @limit OFFSET @offset`, {
    ...parameters,
    limit,
    offset,
  });
  return {
    total: count(db, `SELECT count(*) AS n ${FROM}`, parameters),
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

function listGroups(db: ReadConnection, which: Rejection): OutputOf<'import.quarantine'>['groups'] {
  const groups = all<GroupRow>(
    db,
    `SELECT q.code, coalesce(q.place, q.json_path) AS place, count(*) AS count, count(DISTINCT q.batch_id) AS files ${FROM}
     GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT ${GROUPS}`,
    named(which),
  );
  return groups.map((group) => ({
    ...group,
    examples: all<Row>(db, `${SHOWN_ROW} ${FROM} ORDER BY q.id LIMIT ${EXAMPLES}`, {
      ...named({ ...which, code: group.code, place: group.place }),
    }).map(hydrate),
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
  uuid: string;
  file: string;
  framing: string | null;
  encoding: string | null;
  header: string | null;
}

/** The batches that have such records, in the order they came in. */
export const quarantinedBatches = (db: ReadConnection, which: Rejection): QuarantinedBatch[] =>
  all<QuarantinedBatch>(
    db,
    `SELECT DISTINCT b.uuid, b.file, b.framing, b.encoding, b.header ${FROM} ORDER BY b.id`,
    named(which),
  );

/** Such records of one batch, one by one, in the order they were rejected. */
export const keptRecords = (db: ReadConnection, which: Rejection): IterableIterator<KeptRecord> =>
  each<KeptRecord>(
    db,
    `SELECT q.line, q.byte_offset, q.json_path, q.code, q.reason, q.original, q.original_bytes, q.size, q.truncated
     ${FROM} ORDER BY q.id`,
    named(which),
  );
