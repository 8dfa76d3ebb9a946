import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { conversationOf, itemsOf, makeComparisons, placeIn } from '../../support/comparisons.ts';
import { TestEngine } from '../../support/engine.ts';
import { ssfb } from '../../support/rubric.ts';
import { rate } from '../../support/study.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const folder = tempFolder();
const engine = new TestEngine();
/** Which candidate each rater prefers in each conversation, by its place in the source: they differ in the second. */
const VOTES: Record<string, (number | 'tie')[]> = { Ada: [1, 1], Ben: [1, 2] };

beforeAll(async () => {
  const rubric = join(folder, 'rubric.json');
  writeFileSync(rubric, JSON.stringify({ ...ssfb, comparison: { dimensions: ['fluency'] } }));
  const { raters } = await makeComparisons(engine, folder, { rubric, sizes: [2, 2] });
  for (const [name, votes] of Object.entries(VOTES))
    for (const item of await itemsOf(engine, raters[name] ?? '')) {
      const chosen = item.candidates.find(
        ({ message }) => placeIn(message.text) === votes[conversationOf(item)],
      );
      await rate(engine, item.assignment, [
        { kind: 'preference', choice: chosen?.number ?? 0, strength: 2 },
        ...item.candidates.map(({ number }) => ({
          kind: 'value' as const,
          dimension: 'fluency',
          value: name === 'Ben' && number === 1 ? 2 : 4,
          candidate: number,
        })),
        { kind: 'submit' },
      ]);
    }
});
afterAll(() => engine.close());

describe('comparisons that raters differ on', () => {
  test('stand in the queue as preferences and as candidates', async () => {
    const { units, dimensions } = await engine.ask('adjudication.queue', {});
    expect(dimensions.filter(({ open }) => open > 0)).toEqual([
      { dimension: 'preference', label: 'Preference', open: 1 },
      { dimension: 'candidate.fluency', label: 'Fluency, side by side', open: 2 },
    ]);
    expect(units.filter(({ dimension }) => dimension === 'preference')).toMatchObject([
      { candidate: null, consensus: { value: null, source: null }, ratings: 2 },
    ]);
    expect(
      units.filter(({ dimension }) => dimension === 'fluency').map(({ candidate }) => candidate),
    ).toEqual([1, 1]);
  });

  test('show their candidates and what each rater said of them', async () => {
    const { units } = await engine.ask('adjudication.queue', { dimension: 'candidate.fluency' });
    const [{ item, candidate, dimension } = { item: '', candidate: null, dimension: '' }] = units;
    const shown = await engine.ask('adjudication.unit', { item, candidate, dimension });
    expect(shown.answers).toHaveLength(2);
    expect(shown.ratings.map(({ value }) => Number(value)).toSorted()).toEqual([2, 4]);
    const decided = { decisions: [{ unit: { item, candidate, dimension }, value: 3 }] };
    expect((await engine.ask('adjudication.decide', decided)).standing).toMatchObject({ value: 3 });
  });

  test('are decided by candidate, tie or both bad, and by nothing else', async () => {
    const { units } = await engine.ask('adjudication.queue', { dimension: 'preference' });
    const unit = { item: units[0]?.item ?? '', dimension: 'preference' };
    for (const value of [3, 'none'])
      expect((await engine.refused('adjudication.decide', { decisions: [{ unit, value }] })).code).toBe(
        'VALUE_NOT_ALLOWED',
      );
    await engine.ask('adjudication.decide', { decisions: [{ unit, value: 2 }] });
    const out = join(folder, 'out');
    await engine.ask('export.write', { recipe: { format: 'trl-preference' }, out });
    const evidence = readFileSync(join(out, 'trl-preference.evidence.jsonl'), 'utf8').trim().split('\n');
    expect(evidence.map((line) => JSON.parse(line).consensus ?? 'majority').toSorted()).toEqual([
      'adjudicated',
      'majority',
    ]);
    const manifest = JSON.parse(readFileSync(join(out, 'trl-preference.manifest.json'), 'utf8'));
    expect(manifest.consensus.units).toEqual({ majority: 1, adjudicated: 1 });
    await engine.ask('adjudication.decide', { decisions: [{ unit, value: 'tie' }] });
    const preview = await engine.ask('export.preview', { recipe: { format: 'trl-preference' } });
    expect(preview.rows).toBe(1);
    expect(preview.dropped).toEqual({ comparison_tied: 1 });
  });
});
