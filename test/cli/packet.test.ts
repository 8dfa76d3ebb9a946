import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { withEngine } from '../support/engine.ts';
import { complete, queueOf, rate } from '../support/study.ts';
import { writeTranscripts } from './study.ts';
import { errorIn, objectIn, type Run, scratch, shellEnv, touchstone } from './touchstone.ts';

const folder = scratch();
const at = (name: string): string => join(folder, name);
const study = at('study.touchstone');

/** A command with `--json` on one of several machines: each has settings of its own. */
const on = (machine: string, ...args: string[]): Promise<Run> =>
  touchstone([...args, '--json'], {
    env: { ...shellEnv(), TOUCHSTONE_USER_DATA: at(`settings-${machine}`), TOUCHSTONE_PASSPHRASE: '' },
  });
const ask = async (machine: string, ...args: string[]): Promise<Record<string, unknown>> => {
  const done = await on(machine, ...args);
  if (done.status !== 0) throw new Error(`${args.join(' ')}: ${done.stderr}`);
  return objectIn(done);
};

/** A rater judges everything in their project, as in the window. */
const rateAll = (project: string, fluency: number): Promise<void> =>
  withEngine(async (engine) => {
    const { raters } = await engine.ask('project.open', { file: project });
    for (const assignment of await queueOf(engine, raters[0]?.id ?? ''))
      await rate(engine, assignment, complete(fluency));
  });

const told = z.object({
  sources: z.array(z.object({ signedBy: z.string().nullable() })),
  conflicts: z.array(z.object({ id: z.string() })),
});

beforeAll(async () => {
  writeTranscripts(folder, 4);
  writeFileSync(at('passphrase'), 'a long sentence\n');
  await ask('lead', 'init', study);
  await ask('lead', 'import', study, at('transcripts.jsonl'));
  const { sample } = await ask('lead', 'sample', study, '--size', '6', '--seed', '7');
  await ask(
    'lead',
    'assign',
    study,
    '--sample',
    String(sample),
    '--raters',
    'Ada,Ben,Cyd',
    '--overlap',
    '2',
    '--seed',
    '7',
  );
});

describe('touchstone packet', () => {
  test('sends work to three machines and brings the ratings back, in any order', async () => {
    const backs: string[] = [];
    for (const [at3, rater] of ['Ada', 'Ben', 'Cyd'].entries()) {
      const out = at(`${rater}.packet`);
      const made = await ask('lead', 'packet', 'make', study, '--rater', rater, '--out', out);
      expect(made).toMatchObject({
        kind: 'work',
        raters: [rater],
        assignments: 4,
        ratings: 0,
        encrypted: false,
      });
      const project = at(`${rater}.touchstone`);
      const opened = await ask(rater, 'packet', 'open', out, '--out', project);
      expect(opened).toMatchObject({ rater, assignments: 4, origin: { packet: made.packet } });
      await rateAll(project, at3 + 2);
      const back = at(`${rater}-back.packet`);
      const sent = await ask(rater, 'packet', 'make', project, '--rater', rater, '--out', back);
      expect(sent).toMatchObject({ kind: 'ratings', ratings: 4, events: 20 });
      expect(sent.signed_by).not.toBe(made.signed_by);
      backs.push(back);
    }
    copyFileSync(study, at('other.touchstone'));
    const merged = await ask('lead', 'packet', 'merge', study, ...backs);
    expect(merged).toMatchObject({ ratings: 12, new: 12, duplicates: 0, conflicts: [] });
    const other = await ask(
      'lead',
      'packet',
      'merge',
      at('other.touchstone'),
      ...backs.toReversed(),
      backs[0] ?? '',
    );
    expect(other).toMatchObject({ ratings: 16, new: 12, duplicates: 4, digest: merged.digest });
    expect(await ask('lead', 'verify', study)).toMatchObject({ ok: true, content_digest: merged.digest });
    expect(await ask('lead', 'stats', study)).toMatchObject({ per_rater: { Ada: 4, Ben: 4, Cyd: 4 } });
    expect(await ask('lead', 'packet', 'conflicts', study)).toEqual({ conflicts: [] });
  });

  test('tells an altered file from a wrong passphrase, and takes what it can', async () => {
    const sealed = at('sealed.packet');
    await ask(
      'lead',
      'packet',
      'make',
      study,
      '--rater',
      'Ada',
      '--out',
      sealed,
      '--passphrase-file',
      at('passphrase'),
    );
    expect(errorIn(await on('Ada', 'packet', 'open', sealed, '--out', at('sealed.touchstone'))).code).toBe(
      'PACKET_LOCKED',
    );
    const opened = await ask(
      'Ada',
      'packet',
      'open',
      sealed,
      '--out',
      at('sealed.touchstone'),
      '--passphrase-file',
      at('passphrase'),
    );
    expect(opened).toMatchObject({ rater: 'Ada', ratings: 4 });

    const bytes = readFileSync(at('Ben-back.packet'));
    bytes[500] = (bytes[500] ?? 0) ^ 1;
    writeFileSync(at('altered.packet'), bytes);
    const done = await on('lead', 'packet', 'merge', study, at('altered.packet'), at('Ada-back.packet'));
    expect(done.status).toBe(1);
    expect(objectIn(done)).toMatchObject({
      ratings: 4,
      duplicates: 4,
      conflicts: [{ code: 'PACKET_ALTERED', file: 'altered.packet' }],
    });
  });

  test('lists what is to be decided, and decides it', async () => {
    await ask('elsewhere', 'packet', 'open', at('Cyd.packet'), '--out', at('Cyd elsewhere.touchstone'));
    await rateAll(at('Cyd elsewhere.touchstone'), 1);
    await ask('elsewhere', 'packet', 'make', at('Cyd elsewhere.touchstone'), '--out', at('elsewhere.packet'));
    const merged = await ask('lead', 'packet', 'merge', study, at('elsewhere.packet'));
    expect(merged).toMatchObject({ ratings: 4, new: 0, conflicting: 4 });
    const words = await touchstone(['packet', 'conflicts', study]);
    expect(words.stdout).toContain('5 conflicts, of which nothing is lost');
    expect(words.stdout).toContain('Cyd judged one answer differently in 2 files');
    const { sources, conflicts } = told.parse(merged);
    const theirs = sources[0]?.signedBy ?? '';
    const how = ['--how', 'another', '--event', theirs, '--name', 'Cyd of Kyoto'];
    expect(await ask('lead', 'packet', 'resolve', study, conflicts[0]?.id ?? '', ...how)).toEqual({
      open: 0,
    });
    expect(await ask('lead', 'stats', study)).toMatchObject({ per_rater: { Cyd: 4, 'Cyd of Kyoto': 4 } });
    expect(await ask('lead', 'verify', study)).toMatchObject({ ok: true });
  });

  test('says what is wrong with a command line, and what to do with a packet that is not a project', async () => {
    expect(errorIn(await on('lead', 'packet', 'make', study, '--rater', 'Zoe', '--out', at('z'))).code).toBe(
      'RATER_UNKNOWN',
    );
    const missing = await on('lead', 'packet', 'make', study, '--rater', 'Ada');
    expect([missing.status, errorIn(missing).code]).toEqual([2, 'USAGE']);
    expect(errorIn(missing).advice).toContain('packet make --help');
    expect(errorIn(await on('lead', 'stats', at('Ada.packet')))).toMatchObject({
      code: 'PACKET_NOT_OPENED',
      advice: expect.stringContaining('packet open'),
    });
    expect(errorIn(await on('lead', 'packet', 'merge', study, at('no.packet'))).code).toBe('FILE_NOT_FOUND');
  });
});
