import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AdjudicationUnit } from '../../../shared/domain/adjudication.ts';
import { TestEngine } from '../../support/engine.ts';
import { fixedSource } from '../../support/source.ts';
import { complete, makeStudy, queueOf, rate, type Study } from '../../support/study.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const folder = tempFolder();
const source = fixedSource(0);
const engine = new TestEngine({ source });
let study: Study;
/** What each rater says of the fluency of the answers, in the order of the items' texts. */
const FLUENCY = { Ada: [1, 4, 4, 3], Ben: [5, 4, 5, 3], Cyd: [3, 4, 5, 4] };

beforeAll(async () => {
  study = await makeStudy(engine, folder, { conversations: 4, overlap: 3 });
  for (const [name, values] of Object.entries(FLUENCY)) {
    const shown = new Map<string, string>();
    for (const assignment of await queueOf(engine, study.raters[name] ?? ''))
      shown.set((await engine.ask('item.show', { assignment })).answer.text, assignment);
    for (const [place, text] of [...shown.keys()].sort().entries())
      await rate(engine, shown.get(text) ?? '', complete(values[place]));
  }
  source.advance(1000);
});
afterAll(() => engine.close());

const queue = (input = {}) => engine.ask('adjudication.queue', input);
const first = async (): Promise<AdjudicationUnit> => {
  const [unit] = (await queue({ state: 'open' })).units;
  if (!unit) throw new Error('the queue is empty');
  return { item: unit.item, candidate: unit.candidate, dimension: unit.dimension };
};
const lettersOf = async (unit: AdjudicationUnit) =>
  (await engine.ask('adjudication.unit', unit)).ratings.map(({ letter, value, rater }) => ({
    letter,
    value,
    rater,
  }));

describe('the queue', () => {
  test('holds the units that raters differ on, the most informative first', async () => {
    const { units, counts, dimensions, rule, total } = await queue();
    expect(rule).toEqual({ doubt: { kind: 'any' }, model: 'votes', ties: 'model' });
    expect(total).toBe(3);
    expect(counts).toEqual({ open: 3, decided: 0, returned: 0 });
    expect(dimensions.map(({ dimension, open }) => [dimension, open])).toEqual([
      ['sensibleness', 0],
      ['specificity', 0],
      ['fluency', 3],
      ['bias', 0],
    ]);
    expect(units[0]).toMatchObject({
      dimension: 'fluency',
      range: 4,
      different: 3,
      ratings: 3,
      state: 'open',
    });
    expect(units[0]?.consensus).toEqual({ value: 3, source: 'median', probability: null });
    const bits = units.map(({ information }) => information);
    expect(bits).toEqual(bits.toSorted((a, b) => b - a));
    expect(units[0]?.answer).not.toBe('');
  });

  test('follows the rule of the project, which is kept and logged', async () => {
    await engine.ask('settings.change', {
      adjudication: { doubt: { kind: 'range', atLeast: 2 }, model: 'votes', ties: 'lower' },
    });
    expect((await queue()).units).toHaveLength(1);
    await engine.ask('settings.change', {
      adjudication: { doubt: { kind: 'information', atLeast: 99 }, model: 'dawid_skene', ties: 'model' },
    });
    expect((await queue()).units).toHaveLength(0);
    await engine.ask('settings.change', {
      adjudication: { doubt: { kind: 'any' }, model: 'dawid_skene', ties: 'model' },
    });
    for (const { consensus } of (await queue()).units) expect(consensus.probability).toBeGreaterThan(0);
    await engine.ask('settings.change', {
      adjudication: { doubt: { kind: 'any' }, model: 'votes', ties: 'model' },
    });
  });

  test('is filtered by dimension and by slices of the answers, page by page', async () => {
    expect((await queue({ dimension: 'bias' })).total).toBe(0);
    const { slices } = await queue({ by: 'model' });
    expect(slices.reduce((sum, { units }) => sum + units, 0)).toBe(3);
    const [slice] = slices;
    expect((await queue({ by: 'model', slice: slice?.key })).total).toBe(slice?.units);
    const pages = [await queue({ limit: 2 }), await queue({ limit: 2, offset: 2 })];
    expect(pages.map(({ units }) => units.length)).toEqual([2, 1]);
    expect((await engine.refused('adjudication.queue', { by: 'colour' })).code).toBe('EXPRESSION_INVALID');
  });
});

