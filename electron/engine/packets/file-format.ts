import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Fault } from '../../../shared/contract/errors.ts';
import { canonical } from '../../../shared/domain/canonical.ts';
import { sameBytes } from '../digest.ts';
import { isPacket, MAGIC } from './magic.ts';
import { isSignedBy, KEY_BYTES, type MachineKey, SIGNATURE_BYTES } from './signing.ts';

const VERSION = 1;
const DIGEST_BYTES = 32;
const TRAILER_BYTES = DIGEST_BYTES + KEY_BYTES + SIGNATURE_BYTES;
const MOST_HEADER_BYTES = 64 * 1024;
/** What a signature is over, so that it can stand for nothing else. */
const SIGNED_AS = Buffer.from('touchstone packet 1\0', 'latin1');

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`));

/** How a body is encrypted. The bounds keep a made-up header from asking for more memory or time than a real one. */
const encryption = z.strictObject({
  kdf: z.literal('scrypt'),
  log2n: z.int().min(14).max(20),
  r: z.int().min(1).max(16),
  p: z.int().min(1).max(4),
  salt: hex(16),
  cipher: z.literal('aes-256-gcm'),
  iv: hex(12),
});
export type Encryption = z.infer<typeof encryption>;

/** What can be read of a packet without its passphrase: nothing of what is in it. */
const header = z.strictObject({
  format: z.literal('touchstone-packet'),
  version: z.int().min(1),
  packet: z.uuid(),
  encryption: encryption.nullable(),
});
type PacketHeader = z.infer<typeof header>;

export const headerOf = (packet: string, encrypted: Encryption | null): PacketHeader => ({
  format: 'touchstone-packet',
  version: VERSION,
  packet,
  encryption: encrypted,
});

/** The header as it stands in the file. An encrypted body is bound to it. */
export const headerBytes = (of: PacketHeader): Buffer => Buffer.from(canonical(of));

export interface PacketFile {
  header: PacketHeader;
  head: Buffer;
  body: Buffer;
  /** SHA-256 of all that stands before it, hexadecimal. */
  digest: string;
  /** Raw public key of the machine that signed. */
  publicKey: Buffer;
}

/** Puts a packet together and signs it. */
export function writePacket(head: Buffer, body: Buffer, key: MachineKey): { bytes: Buffer; digest: string } {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  const content = [MAGIC, length, head, body];
  const hash = createHash('sha256');
  for (const piece of content) hash.update(piece);
  const digest = hash.digest();
  const signature = key.sign(signed(digest, key.publicKey));
  return {
    bytes: Buffer.concat([...content, digest, key.publicKey, signature]),
    digest: digest.toString('hex'),
  };
}

const signed = (digest: Buffer, publicKey: Buffer): Buffer => Buffer.concat([SIGNED_AS, digest, publicKey]);

/**
 * Takes a packet apart. Every byte of it is covered: by the digest, and the digest and the key by the signature.
 * @throws Fault NOT_A_PACKET, PACKET_NEWER, PACKET_ALTERED
 */
export function readPacket(bytes: Buffer, file: string): PacketFile {
  const altered = (why: string): Fault =>
    new Fault('PACKET_ALTERED', `${nameOf(file)} is not as it was made: ${why}.`, { file });
  if (!isPacket(bytes)) throw new Fault('NOT_A_PACKET', `${nameOf(file)} is not a packet.`, { file });
  if (bytes.length < MAGIC.length + 4 + TRAILER_BYTES) throw altered('it is cut off');
  const headLength = bytes.readUInt32BE(MAGIC.length);
  const bodyAt = MAGIC.length + 4 + headLength;
  const trailerAt = bytes.length - TRAILER_BYTES;
  if (headLength > MOST_HEADER_BYTES || bodyAt > trailerAt) throw altered('its parts do not fit');
  const head = bytes.subarray(MAGIC.length + 4, bodyAt);
  refuseNewer(head, file);
  const digest = bytes.subarray(trailerAt, trailerAt + DIGEST_BYTES);
  const publicKey = bytes.subarray(trailerAt + DIGEST_BYTES, trailerAt + DIGEST_BYTES + KEY_BYTES);
  const signature = bytes.subarray(bytes.length - SIGNATURE_BYTES);
  const found = createHash('sha256').update(bytes.subarray(0, trailerAt)).digest();
  if (!sameBytes(found, digest)) throw altered('its content does not match its digest');
  if (!isSignedBy(publicKey, signed(digest, publicKey), signature))
    throw altered('its signature is not valid');
  const parsed = header.safeParse(parseJson(head));
  if (!parsed.success) throw altered('its header cannot be read');
  return {
    header: parsed.data,
    head,
    body: bytes.subarray(bodyAt, trailerAt),
    digest: digest.toString('hex'),
    publicKey,
  };
}

/** A later version may be laid out otherwise from the header on, so that it is told before anything else is looked at. */
function refuseNewer(head: Buffer, file: string): void {
  const found = z.object({ version: z.int() }).safeParse(parseJson(head));
  if (found.success && found.data.version > VERSION)
    throw new Fault(
      'PACKET_NEWER',
      `${nameOf(file)} was made by a newer Touchstone (packet version ${found.data.version}; this one knows ${VERSION}).`,
      { file },
    );
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}

export const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;
