import { describe, expect, test } from 'vitest';
import { canonical } from '../../shared/domain/canonical.ts';
import type { Rubric } from '../../shared/domain/rubric.ts';
import { isUnchanged, rubricChanges } from '../../shared/domain/rubric-changes.ts';
import { candidateOf, draftOf, type RubricDraft } from '../../shared/domain/rubric-draft.ts';
import { draftProblems } from '../../shared/domain/rubric-problems.ts';
import { parseRubric } from '../../shared/domain/rubric-schema.ts';
import { unwrap } from '../support/engine.ts';
import { ssfb } from '../support/rubric.ts';

const everyKind: Rubric = unwrap(
  parseRubric({
    id: 'all',
    version: 3,
    title: 'Every kind',
    source: 'kept',
    dimensions: [
      {
        id: 'tone',
        level: 'nominal',
        question: 'How does it sound?',
        options: [
          { value: 'warm', label: 'Warm', example: 'Gladly!', colour: 'red' },
          { value: 'cold', label: 'Cold', key: 'KeyQ' },
        ],
      },
      {
        id: 'help',
        kind: 'slider',
        level: 'interval',
        range: { min: 0, max: 10, step: 0.5 },
        options: [{ value: 0.5, label: 'hardly' }],
        gate: { dimension: 'tone', equals: 'warm' },
        spans_from: 8,
        rationale_from: 9.5,
      },
      {
        id: 'faults',
        kind: 'categories',
        optional: true,
        options: [
          { value: 'a', label: 'A' },
          { value: 2, label: 'B' },
        ],
        gate: { dimension: 'help', from: 3 },
      },
      {
        id: 'why',
        kind: 'text',
        gate: { dimension: 'faults', includes: 2 },
        rationale_required: true,
        better: 'low',
        key: 'KeyW',
      },
    ],
    comparison: { dimensions: ['tone'], strength: false },
  }),
);

function drafts() {
  let uid = 0;
  return (rubric: Rubric): RubricDraft =>
    draftOf(rubric, () => {
      uid += 1;
      return `u${uid}`;
    });
}
const draft = drafts();

/** The draft with something changed. */
function changed(rubric: Rubric, change: (draft: RubricDraft) => void): RubricDraft {
  const own = structuredClone(draft(rubric));
  change(own);
  return own;
}
const codes = (own: RubricDraft) => draftProblems(own).map(({ field, code }) => `${field} ${code}`);

describe('a rubric that is edited', () => {
  test.each([ssfb, everyKind])('$id comes back as it was when nothing was changed', (rubric) => {
    const again = unwrap(parseRubric(candidateOf(draft(rubric), rubric)));
    expect(isUnchanged(rubricChanges(rubric, again))).toBe(true);
    expect(canonical(JSON.parse(JSON.stringify(again)))).toBe(canonical(JSON.parse(JSON.stringify(rubric))));
    expect(draftProblems(draft(rubric))).toEqual([]);
  });

  test('forgets what its kind does not have', () => {
    const own = changed(everyKind, ({ dimensions: [, slider] }) => {
      if (slider) slider.kind = 'text';
    });
    const [, text] = unwrap(
      parseRubric(candidateOf({ ...own, dimensions: own.dimensions.slice(0, 2) }, { id: 'all', version: 4 })),
    ).dimensions;
    expect(text).toEqual({
      id: 'help',
      kind: 'text',
      options: [],
      gate: { dimension: 'tone', equals: 'warm' },
    });
  });
});

describe('what is wrong is said at its field', () => {
  test.each<[string, Rubric, (own: RubricDraft) => void, string[]]>([
    ['no title', ssfb, (own) => Object.assign(own, { title: ' ' }), ['title titleMissing']],
    ['no dimension', ssfb, (own) => Object.assign(own, { dimensions: [] }), ['dimensions dimensionsMissing']],
    [
      'an id with blanks',
      ssfb,
      ({ dimensions: [, , , d] }) => d && Object.assign(d, { id: 'A b' }),
      ['id idForm'],
    ],
    [
      'an id twice',
      ssfb,
      ({ dimensions: [, , , d] }) => d && Object.assign(d, { id: 'fluency' }),
      ['id idTwice', 'id idTwice'],
    ],
    [
      'a value twice and a label missing',
      ssfb,
      ({ dimensions: [, , d] }) => {
        Object.assign(d?.options[0] ?? {}, { value: '2', label: '' });
      },
      ['label labelMissing', 'value valueTwice', 'value valueTwice'],
    ],
    [
      'one key for two options',
      ssfb,
      ({ dimensions: [, , d] }) => {
        for (const option of d?.options.slice(0, 2) ?? []) option.key = 'KeyA';
      },
      ['key keyTwice', 'key keyTwice'],
    ],
    ['a gate on a later dimension', ssfb, ({ dimensions }) => dimensions.reverse(), ['gate gateUnknown']],
    [
      'a gate on a value that is not there',
      ssfb,
      ({ dimensions: [, d] }) => d?.gate && Object.assign(d.gate, { value: '7' }),
      ['gate gateValue'],
    ],
    [
      'a slider the wrong way round',
      everyKind,
      ({ dimensions: [, d] }) => d?.range && Object.assign(d.range, { min: '10', max: '0' }),
      ['range rangeOrder', 'value valueOff'],
    ],
    [
      'a figure that is none',
      everyKind,
      ({ dimensions: [, d] }) => d && Object.assign(d, { rationaleFrom: 'much' }),
      ['rationaleFrom numberWanted'],
    ],
    [
      'categories without any',
      ssfb,
      ({ dimensions: [, , , d] }) => d && Object.assign(d, { categories: ['', ' '] }),
      ['categories categoriesNone'],
    ],
  ])('%s', (_name, rubric, change, expected) => {
    const own = changed(rubric, change);
    expect(codes(own)).toEqual(expected);
  });

  test('and a draft without problems is a rubric', () => {
    const kinds = ['options', 'slider', 'categories', 'text'] as const;
    for (const rubric of [ssfb, everyKind])
      for (const [index] of rubric.dimensions.entries())
        for (const kind of kinds)
          for (const level of ['', 'nominal', 'interval', 'ratio'] as const) {
            const own = changed(rubric, ({ dimensions }) =>
              Object.assign(dimensions[index] ?? {}, { kind, level }),
            );
            const parsed = parseRubric(candidateOf(own, rubric));
            const about = `${rubric.id} ${index} ${kind} ${level} ${parsed.ok ? '' : parsed.error.message}`;
            if (draftProblems(own).length === 0) expect(parsed.ok, about).toBe(true);
          }
  });
});
