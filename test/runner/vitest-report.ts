import { relative } from 'node:path';
import { z } from 'zod';
import type { Tally } from './tally.ts';

const VitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

/**
 * Counts what vitest's JSON reporter wrote. A file that could not be loaded counts as one failure, and so does a run that
 * ended badly without a failing test (an error outside of any test, or no report at all).
 *
 * @param report the parsed report, undefined if there is none
 * @param status vitest's exit status
 */
export function tallyVitest(stage: string, root: string, report: unknown, status: number): Tally {
  const parsed = VitestReport.safeParse(report);
  const files = parsed.success ? parsed.data.testResults : [];
  const tally: Tally = { passed: 0, skipped: 0, failures: [] };
  for (const file of files) {
    const name = relative(root, file.name);
    const failed = file.assertionResults.filter((test) => test.status === 'failed');
    tally.passed += file.assertionResults.filter((test) => test.status === 'passed').length;
    tally.skipped += file.assertionResults.length - failed.length;
    tally.failures.push(...failed.map((test) => `${stage}: ${name} > ${test.fullName}`));
    if (file.status === 'failed' && failed.length === 0)
      tally.failures.push(`${stage}: ${name} could not be run`);
  }
  tally.skipped -= tally.passed;
  if (status !== 0 && tally.failures.length === 0) {
    tally.failures.push(
      `${stage}: vitest ended with status ${status} and no failed test; see its output above`,
    );
  }
  return tally;
}
