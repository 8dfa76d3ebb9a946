import { existsSync, readFileSync } from 'node:fs';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/commands.ts';
import { Fault } from '../../../shared/contract/errors.ts';
import { sha256Hex } from '../digest.ts';
import { faultAt } from '../faults.ts';
import { writeWhole } from '../files/whole-file.ts';
import type { JobContext } from '../lanes.ts';
import { reportPage } from '../report/page.ts';
import { currentRubric, summarize } from '../store/project.ts';
import { agreementOf } from './agreement.ts';

/** Drift by so many ratings, as the report object has it unless told. */
const PER = 100;

/** The agreement report as a page of its own, written to a file or given back. */
export async function agreementDocument(
  context: JobContext,
  { out, bootstrap, seed, by, names, at, program }: ParsedInputOf<'agreement.document'>,
): Promise<OutputOf<'agreement.document'>> {
  if (out !== undefined) refuseOther(out);
  const { name, illustrative, counts, raters } = summarize(context);
  const pseudonyms = new Map(raters.map((rater) => [rater.name, rater.pseudonym]));
  const asked = { by, bootstrap, seed, per: PER, reproduction: true };
  const report = await agreementOf(
    context,
    asked,
    names ? undefined : (rater) => pseudonyms.get(rater) ?? '',
  );
  const html = reportPage({
    report,
    facts: {
      project: name,
      illustrative,
      rubric: currentRubric(context.db),
      conversations: counts.conversations,
      items: counts.items,
      at,
      program,
      names,
      by,
    },
  });
  const made = { sha256: sha256Hex(html), bytes: Buffer.byteLength(html) };
  if (out === undefined) return { html, ...made };
  try {
    writeWhole([{ path: out, text: html }]);
  } catch (error) {
    throw faultAt(error, out);
  }
  return { html: null, ...made };
}

/** A file that holds no page is somebody else's. */
function refuseOther(path: string): void {
  if (!existsSync(path) || /^\s*<!doctype html>/i.test(readFileSync(path, 'utf8').slice(0, 200))) return;
  throw new Fault('FILE_EXISTS', `There is already a file at ${path} that is not a report.`, { file: path });
}
