import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PacketContents } from '../../../electron/engine/packets/contents.ts';
import { headerBytes, headerOf, writePacket } from '../../../electron/engine/packets/file-format.ts';
import { openContents, packetBytes } from '../../../electron/engine/packets/read-contents.ts';
import { machineKeyIn } from '../../../electron/engine/packets/signing.ts';
import { withDatabase } from '../../support/database.ts';
import { fc } from '../../support/property.ts';
import { scene } from './scene.ts';

const { at, study, inProject, copyOfStudy, rated, merge } = scene({ conversations: 3 });
let work: PacketContents;
let back: PacketContents;

beforeAll(async () => {
  const contents = (name: string): PacketContents =>
    openContents(packetBytes(at(name)), name, undefined).contents;
  work = contents('Ada.packet');
  await rated('Ada', 'her machine', 4, 1);
  back = contents('Ada from her machine.packet');
});

/** A packet with any content, signed as it should be by somebody's key. */
function forge(name: string, contents: object, text = JSON.stringify(contents)): string {
  const key = machineKeyIn(at('forger'));
  const head = headerBytes(headerOf(back.packet, null));
  const signed = text.replace(back.key, key.publicKey.toString('hex'));
  writeFileSync(at(name), writePacket(head, gzipSync(signed), key).bytes);
  return at(name);
}

/** What a merge says of files. Where all are refused, the study is as it was. */
const saidOf = (...files: string[]): Promise<(string | null)[]> =>
  inProject(async (engine) => {
    const before = await engine.ask('audit.verify', {});
    const { sources } = await merge(engine, ...files);
    const after = await engine.ask('audit.verify', {});
    if (sources.every(({ refused }) => refused !== null)) expect(after).toEqual(before);
    else expect(after).toMatchObject({ ok: true, first_bad: null });
    return sources.map(({ refused }) => refused);
  });

const withEvent = (index: number, value: unknown): object => ({
  ...back,
  events: back.events.map((one) => one.map((cell, at) => (at === index ? value : cell))),
});
const payload = (text: object): object => withEvent(7, JSON.stringify(text));

describe('a packet that is signed, and yet is not one, is told of and nothing of it is taken:', () => {
  test('whatever of it is wrong', async () => {
    const forged: Record<string, object> = {
      'no raters': { ...back, raters: [] },
      'a name on two lines': { ...back, raters: [{ ...back.raters[0], name: 'A\nB' }] },
      'a name that is blank': { ...back, raters: [{ ...back.raters[0], name: ' ' }] },
      'events that are numbers': { ...back, events: [1, 2] },
      'an index that leads nowhere': withEvent(3, 99),
      'an event that follows itself': withEvent(9, 0),
      'a time after the year 9999': withEvent(1, Number.MAX_SAFE_INTEGER),
      'an act that took ages': withEvent(8, Number.MAX_SAFE_INTEGER),
      'a showing beyond counting': withEvent(4, 2 ** 40),
      'one id for all events': withEvent(0, back.events[0]?.[0]),
      'an act that is none': payload({ kind: 'praise' }),
      'an act of another kind than it says': payload({ kind: 'submit' }),
      'an act that is not JSON': withEvent(7, '{'),
      'a value that the rubric does not have': {
        ...back,
        events: back.events.map((one) =>
          one[6] === 'value' ? one.with(7, JSON.stringify({ ...JSON.parse(one[7]), value: 99 })) : one,
        ),
      },
      'a list of studies': { ...back, study: [back.study] },
      nothing: {},
    };
    const names = Object.keys(forged);
    const said = await saidOf(...names.map((name) => forge(name, forged[name] ?? {})));
    expect(Object.fromEntries(names.map((name, place) => [name, said[place]]))).toEqual(
      Object.fromEntries(names.map((name) => [name, 'PACKET_ALTERED'])),
    );
  });

  test('a body that unfolds without end, is nested without end, or is no JSON', async () => {
    const files = [' '.repeat(64 * 1024 * 1024), '['.repeat(500_000), 'dear lead'].map((text, place) =>
      forge(`body ${place}`, {}, text),
    );
    expect(await saidOf(...files)).toEqual(Array(3).fill('PACKET_ALTERED'));
    const nested = `[{"type":"text","a":${'['.repeat(200_000)}${']'.repeat(200_000)}}]`;
    const text = JSON.stringify(work).replace('"parts":null', `"parts":${nested}`);
    await inProject(async (engine) => {
      const file = forge(
        'parts.packet',
        {},
        text.replace(work.packet, back.packet).replace(work.key, back.key),
      );
      expect(await engine.refused('packet.open', { file, out: at('parts.touchstone') })).toMatchObject({
        code: 'PACKET_ALTERED',
      });
    });
  });

  test('any of its fields with another value', async () => {
    const fields = [
      'kind',
      'journal',
      'raters',
      'items',
      'rubrics',
      'journals',
      'events',
      'imported',
      'work',
    ];
    const values = fc.oneof(fc.constant(true), fc.integer(), fc.string(), fc.constant([1]), fc.constant({}));
    const files = fc
      .sample(fc.tuple(fc.constantFrom(...fields), values), 40)
      .map(([field, value], place) => forge(`field ${place}`, { ...back, [field]: value }));
    expect(new Set(await saidOf(...files))).toEqual(new Set(['PACKET_ALTERED']));
  });
});

