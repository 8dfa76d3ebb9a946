import { describe, expect, test } from 'vitest';
import { stratumField } from '../../shared/sampling/strata-fields.ts';
import { stratumKey, stratumValue } from '../../shared/sampling/stratum-value.ts';

const bucketOf = (name: string, value: string | number | null): string =>
  stratumValue(stratumField(name), value);
const at = (text: string): number => Date.parse(text);

describe('the strata that a field makes', () => {
  test.each([
    ['model', 'asst-1', 'asst-1'],
    ['language', null, '(none)'],
    ['group.age band', '65+', '65+'],
    ['length', 0, '0-99'],
    ['length', 99, '0-99'],
    ['length', 100, '100-299'],
    ['length', 12_345, '10000+'],
    ['turns', 0, '0'],
    ['turns', 4, '3-4'],
    ['turns', 17, '17+'],
    ['position', 1, '0-1'],
    ['candidates', 1, '1'],
    ['candidates', 9, '5+'],
    ['feedback.thumb', -1, 'down'],
    ['feedback.thumb', 1, 'up'],
    ['feedback.stars', 4, '4'],
    ['rated', 'false', 'false'],
    ['finding', 'pii.email+truncated', 'pii.email+truncated'],
    ['created_at', at('2026-10-01T00:00:00Z'), '2026-10'],
    ['created_at:year', at('2026-12-31T23:59:59Z'), '2026'],
    ['created_at:day', at('2026-10-01T23:59:59Z'), '2026-10-01'],
    ['created_at:week', at('2026-10-01T12:00:00Z'), '2026-W40'],
    // The first of January 2027 is a Friday: it belongs to the last week of the year before.
    ['created_at:week', at('2027-01-01T12:00:00Z'), '2026-W53'],
    ['created_at:week', at('2024-12-30T12:00:00Z'), '2025-W01'],
  ])('%s of %s is %s', (name, value, expected) => expect(bucketOf(name, value)).toBe(expected));

  test('are the combinations of their values', () => {
    const fields = ['model', 'created_at:year'].map(stratumField);
    expect(stratumKey(fields, ['a', at('2026-05-05T00:00:00Z')])).toBe('model=a, created_at:year=2026');
    expect(stratumKey([], [])).toBe('all');
  });

  test.each(['colour', 'group.', 'text', 'id', 'feedback.comment', 'created_at:hour', 'model:week', ''])(
    '%s makes none',
    (name) =>
      expect(() => stratumField(name)).toThrow(
        expect.objectContaining({ failure: expect.objectContaining({ code: 'EXPRESSION_INVALID' }) }),
      ),
  );
});
