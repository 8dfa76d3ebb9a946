import { v7 } from 'uuid';

/** Where time and ids come from; fixed in tests. */
export interface Source {
  /** UTC milliseconds since 1970. */
  now(): number;
  /** A new UUIDv7. */
  newId(): string;
}

export const systemSource: Source = { now: () => Date.now(), newId: () => v7() };

export const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();
