import { afterEach, describe, expect, it } from 'vitest';
import { useLanguage } from '../../../renderer/catalogue/language.ts';
import {
  bytes,
  count,
  duration,
  opening,
  percent,
  plural,
  statistic,
  when,
} from '../../../renderer/ui/format.ts';

describe('figures', () => {
  it.each([
    [count(12345), '12,345'],
    [plural(1, 'answer'), '1 answer'],
    [plural(1200, 'entry', 'entries'), '1,200 entries'],
    [statistic(-0.034), '−0.03'],
    [statistic(null), 'undefined'],
    [percent(0.4567), '46 %'],
    [bytes(0), '0 B'],
    [bytes(1500), '1.5 kB'],
    [bytes(182_000_000), '182 MB'],
    [duration(8_200), '8 s'],
    [duration(125_000), '2 min 5 s'],
    [duration(12_000_000), '3 h 20 min'],
    [opening('one two three', 8), 'one two…'],
  ])('%s', (shown, expected) => {
    expect(shown).toBe(expected);
  });

  it('say today and yesterday', () => {
    const now = new Date(2026, 10, 3, 9, 30);
    expect(when(new Date(2026, 10, 3, 8, 5).toISOString(), now)).toBe('today 08:05');
    expect(when(new Date(2026, 10, 2, 23, 5).toISOString(), now)).toBe('yesterday');
    expect(when(new Date(2026, 9, 1, 12, 0).toISOString(), now)).toBe('1 Oct 2026');
  });
});

describe('figures in German', () => {
  afterEach(() => useLanguage.setState({ language: 'en' }));

  it('have a comma, points between thousands, and German months', () => {
    useLanguage.setState({ language: 'de' });
    expect(count(12345)).toBe('12.345');
    expect(plural(1200, 'Zeile', 'Zeilen')).toBe('1.200 Zeilen');
    expect(statistic(-0.034)).toBe('−0,03');
    expect(statistic(null)).toBe('nicht definiert');
    expect(percent(0.4567, 1)).toBe('45,7 %');
    expect(bytes(1500)).toBe('1,5 kB');
    const now = new Date(2026, 10, 3, 9, 30);
    expect(when(new Date(2026, 10, 3, 8, 5).toISOString(), now)).toBe('heute 08:05');
    expect(when(new Date(2026, 10, 2, 23, 5).toISOString(), now)).toBe('gestern');
    expect(when(new Date(2026, 9, 1, 12, 0).toISOString(), now)).toBe('1. Okt. 2026');
  });

  it('are as they were when the language is changed back', () => {
    useLanguage.setState({ language: 'de' });
    expect(count(12345)).toBe('12.345');
    useLanguage.setState({ language: 'en' });
    expect(count(12345)).toBe('12,345');
  });
});
