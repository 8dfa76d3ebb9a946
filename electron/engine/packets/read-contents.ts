import { readFileSync, statSync } from 'node:fs';
import { Fault } from '../../../shared/contract/errors.ts';
import { faultAt } from '../faults.ts';
import { type PacketContents, packetContents } from './contents.ts';
import { nameOf, type PacketFile, readPacket } from './file-format.ts';
import { unseal } from './sealing.ts';
import { fingerprintOf } from './signing.ts';

/** Larger than any packet; a file of this size is something else. */
const MOST_BYTES = 512 * 1024 * 1024;

export interface ReadPacket {
  contents: PacketContents;
  digest: string;
  /** Fingerprint of the machine that signed. */
  signedBy: string;
}

/** The bytes of a file that should be a packet. */
export function packetBytes(file: string): Buffer {
  try {
    if (statSync(file).size > MOST_BYTES)
      throw new Fault('NOT_A_PACKET', `${nameOf(file)} is larger than any packet.`, { file });
    return readFileSync(file);
  } catch (error) {
    throw faultAt(error, file);
  }
}

/**
 * What is in a packet, once it has been found to be as it was signed.
 * @throws Fault NOT_A_PACKET, PACKET_NEWER, PACKET_ALTERED, PACKET_LOCKED, PACKET_PASSPHRASE
 */
export function openContents(bytes: Buffer, file: string, passphrase: string | undefined): ReadPacket {
  const packet = readPacket(bytes, file);
  const contents = parseContents(unseal(packet, passphrase, file), file);
  refuseBorrowed(packet, contents, file);
  refuseDangling(contents, file);
  return { contents, digest: packet.digest, signedBy: fingerprintOf(packet.publicKey) };
}

function parseContents(text: string, file: string): PacketContents {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Fault('PACKET_ALTERED', `What is in ${nameOf(file)} is not JSON.`, { file });
  }
  const parsed = packetContents.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = issue?.path.map(String).join('.') ?? '';
  throw new Fault(
    'PACKET_ALTERED',
    `What is in ${nameOf(file)} is not a packet: ${path}: ${issue?.message ?? ''}`,
    {
      file,
      path,
    },
  );
}

/** What is inside names its packet and its signer: a body cannot be put under another header or another signature. */
function refuseBorrowed({ header, publicKey }: PacketFile, contents: PacketContents, file: string): void {
  if (header.packet === contents.packet && publicKey.toString('hex') === contents.key) return;
  throw new Fault('PACKET_ALTERED', `${nameOf(file)} holds what somebody else signed.`, { file });
}

/** Every index must lead to something, and every event follow an earlier one at its own place. */
function refuseDangling(contents: PacketContents, file: string): void {
  const { raters, items, rubrics, journals, events, imported, work } = contents;
  const sound = events.every(([, , rater, item, occasion, rubric, , , , previous, journal], at) => {
    const before = previous < 0 ? undefined : events[previous];
    const isPlaced =
      previous < 0 ||
      (previous < at &&
        before !== undefined &&
        before[2] === rater &&
        before[3] === item &&
        before[4] === occasion);
    return (
      isPlaced &&
      rater < raters.length &&
      item < items.length &&
      rubric < rubrics.length &&
      journal < journals.length
    );
  });
  const isUnique = new Set(events.map(([id]) => id)).size === events.length;
  const isWork =
    work === null ||
    [...work.items, ...work.assignments].every(({ item }) => item < items.length && raters.length === 1);
  if (sound && isUnique && isWork && imported.every(([event]) => event < events.length)) return;
  throw new Fault('PACKET_ALTERED', `What is in ${nameOf(file)} does not hang together.`, { file });
}
