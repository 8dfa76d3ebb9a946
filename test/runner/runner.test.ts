import { describe, expect, it } from 'vitest';
import { exitStatus, summary, total } from './tally.ts';
import { tallyVitest } from './vitest-report.ts';

const test = (fullName: string, status: string) => ({ fullName, status });
const file = (name: string, status: string, ...assertionResults: ReturnType<typeof test>[]) => ({
  name: `/root/test/${name}`,
  status,
  assertionResults,
});

describe('the count of a vitest run', () => {
  it('counts passed and skipped tests and names the failed ones', () => {
    const report = {
      testResults: [
        file('a.test.ts', 'passed', test('adds', 'passed'), test('waits', 'skipped'), test('later', 'todo')),
        file('b.test.ts', 'failed', test('divides', 'failed'), test('multiplies', 'passed')),
      ],
    };
    expect(tallyVitest('unit', '/root', report, 1)).toEqual({
      passed: 2,
      skipped: 2,
      failures: ['unit: test/b.test.ts > divides'],
    });
  });

  it('counts a file that could not be loaded', () => {
    const report = { testResults: [file('a.test.ts', 'failed')] };
    expect(tallyVitest('unit', '/root', report, 1).failures).toEqual([
      'unit: test/a.test.ts could not be run',
    ]);
  });

  it('counts a run that broke off without a report, or with an error outside of any test', () => {
    expect(tallyVitest('unit', '/root', undefined, 1).failures).toHaveLength(1);
    const passed = { testResults: [file('a.test.ts', 'passed', test('adds', 'passed'))] };
    expect(tallyVitest('unit', '/root', passed, 1).failures).toHaveLength(1);
    expect(tallyVitest('unit', '/root', passed, 0).failures).toHaveLength(0);
  });
});

describe('the last line', () => {
  const good = { passed: 3, skipped: 0, failures: [] };

  it('adds everything up', () => {
    const bad = { passed: 1, skipped: 2, failures: ['unit: x', 'unit: y'] };
    expect(summary(total([good, good]))).toBe('6 passed, 0 failed');
    expect(summary(total([good, bad]))).toBe(
      'Failed:\n  unit: x\n  unit: y\n\n4 passed, 2 failed, 2 skipped',
    );
  });

  it('goes with a status that is good only if something ran and nothing failed', () => {
    expect(exitStatus(good)).toBe(0);
    expect(exitStatus({ ...good, failures: ['x'] })).toBe(1);
    expect(exitStatus({ ...good, passed: 0 })).toBe(1);
  });
});
