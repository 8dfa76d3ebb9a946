/** What a stage of the test run came to. */
export interface Tally {
  passed: number;
  skipped: number;
  /** One line for each failure, naming it. */
  failures: string[];
}

export const total = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((sum, tally) => sum + tally.passed, 0),
  skipped: tallies.reduce((sum, tally) => sum + tally.skipped, 0),
  failures: tallies.flatMap((tally) => tally.failures),
});

/** The failures by name, then the one line that adds everything up. */
export function summary({ passed, skipped, failures }: Tally): string {
  const names = failures.length > 0 ? `Failed:\n${failures.map((name) => `  ${name}\n`).join('')}\n` : '';
  const skips = skipped > 0 ? `, ${skipped} skipped` : '';
  return `${names}${passed} passed, ${failures.length} failed${skips}`;
}

/** Status of the whole run: a run that checked nothing has not passed. */
export const exitStatus = ({ passed, failures }: Tally): 0 | 1 =>
  failures.length > 0 || passed === 0 ? 1 : 0;