/** The report on fluency: what consensus values come to, which decisions have a part in, and all the rest. */
async function agreementReport() {
  const { dimensions, ...whole } = await engine.ask('agreement.report', {});
  const consensus = dimensions.find(({ dimension }) => dimension === 'fluency')?.consensus;
  return { consensus, rest: { whole, dimensions: dimensions.map(({ consensus: _, ...own }) => own) } };
}

describe('a unit', () => {
  test('shows ratings without names, in an order of its own that stays', async () => {
    const unit = await first();
    const seen = await lettersOf(unit);
    expect(seen.map(({ letter }) => letter)).toEqual(['A', 'B', 'C']);
    expect(seen.map(({ value }) => Number(value)).toSorted()).toEqual([1, 3, 5]);
    expect(seen.every(({ rater }) => rater === null)).toBe(true);
    expect(await lettersOf(unit)).toEqual(seen);
    expect(JSON.stringify(await engine.ask('adjudication.unit', unit))).not.toMatch(/Ada|Ben|Cyd/);
  });

  test('is decided, and the decision is undone, brought back and on record; ratings stay as they are', async () => {
    const unit = await first();
    const before = await agreementReport();
    expect(before.consensus).toMatchObject({ sources: { median: 4 } });
    const { standing } = await engine.ask('adjudication.decide', {
      decisions: [{ unit, value: 5, how: 'adopted', adopted: 'A', rationale: 'Reads well.' }],
    });
    expect(standing).toMatchObject({
      kind: 'decided',
      value: 5,
      how: 'adopted',
      rationale: 'Reads well.',
      by: 'Lea',
    });
    expect(await queue({ state: 'decided' })).toMatchObject({ total: 1, units: [{ ...unit, decided: 5 }] });
    expect((await queue()).counts).toEqual({ open: 2, decided: 1, returned: 0 });

    expect(await engine.ask('adjudication.undo', {})).toEqual({ unit, kind: 'decide', standing: null });
    expect((await queue()).counts.decided).toBe(0);
    expect((await engine.refused('adjudication.undo', {})).code).toBe('NOTHING_TO_UNDO');
    expect((await engine.ask('adjudication.redo', {})).standing).toMatchObject({ value: 5 });
    expect((await engine.refused('adjudication.redo', {})).code).toBe('NOTHING_TO_REDO');

    const { consensus, rest } = await agreementReport();
    expect(rest).toEqual(before.rest);
    expect(consensus).toMatchObject({ sources: { adjudicated: 1, median: 3 } });
    const { history } = await engine.ask('adjudication.unit', unit);
    expect(history).toMatchObject([
      { kind: 'decide', value: 5, text: 'Reads well.', by: 'Lea', undone: false },
    ]);
    expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true });
  });

  test('nobody undoes what another person decided', async () => {
    engine.actor = 'Max';
    expect((await engine.refused('adjudication.undo', {})).code).toBe('NOTHING_TO_UNDO');
    engine.actor = 'Lea';
  });

  test('shows names once it is decided, where the project is not blind', async () => {
    const [unit] = (await queue({ state: 'decided' })).units;
    if (!unit) throw new Error('nothing is decided');
    const named = { item: unit.item, candidate: null, dimension: unit.dimension };
    expect((await lettersOf(named)).every(({ rater }) => rater === null)).toBe(true);
    await engine.ask('settings.change', { blind: false });
    expect((await lettersOf(named)).map(({ rater }) => rater).toSorted()).toEqual(['Ada', 'Ben', 'Cyd']);
    expect((await lettersOf(await first())).every(({ rater }) => rater === null)).toBe(true);
    await engine.ask('settings.change', { blind: true });
  });

  test('takes no value that the rubric does not have, and none of the others then', async () => {
    const unit = await first();
    const failure = await engine.refused('adjudication.decide', {
      decisions: [
        { unit, value: 4 },
        { unit, value: 9 },
      ],
    });
    expect(failure).toMatchObject({ code: 'VALUE_NOT_ALLOWED', place: { path: 'decisions[1]' } });
    expect((await queue()).counts.decided).toBe(1);
    const wrong = { ...unit, dimension: 'colour' };
    expect(
      (await engine.refused('adjudication.decide', { decisions: [{ unit: wrong, value: 1 }] })).code,
    ).toBe('VALUE_NOT_ALLOWED');
  });
});

