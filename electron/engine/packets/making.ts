import type { MadePacket } from '../../../shared/contract/packets.ts';
import { audit, type WriteContext } from '../context.ts';
import { run } from '../db/statements.ts';
import { raterByName } from '../store/raters.ts';

/** An id for a packet, and its time. */
export const namePacket = (context: WriteContext): { packet: string; madeAt: number } => ({
  packet: context.newId(),
  madeAt: context.now,
});

/** Notes that a packet was made. */
export function notePacket(
  context: WriteContext,
  { made, signedBy }: { made: MadePacket; signedBy: string },
): void {
  const { packet, kind, raters, items, assignments, events, digest, encrypted } = made;
  const [only, ...more] = raters;
  const rater = only === undefined || more.length > 0 ? undefined : raterByName(context.db, only);
  run(
    context.db,
    `INSERT INTO packet_made (packet, kind, rater_id, digest, encrypted, made_at) VALUES (?, ?, ?, ?, ?, ?)`,
    packet,
    kind,
    rater?.id ?? null,
    digest,
    encrypted ? 1 : 0,
    context.now,
  );
  audit(context, 'packet.make', {
    packet,
    kind,
    raters,
    items,
    assignments,
    rating_events: events,
    sha256: digest,
    signed_by: signedBy,
    encrypted,
  });
}
