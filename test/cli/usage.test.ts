import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLI_COMMANDS } from '../../electron/cli/commands/index.ts';
import { perform } from '../../electron/cli/perform.ts';
import { readCommandLine } from '../../electron/cli/program.ts';
import { isFault } from '../../shared/contract/errors.ts';
import type { Failure } from '../../shared/contract/result.ts';
import { errorIn, scratch, touchstone } from './touchstone.ts';

const folder = scratch();

async function refusalOf(args: readonly string[]): Promise<Failure> {
  try {
    await perform(args);
  } catch (error) {
    if (isFault(error)) return error.failure;
    throw error;
  }
  throw new Error(`touchstone ${args.join(' ')} was not refused`);
}

describe('wrong usage', () => {
  const wrong: [what: string, args: string[], says: RegExp][] = [
    ['no command', [], /No command.*agreement/s],
    ['a command there is not', ['parcel', 'make', 'p'], /parcel.*init, .*import, .*sample/s],
    ['a missing argument', ['import', 'p'], /files.*import --help/s],
    ['an argument too many', ['stats', 'p', 'q'], /argument.*stats --help/s],
    ['an option there is not', ['stats', 'p', '--loud'], /--loud.*stats --help/s],
    ['a missing option', ['sample', 'p', '--size', '5'], /--seed/],
    [
      'a size that is no number',
      ['sample', 'p', '--size', 'many', '--seed', '1'],
      /--size: a whole number from 1 up/,
    ],
    ['a size of nothing', ['sample', 'p', '--size', '0', '--seed', '1'], /--size: a whole number from 1 up/],
    [
      'a minimum below nothing',
      ['sample', 'p', '--size', '1', '--seed', '1', '--min-per-stratum', '-1'],
      /--min-per-stratum/,
    ],
    [
      'answers that are neither',
      ['sample', 'p', '--size', '1', '--seed', '1', '--answers', 'some'],
      /--answers: all or last/,
    ],
    [
      'no raters',
      ['assign', 'p', '--sample', 'x', '--raters', ', ', '--overlap', '1', '--seed', '1'],
      /--raters: names/,
    ],
    [
      'a level there is not',
      ['agreement', '--matrix', 'm.csv', '--level', 'cardinal'],
      /--level: one of nominal, ordinal/,
    ],
    ['nothing to report on', ['agreement'], /project.*--matrix/s],
    ['two things to report on', ['agreement', 'p', '--matrix', 'm.csv'], /only one/],
    ['a level for a project', ['agreement', 'p', '--level', 'nominal'], /--level/],
    ['slices of a matrix', ['agreement', '--matrix', 'm.csv', '--by', 'model'], /--by/],
    [
      'a format there is not',
      ['export', 'p', '--format', 'parquet', '--out', 'o'],
      /parquet.*trl-sft, trl-preference/s,
    ],
    ['a seed without a draw', ['audit', 'p', '--seed', '1'], /--seed.*--sample/],
  ];

  it.each(wrong)('%s: what is wrong and what to do', async (_, args, says) => {
    const { code, message, advice } = await refusalOf(args);
    expect(code).toBe('USAGE');
    expect(`${message} ${advice}`).toMatch(says);
  });

  it('is status 2, with nothing done', async () => {
    const done = await touchstone(['parcel', 'make', 'p', '--json']);
    expect({ status: done.status, code: errorIn(done).code }).toEqual({ status: 2, code: 'USAGE' });
    expect(await touchstone([])).toMatchObject({ status: 2, stdout: '' });
  });

  it('an adapter there is not: the ones there are', async () => {
    const project = join(folder, 'p.touchstone');
    await touchstone(['init', project]);
    const file = join(folder, 'a.jsonl');
    writeFileSync(
      file,
      '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello"}]}\n',
    );
    const done = await touchstone(['import', project, file, '--adapter', 'csv']);
    expect(done).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/csv.*native.*sharegpt/s),
    });
  });
});

const asAShellSplits = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? '');

describe('help', () => {
  it('lists every command', async () => {
    const { status, stdout, stderr } = await touchstone(['--help']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const { name } of CLI_COMMANDS)
      expect(stdout).toMatch(new RegExp(`^  ${name.split(' ')[0]}\\b`, 'm'));
  });

  it('of a command: its options and an example', async () => {
    for (const { name, options } of CLI_COMMANDS) {
      const { status, stdout } = await touchstone([...name.split(' '), '--help']);
      expect(status).toBe(0);
      for (const { flags } of options) expect(stdout).toContain(flags);
      expect(stdout).toContain('--json');
      expect(stdout).toContain(`touchstone ${name} `);
    }
  });

  it.each(CLI_COMMANDS.map(({ name, example }) => [name, example]))(
    '%s: the example is one that works',
    (name, example) => {
      expect(readCommandLine(asAShellSplits(example))?.command.name).toBe(name);
    },
  );

  it('says the version', async () => {
    expect(await touchstone(['--version'])).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });
});
