import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/commands.ts';
import { Fault } from '../../../shared/contract/errors.ts';
import type { MadePacket } from '../../../shared/contract/packets.ts';
import { canonical, type Json } from '../../../shared/domain/canonical.ts';
import { faultAt } from '../faults.ts';
import { AppendedFile } from '../files/appended-file.ts';
import type { JobContext } from '../lanes.ts';
import { projectRow } from '../store/project.ts';
import { writePacket } from './file-format.ts';
import { type Gathered, gatherRatings, gatherWork } from './gather.ts';
import { identityOf } from './names.ts';
import { seal } from './sealing.ts';
import { type MachineKey, machineKeyIn } from './signing.ts';

export const PACKET_ENDING = '.touchstone-packet';

interface Order {
  path: string;
  gather(label: { packet: string; madeAt: number; key: string }): Gathered;
}

/** Writes packets, each whole or not at all; the log tells of each before it has its name. */
export async function makePackets(
  context: JobContext,
  input: ParsedInputOf<'packet.make'>,
): Promise<OutputOf<'packet.make'>> {
  const orders = ordersOf(context, input);
  for (const { path } of orders)
    if (existsSync(path))
      throw new Fault('FILE_EXISTS', `There is already a file at ${path}.`, { file: path });
  const key = machineKeyIn();
  const packets: MadePacket[] = [];
  for (const [done, order] of orders.entries()) {
    context.progress({ phase: 'writing packets', done, total: orders.length, unit: 'records' });
    if (context.signal.aborted) throw new Fault('CANCELLED', 'The making of packets was cancelled.');
    packets.push(await makeOne(context, order, key, input.passphrase));
  }
  return { packets, signed_by: key.fingerprint };
}

function ordersOf(
  { db }: JobContext,
  { raters, ratings, out, folder }: ParsedInputOf<'packet.make'>,
): Order[] {
  const sendsRatings = ratings || identityOf(db).isPart;
  if (!sendsRatings && raters.length === 0)
    throw new Fault('RATER_UNKNOWN', 'No rater was named to make a packet for.');
  const groups = sendsRatings ? [raters] : raters.map((rater) => [rater]);
  if (out !== undefined && groups.length > 1)
    throw new Fault('INVALID_INPUT', 'One file holds the work of one rater; give a folder for several.');
  const taken = new Set<string>();
  return groups.map((names) => ({
    path: out ?? freePath(folder, `${projectRow(db).name} - ${titleOf(names, sendsRatings)}`, taken),
    gather: (label) =>
      db.transaction(() =>
        sendsRatings ? gatherRatings(db, label, names) : gatherWork(db, label, names[0] ?? ''),
      )(),
  }));
}

const titleOf = (names: readonly string[], sendsRatings: boolean): string =>
  sendsRatings ? `ratings${names.length === 0 ? '' : ` of ${names.join(', ')}`}` : names.join(', ');

/** A name in the folder that no file has. */
function freePath(folder: string | undefined, title: string, taken: Set<string>): string {
  if (folder === undefined) throw new Fault('INVALID_INPUT', 'Neither a file nor a folder was named.');
  const name = title.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim();
  for (let copy = 1; ; copy += 1) {
    const path = join(folder, `${name}${copy === 1 ? '' : ` ${copy}`}${PACKET_ENDING}`);
    if (taken.has(path) || existsSync(path)) continue;
    taken.add(path);
    return path;
  }
}

async function makeOne(
  { act }: JobContext,
  { path, gather }: Order,
  key: MachineKey,
  passphrase: string | undefined,
): Promise<MadePacket> {
  const label = await act('packet.name', undefined);
  const { contents, ratings } = gather({ ...label, key: key.publicKey.toString('hex') });
  const { head, body } = seal(label.packet, canonical(toJson(contents)), passphrase);
  const { bytes, digest } = writePacket(head, body, key);
  const made: MadePacket = {
    packet: label.packet,
    kind: contents.kind,
    file: path,
    raters: contents.raters.map(({ name }) => name),
    items: contents.items.length,
    assignments: contents.work?.assignments.length ?? 0,
    ratings,
    events: contents.events.length,
    bytes: bytes.length,
    digest,
    encrypted: passphrase !== undefined,
  };
  await publish(path, bytes, () => act('packet.note', { made, signedBy: key.fingerprint }));
  return made;
}

async function publish(path: string, bytes: Buffer, note: () => Promise<unknown>): Promise<void> {
  let file: AppendedFile | undefined;
  try {
    file = new AppendedFile(path);
    file.append(bytes);
    await note();
    file.publish();
  } catch (error) {
    throw faultAt(error, path);
  } finally {
    file?.discard();
  }
}

const toJson = (value: object): Json => JSON.parse(JSON.stringify(value));
