import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Fault } from '../../../shared/contract/errors.ts';
import { sha256Hex } from '../digest.ts';
import { faultAt } from '../faults.ts';
import { ENGINE_ENV } from '../protocol.ts';

/** Lengths of what Ed25519 makes (RFC 8032). */
export const KEY_BYTES = 32;
export const SIGNATURE_BYTES = 64;
const FINGERPRINT_DIGITS = 32;

/** DER of an Ed25519 public key up to the key itself (RFC 8410). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

const FILE = 'signing-key.pem';

/** The key pair that signs for all that is made on this machine by this user. */
export interface MachineKey {
  publicKey: Buffer;
  fingerprint: string;
  sign(bytes: Buffer): Buffer;
}

/** What people compare a key by: the first half of its SHA-256. */
export const fingerprintOf = (publicKey: Buffer): string => sha256Hex(publicKey).slice(0, FINGERPRINT_DIGITS);

export function isSignedBy(publicKey: Buffer, bytes: Buffer, signature: Buffer): boolean {
  try {
    const key = createPublicKey({
      key: Buffer.concat([SPKI_PREFIX, publicKey]),
      format: 'der',
      type: 'spki',
    });
    return verify(null, bytes, key, signature);
  } catch {
    return false;
  }
}

/** The folder of the program's own settings, which the window and the command line share. */
export function settingsFolder(env: NodeJS.ProcessEnv = process.env): string {
  const named = env[ENGINE_ENV.userData];
  if (named) return named;
  const home = homedir();
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support', 'Touchstone');
  if (process.platform === 'win32')
    return join(env.APPDATA || join(home, 'AppData', 'Roaming'), 'Touchstone');
  return join(env.XDG_CONFIG_HOME || join(home, '.config'), 'Touchstone');
}

/** This machine's key, or null where none was made yet. @throws Fault where there is one that cannot be read */
export function knownMachineKey(folder: string = settingsFolder()): MachineKey | null {
  const path = join(folder, FILE);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw faultAt(error, path);
  }
  try {
    return machineKey(createPrivateKey(text));
  } catch {
    throw new Fault(
      'FILE_UNREADABLE',
      `The signing key of this machine cannot be read.`,
      { file: path },
      'Put the file back from a backup, or remove it: a new key is made then, and whoever gets your next packet is told that the key is another.',
    );
  }
}

/** This machine's key, made with its first use. The file can be read by its user alone. */
export function machineKeyIn(folder: string = settingsFolder()): MachineKey {
  return knownMachineKey(folder) ?? makeKey(folder);
}

function makeKey(folder: string): MachineKey {
  const path = join(folder, FILE);
  const beside = `${path}.${process.pid}.new`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(beside, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600, flush: true });
    // Unlike a rename this fails where another process was first; then its key is the machine's.
    linkSync(beside, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw faultAt(error, path);
  } finally {
    rmSync(beside, { force: true });
  }
  const made = knownMachineKey(folder);
  if (!made) throw new Fault('FILE_UNREADABLE', 'The signing key could not be kept.', { file: path });
  return made;
}

function machineKey(key: KeyObject): MachineKey {
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-KEY_BYTES);
  return {
    publicKey,
    fingerprint: fingerprintOf(publicKey),
    sign: (bytes) => sign(null, bytes, key),
  };
}
