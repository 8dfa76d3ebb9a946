import type { OutputOf, ParsedInputOf } from '../../../shared/contract/commands.ts';
import { Fault } from '../../../shared/contract/errors.ts';
import { audit, type WriteContext } from '../context.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all, get } from '../db/statements.ts';
import { WHOLE_PARTS } from './original-text.ts';

type Revelation = OutputOf<'privacy.reveal'>;

/** Tells what stood in a conversation before placeholders did; the act is in the audit log before the answer is given. */
export function reveal(
  context: WriteContext,
  { conversation: id, reason }: ParsedInputOf<'privacy.reveal'>,
): Revelation {
  const conversation = get<{ content_hash: Buffer }>(
    context.db,
    'SELECT content_hash FROM ready_conversation WHERE id = ?',
    id,
  );
  if (!conversation) throw new Fault('ITEM_UNKNOWN', 'This project has no such conversation.');
  const revealed = all<Revelation['revealed'][number]>(
    context.db,
    `SELECT m.position, m.candidate, r.start, r."end", r.kind, r.placeholder, r.original
     FROM redaction r JOIN message m ON m.id = r.message_id
     WHERE m.conversation_id = ? AND r.kind <> '${WHOLE_PARTS}' ORDER BY m.position, m.candidate, r.start`,
    id,
  );
  audit(context, 'privacy.reveal', {
    conversation: conversation.content_hash.toString('hex'),
    placeholders: revealed.length,
    reason,
  });
  return { revealed };
}

/** What each placeholder of a conversation stands for; longer ones first, so that one that begins another is replaced after it. */
export function placeholdersOf(
  db: ReadConnection,
  conversation: number,
): [placeholder: string, original: string][] {
  const rows = all<{ placeholder: string; original: string }>(
    db,
    `SELECT DISTINCT r.placeholder, r.original FROM redaction r JOIN message m ON m.id = r.message_id
     WHERE m.conversation_id = ? AND r.kind <> '${WHOLE_PARTS}' ORDER BY length(r.placeholder) DESC, r.id`,
    conversation,
  );
  return rows.map(({ placeholder, original }) => [placeholder, original]);
}

/** Tells the audit log that a dataset was written with personal data in it. */
export function noteOriginals(
  context: WriteContext,
  { format, rows }: { format: string; rows: number },
): void {
  audit(context, 'privacy.export', { format, rows });
}
