import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { withEngine } from '../support/engine.ts';
import { useSettings } from '../support/settings.ts';
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

const RATERS = ['Ada', 'Ben', 'Cyd'] as const;

/** The way of a packet to a rater's machine and back, without the command line. */
const bringBack = async (rater: string, fluency: number): Promise<void> => {
  await withEngine(async (engine) => {
    using _settings = useSettings(at('settings-lead'));
    await engine.ask('project.open', { file: study });
    await engine.ask('packet.make', { raters: [rater], out: at(`${rater}.packet`) });
  });
  await withEngine((engine) =>
    engine.ask('packet.open', { file: at(`${rater}.packet`), out: at(`${rater}.touchstone`) }),
  );
  await rateAll(at(`${rater}.touchstone`), fluency);
  await withEngine(async (engine) => {
    using _settings = useSettings(at(`settings-${rater}`));
    await engine.ask('project.open', { file: at(`${rater}.touchstone`) });
    await engine.ask('packet.make', { out: at(`${rater}-back.packet`) });
  });
};

const told = z.object({
  sources: z.array(z.object({ signedBy: z.string().nullable() })).default([]),
  conflicts: z.array(z.object({ id: z.string() })),
  decided: z.array(z.object({ id: z.string() })).default([]),
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
    const made = await ask('lead', 'packet', 'make', study, '--rater', 'Ada', '--out', at('Ada.packet'));
    expect(made).toMatchObject({
      kind: 'work',
      raters: ['Ada'],
      assignments: 4,
      ratings: 0,
      encrypted: false,
    });
    const project = at('Ada.touchstone');
    const opened = await ask('Ada', 'packet', 'open', at('Ada.packet'), '--out', project);
    expect(opened).toMatchObject({ rater: 'Ada', assignments: 4, origin: { packet: made.packet } });
    await rateAll(project, 2);
    const sent = await ask(
      'Ada',
      'packet',
      'make',
      project,
      '--rater',
      'Ada',
      '--out',
      at('Ada-back.packet'),
    );
    expect(sent).toMatchObject({ kind: 'ratings', ratings: 4, events: 20 });
    expect(sent.signed_by).not.toBe(made.signed_by);
    await bringBack('Ben', 3);
    await bringBack('Cyd', 4);
    const backs = RATERS.map((rater) => at(`${rater}-back.packet`));
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
    expect(await ask('lead', 'packet', 'conflicts', study)).toEqual({ conflicts: [], decided: [] });
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
    const { decided } = told.parse(await ask('lead', 'packet', 'conflicts', study));
    const undo = ['packet', 'resolve', study, decided[0]?.id ?? '', '--how', 'undo'];
    expect(await ask('lead', ...undo)).toEqual({ open: 5 });
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
