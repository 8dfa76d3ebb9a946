import type { OutputOf } from '../../../shared/contract/commands.ts';
import type { ReadConnection } from '../db/connection.ts';
import { toFailure } from '../faults.ts';
import { contentDigest } from '../packets/content-digest.ts';
import { Anchors } from './anchors.ts';
import { followAuditLog, followJournal } from './chain.ts';
import { judgeConversations } from './content.ts';
import type { Check, Finding } from './finding.ts';
import { judgeItems } from './items.ts';
import { judgeOrigins } from './origins.ts';
import { judgeRatings } from './ratings.ts';
import { judgeTallies } from './tallies.ts';

/**
 * Proves, or names the first record that disproves, that the project is what its log says: both hash chains, that the log vouches
 * for every event, what each act wrote, the transcripts, the current ratings, and SQLite's own checks.
 */
export function verify(db: ReadConnection, step: (name: string) => void): OutputOf<'audit.verify'> {
  const anchors = new Anchors();
  const checks: Check[] = [];
  const prove = (name: string, proves: string, work: () => Finding | null): void => {
    step(name);
    checks.push({ name, proves, finding: guarded(name, work) });
  };
  let entries = 0;
  let events = 0;
  let head = '';
  prove('audit log', 'Every audit entry follows from the one before it.', () => {
    const proof = followAuditLog(db, anchors.visit);
    ({ entries, head } = proof);
    return proof.finding;
  });
  prove('rating events', 'Every rating event is as recorded, and the audit log vouches for it.', () => {
    const journal = followJournal(db, anchors.named());
    events = journal.events;
    return journal.finding ?? anchors.judgeEvents(journal) ?? judgeOrigins(db);
  });
  prove('transcripts', 'Every conversation has the content it was imported with.', () =>
    judgeConversations(db),
  );
  prove('items', 'Every item points to the answer it was made for.', () => judgeItems(db));
  prove(
    'acts',
    'What each act wrote is unchanged, and nothing is there that no act wrote.',
    () => judgeTallies(db) ?? anchors.judgeEvidence(db),
  );
  prove('ratings', 'Every current rating is what its events add up to.', () => judgeRatings(db));
  prove('database', "SQLite's integrity and reference checks find nothing.", () => judgeDatabase(db));
  return {
    ok: checks.every(({ finding }) => finding === null),
    events,
    entries,
    first_bad: checks.find(({ finding }) => finding !== null)?.finding ?? null,
    checks: checks.map(({ name, proves, finding }) => ({
      name,
      ok: finding === null,
      sentence: finding?.sentence ?? proves,
    })),
    head,
    ...digested(db),
  };
}

function digested(db: ReadConnection): { content_digest?: string } {
  try {
    return { content_digest: contentDigest(db) };
  } catch {
    return {};
  }
}

/** A file so damaged that a check cannot even read it has failed that check. */
function guarded(name: string, work: () => Finding | null): Finding | null {
  try {
    return work();
  } catch (error) {
    const { message } = toFailure(error, 'the project');
    return { table: name, sequence: 0, sentence: `The ${name} cannot be read: ${message}` };
  }
}

function judgeDatabase(db: ReadConnection): Finding | null {
  const integrity = String(db.pragma('integrity_check(1)', { simple: true }));
  if (integrity !== 'ok')
    return { table: 'database', sequence: 0, sentence: `SQLite finds the file damaged: ${integrity}` };
  const orphans: unknown = db.pragma('foreign_key_check');
  if (!Array.isArray(orphans) || orphans.length === 0) return null;
  const first: unknown = orphans[0];
  return { table: 'database', sequence: 0, sentence: `A reference leads nowhere: ${JSON.stringify(first)}` };
}
