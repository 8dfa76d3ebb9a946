import { existsSync, readFileSync } from 'node:fs';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/commands.ts';
import { Fault } from '../../../shared/contract/errors.ts';
import { rubricRef } from '../../../shared/domain/rubric.ts';
import { parseRubric } from '../../../shared/domain/rubric-schema.ts';
import { sha256Hex } from '../digest.ts';
import { faultAt } from '../faults.ts';
import { writeWhole } from '../files/whole-file.ts';
import type { JobContext } from '../lanes.ts';
import { currentRubric, findRubric } from '../store/project.ts';

/** A file that holds no rubric is somebody else's. */
function refuseOther(path: string): void {
  if (!existsSync(path)) return;
  try {
    if (parseRubric(JSON.parse(readFileSync(path, 'utf8'))).ok) return;
  } catch {
    // It is no JSON, so it is no rubric.
  }
  throw new Fault('FILE_EXISTS', `There is already a file at ${path} that is not a rubric.`, { file: path });
}

/** Writes a version of the rubric as JSON, as `init --rubric` and the editor read it. */
export function exportRubric(
  { db }: JobContext,
  { version, out }: ParsedInputOf<'rubric.export'>,
): OutputOf<'rubric.export'> {
  const current = currentRubric(db);
  const ref = rubricRef({ id: current.id, version: version ?? current.version });
  const rubric = findRubric(db, ref);
  if (!rubric) throw new Fault('RUBRIC_UNKNOWN', `The project has no rubric ${ref}.`);
  refuseOther(out);
  const text = `${JSON.stringify(rubric, null, 2)}\n`;
  try {
    writeWhole([{ path: out, text }]);
  } catch (error) {
    throw faultAt(error, out);
  }
  return { path: out, rubric: ref, sha256: sha256Hex(text) };
}
