import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { toFailure } from '../../../electron/engine/faults.ts';
import { openContents } from '../../../electron/engine/packets/read-contents.ts';
import { fc } from '../../support/property.ts';
import { times } from '../../support/thorough.ts';
import { scene } from './scene.ts';

const { at, inProject, merge } = scene({ conversations: 3 });
const PASSPHRASE = 'ein Satz mit Ümlauten';

beforeAll(async () => {
  await inProject(async (engine) => {
    await engine.ask('packet.make', { raters: ['Ada'], out: at('plain.packet') });
    await engine.ask('packet.make', { raters: ['Ada'], out: at('sealed.packet'), passphrase: PASSPHRASE });
  });
});

const codeOf = (bytes: Buffer, passphrase?: string): string => {
  try {
    openContents(bytes, 'a.packet', passphrase);
    return 'opened';
  } catch (error) {
    return toFailure(error).code;
  }
};

describe('an altered packet is known for what it is', () => {
  test.each(['plain.packet', 'sealed.packet'])('whichever byte of %s is another', (name) => {
    const bytes = readFileSync(at(name));
    const flipped = (offset: number, by: number): Buffer => {
      const copy = Buffer.from(bytes);
      copy[offset] = (copy[offset] ?? 0) ^ by;
      return copy;
    };
    // The first bytes say that it is a packet at all.
    for (let offset = 0; offset < 8; offset += 1) expect(codeOf(flipped(offset, 1))).toBe('NOT_A_PACKET');
    fc.assert(
      fc.property(
        fc.integer({ min: 8, max: bytes.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (offset, by) => {
          expect(['PACKET_ALTERED', 'PACKET_NEWER'], `byte ${offset}`).toContain(
            codeOf(flipped(offset, by), PASSPHRASE),
          );
        },
      ),
      { numRuns: times(100, 2000) },
    );
    // The length of the header, the digest, the key and the signature, byte by byte.
    for (const offset of [8, 9, 10, 11, ...Array.from({ length: 128 }, (_, at) => bytes.length - 1 - at)])
      expect(codeOf(flipped(offset, 1), PASSPHRASE), `byte ${offset}`).toBe('PACKET_ALTERED');
  });

  test('wherever it is cut off, and whatever is put behind it', () => {
    const bytes = readFileSync(at('plain.packet'));
    for (const length of [8, 12, 60, bytes.length / 2, bytes.length - 1])
      expect(codeOf(bytes.subarray(0, Math.floor(length)))).toBe('PACKET_ALTERED');
    expect(codeOf(Buffer.concat([bytes, Buffer.of(0)]))).toBe('PACKET_ALTERED');
    expect(codeOf(Buffer.from('dear reader'))).toBe('NOT_A_PACKET');
  });

  test('and told of in a merge, which takes nothing of it', async () => {
    const bytes = readFileSync(at('plain.packet'));
    bytes[400] = (bytes[400] ?? 0) ^ 1;
    writeFileSync(at('altered.packet'), bytes);
    await inProject(async (engine) => {
      const before = await engine.ask('audit.verify', {});
      expect(await merge(engine, at('altered.packet'))).toMatchObject({
        ratings: 0,
        conflicts: [{ code: 'PACKET_ALTERED', file: 'altered.packet', resolutions: [] }],
      });
      expect(await engine.ask('audit.verify', {})).toEqual(before);
      expect(
        await engine.refused('packet.open', { file: at('altered.packet'), out: at('no.touchstone') }),
      ).toMatchObject({ code: 'PACKET_ALTERED' });
    });
  });
});

describe('a passphrase', () => {
  test('opens what it closed, however it is typed in Unicode', async () => {
    const bytes = readFileSync(at('sealed.packet'));
    expect(bytes.includes('Ada')).toBe(false);
    expect(codeOf(bytes, PASSPHRASE.normalize('NFD'))).toBe('opened');
    await inProject(async (engine) => {
      const { raters } = await engine.ask('packet.open', {
        file: at('sealed.packet'),
        out: at('opened.touchstone'),
        passphrase: PASSPHRASE,
      });
      expect(raters).toMatchObject([{ name: 'Ada' }]);
    });
  });

  test('that is missing or wrong is told from an altered file', async () => {
    const bytes = readFileSync(at('sealed.packet'));
    expect(codeOf(bytes)).toBe('PACKET_LOCKED');
    expect(codeOf(bytes, 'another')).toBe('PACKET_PASSPHRASE');
    await inProject(async (engine) => {
      expect(await merge(engine, at('sealed.packet'))).toMatchObject({
        conflicts: [{ code: 'PACKET_LOCKED' }],
      });
      const input = { file: at('sealed.packet'), out: at('locked.touchstone') };
      expect(await engine.refused('packet.open', input)).toMatchObject({ code: 'PACKET_LOCKED' });
      expect(await engine.refused('packet.open', { ...input, passphrase: 'x' })).toMatchObject({
        code: 'PACKET_PASSPHRASE',
      });
    });
  });
});
