import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { KINDS, type Kind } from '../../../electron/engine/privacy/kinds.ts';
import { LABELLED } from './cases/all.ts';
import { HELD_OUT } from './cases/held-out.ts';
import { labelled } from './labelled.ts';
import { measure, precision, recall, table } from './measure.ts';

const README = readFileSync(join(import.meta.dirname, '../../../electron/engine/privacy/README.md'), 'utf8');
const made = measure(LABELLED);
const heldOut = measure(HELD_OUT);

describe('the labelled set', () => {
  test('is large, in good part texts with nothing to find, and says each text once', () => {
    expect(made.cases).toBeGreaterThanOrEqual(300);
    expect(made.clean).toBeGreaterThanOrEqual(150);
    expect(heldOut.cases).toBeGreaterThanOrEqual(80);
    const texts = [...LABELLED, ...HELD_OUT].map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
  });

  test.each(Object.keys(KINDS).filter((kind): kind is Kind => kind in KINDS))(
    '%s: hardly one missed, hardly one wrong',
    (kind) => {
      const score = made.kinds.get(kind);
      if (!score) throw new Error(`no label of ${kind}`);
      expect(score.found + score.missed).toBeGreaterThanOrEqual(15);
      expect(precision(score)).toBeGreaterThanOrEqual(0.97);
      expect(recall(score)).toBeGreaterThanOrEqual(0.97);
    },
  );

  test('overall, and on texts the detectors were not made with', () => {
    expect(precision(made.overall)).toBeGreaterThanOrEqual(0.99);
    expect(recall(made.overall)).toBeGreaterThanOrEqual(0.99);
    expect(precision(heldOut.overall)).toBeGreaterThanOrEqual(0.94);
    expect(recall(heldOut.overall)).toBeGreaterThanOrEqual(0.92);
  });

  test('the README says what is measured', () => {
    expect(README).toContain(table(made));
    expect(README).toContain(table(heldOut));
    expect(README).toContain(`${made.cases} texts, ${made.clean} of them with nothing to find`);
    expect(README).toContain(`${heldOut.cases} texts, ${heldOut.clean} of them with nothing to find`);
  });
});

test('the measure counts a find in the wrong place as both missed and wrong', () => {
  const half = labelled('write to jane⟦email|@example.com⟧ now');
  expect(measure([half]).overall).toEqual({ found: 0, missed: 1, wrong: 1 });
});
