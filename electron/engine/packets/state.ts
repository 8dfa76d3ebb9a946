import type { OutputOf } from '../../../shared/contract/commands.ts';
import type { RaterExchange } from '../../../shared/contract/packets.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all, get } from '../db/statements.ts';
import { iso } from '../ids.ts';
import { answerText, openConflicts } from './conflicts.ts';
import { standingDecisions } from './decisions.ts';
import { knownMachineKey } from './signing.ts';

type State = OutputOf<'packet.state'>;

/** Where the exchange of packets stands. */
export const packetState = (db: ReadConnection): State => ({
  origin: readOrigin(db),
  key: knownMachineKey()?.fingerprint ?? null,
  raters: readRaters(db),
  conflicts: openConflicts(db),
  decided: standingDecisions(db, (item) => answerText(db, item)),
});

interface OriginRow {
  packet: string;
  uuid: string;
  name: string;
  pseudonym: string;
  signed_by: string;
  opened_at: number;
  sent_at: number | null;
}

function readOrigin(db: ReadConnection): State['origin'] {
  const row = get<OriginRow>(
    db,
    `SELECT o.packet, p.uuid, p.name, p.pseudonym, o.signed_by, o.opened_at,
       (SELECT max(made_at) FROM packet_made WHERE kind = 'ratings') AS sent_at
     FROM packet_origin o JOIN rater p ON p.id = o.rater_id`,
  );
  if (!row) return null;
  return {
    packet: row.packet,
    rater: { id: row.uuid, name: row.name, pseudonym: row.pseudonym },
    signedBy: row.signed_by,
    openedAt: iso(row.opened_at),
    sentBack: timeOf(row.sent_at),
  };
}

interface RaterRow {
  id: number;
  uuid: string;
  name: string;
  pseudonym: string;
  assigned: number;
  done: number;
  handed_out: number | null;
  came_back: number | null;
}

const RATERS = `SELECT p.id, p.uuid, p.name, p.pseudonym,
    (SELECT count(*) FROM assignment a WHERE a.rater_id = p.id AND a.id NOT IN (SELECT assignment_id FROM assignment_release)) AS assigned,
    (SELECT count(*) FROM rating r WHERE r.rater_id = p.id AND r.status IN ('submitted', 'skipped')) AS done,
    (SELECT max(made_at) FROM packet_made m WHERE m.rater_id = p.id AND m.kind = 'work') AS handed_out,
    (SELECT max(g.merged_at) FROM packet_merge g WHERE g.kind = 'packet' AND g.id IN
       (SELECT m.merge_id FROM rating_event e JOIN merged_event m ON m.event_seq = e.seq WHERE e.rater_id = p.id)) AS came_back
  FROM rater p ORDER BY p.name COLLATE NOCASE`;

const readRaters = (db: ReadConnection): RaterExchange[] =>
  all<RaterRow>(db, RATERS).map(({ id, uuid, name, pseudonym, handed_out, came_back, assigned, done }) => ({
    rater: { id: uuid, name, pseudonym },
    assigned,
    done,
    handedOut: timeOf(handed_out),
    cameBack: timeOf(came_back),
    keys: all<{ signed_by: string }>(
      db,
      'SELECT signed_by FROM signer WHERE rater_id = ? ORDER BY signed_by',
      id,
    ).map(({ signed_by }) => signed_by),
  }));

const timeOf = (at: number | null): string | null => (at === null ? null : iso(at));
