import { describe, expect, it } from 'vitest';
import { buildDataset } from '../../../shared/formats/export/build.ts';
import { answerOf, built, contextOf, SFT } from './scene.ts';

describe('the split', () => {
  const many = Array.from({ length: 200 }, (_, index) => contextOf(`q${index}`, [answerOf(`a${index}`)]));

  it('holds out about the share asked for, and is the same every time', () => {
    const recipe = { ...SFT, testShare: 0.2 };
    const { rows, files } = built(many, recipe);
    const test = rows.filter(({ split }) => split === 'test').length;
    expect(test).toBeGreaterThan(20);
    expect(test).toBeLessThan(60);
    expect(buildDataset(many, recipe).files).toEqual(files);
    expect(buildDataset(many, { ...recipe, seed: 2 }).files).not.toEqual(files);
  });

  it('never parts a conversation, nor conversations that share a context', () => {
    const chained = many.map((context, index) => ({
      ...context,
      conversations: [`c${index}`, `c${Math.floor(index / 10) * 10}`],
    }));
    for (const seed of [1, 2, 3]) {
      const { rows } = built(chained, { ...SFT, testShare: 0.3, seed });
      for (let group = 0; group < 20; group++) {
        const names = new Set(Array.from({ length: 10 }, (_, index) => `q${group * 10 + index}`));
        const sides = rows
          .filter(({ record }) => names.has(record.messages[0].content))
          .map(({ split }) => split);
        expect(sides).toHaveLength(10);
        expect(new Set(sides).size).toBe(1);
      }
    }
  });

  it('leaves a conversation on its side when others are added', () => {
    const recipe = { ...SFT, testShare: 0.3 };
    const before = built(many.slice(0, 50), recipe).rows;
    const after = built(many, recipe).rows;
    for (const row of before) expect(after).toContainEqual(row);
  });

  it('says so where nothing was held out', () => {
    const { preflight } = built(many.slice(0, 1), { ...SFT, testShare: 0.001 });
    expect(preflight.trl?.warnings).toEqual([expect.stringContaining('test part')]);
  });
});
