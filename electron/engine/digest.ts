import { createHash } from 'node:crypto';

export const sha256 = (text: string | Buffer): Buffer => createHash('sha256').update(text).digest();

export const sha256Hex = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');

export const sameBytes = (left: Uint8Array, right: Uint8Array): boolean => Buffer.compare(left, right) === 0;
