import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect } from 'vitest';
import { openForReading } from '../../../electron/engine/db/open.ts';
import { verify } from '../../../electron/engine/verify/verify.ts';
import type { Verification } from '../../../shared/contract/auditing.ts';
import { numberOf, tamper } from '../../support/database.ts';
import { withEngine } from '../../support/engine.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { makeWholeStudy } from '../../support/whole-study.ts';

export const folder = tempFolder();
/** A closed project with something of everything in it. */
export const project = join(folder, 'study.touchstone');
beforeAll(() => withEngine((engine) => makeWholeStudy(engine, folder)));

export function verified(path: string): Verification {
  const db = openForReading(path);
  try {
    return verify(db, () => undefined);
  } finally {
    db.close();
  }
}

/** What is found in a copy of the project after these statements changed it behind the program's back. */
export function afterTampering(...statements: string[]): Verification['first_bad'] {
  const path = join(folder, 'tampered.touchstone');
  copyFileSync(project, path);
  tamper(path, ...statements);
  const { ok, first_bad } = verified(path);
  expect(ok).toBe(first_bad === null);
  return first_bad;
}

/** The sequence number of the first or the last entry that the log has on an act. */
export const entryOn = (action: string, which: 'min' | 'max' = 'max'): number =>
  numberOf(project, `SELECT ${which}(seq) FROM audit_entry WHERE action = '${action}'`);
