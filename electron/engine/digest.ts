import { hash } from 'node:crypto';

export const sha256 = (text: string | Buffer): Buffer => hash('sha256', text, 'buffer');

export const sha256Hex = (text: string | Buffer): string => hash('sha256', text, 'hex');

export const sameBytes = (left: Uint8Array, right: Uint8Array): boolean => Buffer.compare(left, right) === 0;