describe('a unit that is sent back', () => {
  test('shows its note to those who rated it, until all of them judged it again', async () => {
    const unit = await first();
    const { standing } = await engine.ask('adjudication.return', { unit, note: 'Look at the date.' });
    expect(standing).toMatchObject({ kind: 'returned', note: 'Look at the date.', waiting: 3 });
    expect((await queue()).counts.returned).toBe(1);
    const places: [string, string][] = [];
    for (const rater of Object.values(study.raters)) {
      const { replies } = await engine.ask('queue.open', { rater });
      expect(replies).toHaveLength(1);
      places.push([rater, replies[0]?.assignment ?? '']);
    }
    for (const [, assignment] of places) {
      const { reply, stored } = await engine.ask('item.show', { assignment });
      expect(reply).toMatchObject({ question: '', text: 'Fluency: Look at the date.' });
      expect(stored.rating.status).toBe('submitted');
      source.advance(1000);
      await rate(engine, assignment, [
        { kind: 'reopen' },
        { kind: 'value', dimension: 'fluency', value: 2 },
        { kind: 'submit' },
      ]);
    }
    const { counts } = await queue();
    expect(counts).toEqual({ open: 1, decided: 1, returned: 0 });
  });

  test('says nothing any more when the lead takes the note back', async () => {
    await engine.ask('adjudication.undo', {});
    const { replies } = await engine.ask('queue.open', { rater: study.raters.Ada ?? '' });
    expect(replies).toEqual([]);
  });
});

describe('a dataset', () => {
  const exported = async (recipe = {}) => {
    const out = join(folder, `out-${Math.floor(source.now() / 1000)}-${Object.keys(recipe).join('-')}`);
    await engine.ask('export.write', { recipe: { format: 'trl-sft', minShare: 0, ...recipe }, out });
    const read = (name: string) => readFileSync(join(out, `trl-sft.${name}`), 'utf8');
    return {
      evidence: read('evidence.jsonl')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
      manifest: JSON.parse(read('manifest.json')),
      card: read('README.md'),
    };
  };

  test('has the decided value in place of the mean, and says so', async () => {
    const { evidence, manifest, card } = await exported();
    const decided = evidence.filter(({ consensus }) => consensus);
    expect(decided).toMatchObject([{ consensus: { fluency: 'adjudicated' }, means: { fluency: 5 } }]);
    expect(manifest.consensus).toEqual({
      values: 'mean',
      ties: 'model',
      model: 'votes',
      units: { adjudicated: 1, mean: 15 },
    });
    expect(card).toContain('1 adjudicated');
  });

  test('keeps to thresholds by the decided value', async () => {
    const { evidence } = await exported({ atLeast: { fluency: 5 } });
    expect(evidence).toHaveLength(1);
  });

  test('holds what the ratings come to where that is asked for', async () => {
    const { evidence, manifest } = await exported({ values: 'consensus' });
    expect(manifest.consensus.units).toEqual({ majority: 8, median: 7, adjudicated: 1 });
    expect(evidence.map(({ means }) => means.fluency).toSorted()).toEqual([2, 4, 5, 5]);
  });
});
