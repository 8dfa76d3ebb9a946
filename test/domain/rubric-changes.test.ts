import { describe, expect, test } from 'vitest';
import { lineDiff, nearChanges } from '../../shared/domain/line-diff.ts';
import type { Dimension, Rubric } from '../../shared/domain/rubric.ts';
import { isUnchanged, rubricChanges } from '../../shared/domain/rubric-changes.ts';
import { affectedDimensions, comparableDimensions } from '../../shared/domain/rubric-versions.ts';
import { ssfb } from '../support/rubric.ts';

/** The shipped rubric with one dimension changed. */
const withDimension = (id: string, change: (entry: Dimension) => Dimension): Rubric => ({
  ...ssfb,
  version: 2,
  dimensions: ssfb.dimensions.map((entry) => (entry.id === id ? change(entry) : entry)),
});
const clarity: Dimension = {
  ...ssfb.dimensions[2],
  id: 'clarity',
  label: 'Clarity',
  level: 'ordinal',
  options: [],
};

describe('what changed between two versions', () => {
  test('is nothing between a rubric and itself, whatever is said in full', () => {
    const spelled = withDimension('fluency', (entry) => ({
      ...entry,
      kind: 'options',
      spans: false,
      optional: false,
    }));
    expect(isUnchanged(rubricChanges(ssfb, spelled))).toBe(true);
  });

  test('names each field with what it was and is, an option by its value', () => {
    const after = withDimension('fluency', (entry) => ({
      ...entry,
      options: entry.options.map((option) =>
        option.value === 5 ? { ...option, anchor: 'Flawless.' } : option,
      ),
      rationale_from: 4,
    }));
    const before = ssfb.dimensions[2]?.options.find(({ value }) => value === 5)?.anchor;
    expect(rubricChanges(ssfb, after).dimensions).toEqual([
      {
        dimension: 'fluency',
        label: 'Fluency',
        kind: 'changed',
        fields: [
          { field: 'rationale_from', weight: 'meaning', before: undefined, after: 4 },
          { field: 'anchor', weight: 'meaning', option: 5, before, after: 'Flawless.' },
        ],
      },
    ]);
  });

  test('tells dimensions that came, went and moved from those that stayed', () => {
    const [sensibleness, specificity, fluency] = ssfb.dimensions;
    const kept = [sensibleness, fluency, clarity, specificity].filter((entry) => entry !== undefined);
    const { dimensions } = rubricChanges(ssfb, { ...ssfb, version: 2, dimensions: kept });
    expect(dimensions.map(({ dimension, kind, moved }) => [dimension, kind, moved])).toEqual([
      ['clarity', 'added', undefined],
      ['specificity', 'changed', { from: 1, to: 2 }],
      ['bias', 'removed', undefined],
    ]);
  });

  test('tells the title, the guidelines and what is asked of comparisons', () => {
    const changes = rubricChanges(ssfb, {
      ...ssfb,
      title: 'New',
      guidelines: 'Short.',
      comparison: { dimensions: [], strength: false, tie: true, both_bad: true },
    });
    expect(changes.title).toEqual({ before: ssfb.title, after: 'New' });
    expect(changes.guidelines?.after).toBe('Short.');
    expect(changes.fields.map(({ field }) => field)).toEqual(['comparison']);
  });
});

describe('ratings of the earlier version', () => {
  const affected = (after: Rubric) => affectedDimensions(ssfb, after);
  const comparable = (after: Rubric) => [...comparableDimensions(ssfb, after)];
  const ALL = ssfb.dimensions.map(({ id }) => id);

  test('count on where words or keys changed, and may be wanted again where the words fix a meaning', () => {
    const words = withDimension('fluency', (entry) => ({ ...entry, question: 'Does it read well?' }));
    expect(affected(words)).toEqual([{ dimension: 'fluency', by: 'meaning' }]);
    expect(comparable(words)).toEqual(ALL);
    const keys = withDimension('fluency', (entry) => ({ ...entry, key: 'KeyL' }));
    expect(affected(keys)).toEqual([]);
    const order = withDimension('fluency', (entry) => ({ ...entry, options: entry.options.toReversed() }));
    expect(affected(order)).toEqual([]);
  });

  test('count no more on a dimension whose scale is another, nor on those its values open', () => {
    const fewer = withDimension('sensibleness', (entry) => ({
      ...entry,
      options: [...entry.options, { value: 2, label: 'Half' }],
    }));
    expect(affected(fewer)).toEqual([{ dimension: 'sensibleness', by: 'scale' }]);
    expect(comparable(fewer)).toEqual(['fluency', 'bias']);
  });

  test('lack a dimension that is new', () => {
    const more = { ...ssfb, dimensions: [...ssfb.dimensions, clarity] };
    expect(affected(more)).toEqual([{ dimension: 'clarity', by: 'added' }]);
    expect(comparable(more)).toEqual(ALL);
  });
});

describe('guidelines line by line', () => {
  test('show what was taken out before what was put in its place', () => {
    expect(lineDiff('a\nb\nc', 'a\nB\nc\nd')).toEqual([
      { kind: 'same', text: 'a' },
      { kind: 'removed', text: 'b' },
      { kind: 'added', text: 'B' },
      { kind: 'same', text: 'c' },
      { kind: 'added', text: 'd' },
    ]);
    expect(lineDiff('', 'a')).toEqual([{ kind: 'added', text: 'a' }]);
    expect(lineDiff('a', '')).toEqual([{ kind: 'removed', text: 'a' }]);
  });

  test('leave out what is far from any change', () => {
    const near = nearChanges(lineDiff('a\nb\nc\nd\ne', 'a\nb\nc\nD\ne'));
    expect(near.map((line) => (line ? `${line.kind} ${line.text}` : null))).toEqual([
      null,
      'same c',
      'removed d',
      'added D',
      'same e',
    ]);
  });
});