test('another’s body under one’s own name is told of', async () => {
  const key = machineKeyIn(at('forger'));
  const head = headerBytes(headerOf(back.packet, null));
  writeFileSync(at('borrowed.packet'), writePacket(head, gzipSync(JSON.stringify(back)), key).bytes);
  expect(await saidOf(at('borrowed.packet'))).toEqual(['PACKET_ALTERED']);
});

test('a rater’s ratings under another key are taken in, and asked about', async () => {
  await inProject(async (engine) => {
    await merge(engine, at('Ada from her machine.packet'));
    // Another machine gives other ids to what is done there.
    const events = back.events.map((one, place) => one.with(0, `${one[0].slice(0, -12)}00000000000${place}`));
    const { conflicts } = await merge(engine, forge('copied.packet', { ...back, events }));
    expect(conflicts.map(({ code }) => code)).toContain('KEY_CHANGED');
    expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true });
  });
});

describe('versions of the format', () => {
  test('one that is newer is told of, and one that lacks what came later is read', async () => {
    const bytes = readFileSync(at('Ada.packet'));
    writeFileSync(
      at('newer.packet'),
      Buffer.from(bytes.toString('latin1').replace('"version":1', '"version":2'), 'latin1'),
    );
    expect(await saidOf(at('newer.packet'))).toEqual(['PACKET_NEWER']);
    const { answers: _answers, notes: _notes, ...early } = work.work ?? { answers: [], notes: [] };
    const contents = { ...work, packet: back.packet, key: back.key, work: early };
    await inProject(async (engine) => {
      const file = forge('early.packet', contents);
      await engine.ask('packet.open', { file, out: at('early.touchstone') });
      expect((await engine.ask('project.summary', {})).counts.assignments).toBe(2);
    });
  });
});

describe('files that are no packets', () => {
  test('are told of by what they are, and the others go in', async () => {
    writeFileSync(at('empty'), '');
    writeFileSync(at('garbage'), Buffer.alloc(5000, 7));
    writeFileSync(at('half.touchstone'), readFileSync(study().path).subarray(0, 5000));
    const early = copyOfStudy('early copy.touchstone');
    withDatabase(early, (db) => db.pragma('user_version = 140'));
    mkdirSync(at('folder'));
    await inProject(async (engine) => {
      const { sources } = await merge(
        engine,
        at('empty'),
        at('garbage'),
        at('half.touchstone'),
        early,
        at('Ada from her machine.packet'),
      );
      expect(sources.map(({ refused }) => refused)).toEqual([
        'NOT_A_PACKET',
        'NOT_A_PACKET',
        'PROJECT_CORRUPT',
        'READ_ONLY',
        null,
      ]);
      expect(await engine.refused('packet.merge', { files: [at('folder')] })).toMatchObject({
        code: 'FILE_IS_DIRECTORY',
      });
      expect(await merge(engine, copyOfStudy('itself.touchstone'))).toMatchObject({
        new: 0,
        events: 0,
        conflicts: [],
      });
      expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true });
    });
  });
});
