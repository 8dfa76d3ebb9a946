import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Fault } from '../../../shared/contract/errors.ts';
import { type Encryption, headerBytes, headerOf, nameOf, type PacketFile } from './file-format.ts';

/** 32 MB and some tenths of a second for each try at a passphrase. */
const COST = { log2n: 15, r: 8, p: 1 } as const;
const TAG_BYTES = 16;
const SALT_BYTES = 16;
const IV_BYTES = 12;
const KEY_BYTES = 32;
/** Most that a body may unfold to, and that each of its bytes may: ratings and transcripts take a tenth of it. */
const MOST_BYTES = 500 * 1024 * 1024;
const MOST_FOLD = 200;
const SMALL_BYTES = 16 * 1024 * 1024;

const unfoldsTo = (compressed: Buffer): number =>
  Math.min(MOST_BYTES, Math.max(SMALL_BYTES, compressed.length * MOST_FOLD));

const keyFor = (passphrase: string, { log2n, r, p, salt }: Encryption): Buffer =>
  scryptSync(passphrase.normalize('NFKC'), Buffer.from(salt, 'hex'), KEY_BYTES, {
    N: 2 ** log2n,
    r,
    p,
    maxmem: 2 * 128 * 2 ** log2n * r,
  });

/** A text as the body of a packet: compressed, and encrypted where there is a passphrase. */
export function seal(
  packet: string,
  text: string,
  passphrase: string | undefined,
): { head: Buffer; body: Buffer } {
  const compressed = gzipSync(text);
  if (passphrase === undefined) return { head: headerBytes(headerOf(packet, null)), body: compressed };
  const encryption: Encryption = {
    kdf: 'scrypt',
    ...COST,
    salt: randomBytes(SALT_BYTES).toString('hex'),
    cipher: 'aes-256-gcm',
    iv: randomBytes(IV_BYTES).toString('hex'),
  };
  const head = headerBytes(headerOf(packet, encryption));
  const cipher = createCipheriv(
    'aes-256-gcm',
    keyFor(passphrase, encryption),
    Buffer.from(encryption.iv, 'hex'),
  );
  cipher.setAAD(head);
  return { head, body: Buffer.concat([cipher.update(compressed), cipher.final(), cipher.getAuthTag()]) };
}

/**
 * The text in a packet's body. The packet was found to be as it was signed, so that a body that does not open means another passphrase,
 * unless whoever altered it signed it anew.
 * @throws Fault PACKET_LOCKED, PACKET_PASSPHRASE, PACKET_ALTERED
 */
export function unseal(
  { header, head, body }: PacketFile,
  passphrase: string | undefined,
  file: string,
): string {
  const { encryption } = header;
  const compressed = encryption === null ? body : decrypt(encryption, head, body, passphrase, file);
  try {
    return gunzipSync(compressed, { maxOutputLength: unfoldsTo(compressed) }).toString('utf8');
  } catch {
    throw new Fault('PACKET_ALTERED', `${nameOf(file)} cannot be unpacked.`, { file });
  }
}

function decrypt(
  encryption: Encryption,
  head: Buffer,
  body: Buffer,
  passphrase: string | undefined,
  file: string,
): Buffer {
  if (passphrase === undefined)
    throw new Fault('PACKET_LOCKED', `${nameOf(file)} is encrypted, and no passphrase was given.`, { file });
  if (body.length < TAG_BYTES) throw new Fault('PACKET_ALTERED', `${nameOf(file)} is cut off.`, { file });
  const decipher = createDecipheriv(
    'aes-256-gcm',
    keyFor(passphrase, encryption),
    Buffer.from(encryption.iv, 'hex'),
  );
  decipher.setAAD(head);
  decipher.setAuthTag(body.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(body.subarray(0, -TAG_BYTES)), decipher.final()]);
  } catch {
    throw new Fault('PACKET_PASSPHRASE', `${nameOf(file)} does not open with this passphrase.`, { file });
  }
}
