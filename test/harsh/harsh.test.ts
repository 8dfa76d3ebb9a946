import { describe, expect, test } from 'vitest';
import { harshKindsOf } from '../../shared/harsh/harsh.ts';

describe('a text that is hard to read', () => {
  test.each([
    ['He was stabbed to death in the alley.', ['violence']],
    ['Ich werde dich umbringen, sagte sie: ich will mich umbringen.', ['self_harm']],
    ['Sie wurde vergewaltigt.', ['violence']],
    ['I want to kill myself.', ['self_harm']],
    ['Quiero quitarme la vida.', ['self_harm']],
    ['Il a parlé de suicide et de viol, puis de pornographie.', ['sexual', 'self_harm']],
    ['这部电影里有强奸和自杀的镜头。', ['violence', 'self_harm']],
    ['Sale juif, dit-il.', ['slur']],
    ['ＫＹＳ', ['self_harm']],
  ])('%s', (text, kinds) => {
    expect(harshKindsOf(text)).toEqual(kinds);
  });
});

describe('a text that only looks alike', () => {
  test.each([
    'Kill the process with kill -9 and shoot a film on the weekend.',
    'Rapeseed oil and rape-seed meal; scrape the therapist’s grapes.',
    'Cut yourself a slice of cake, cut costs, beat the eggs.',
    'spice, chinking, Dickens, Scunthorpe, cocktail, Essex',
    'self_harm_rate = suicidal_flag_total',
    'The deadline is killing our budget; the bank was robbed of its breath.',
    '',
  ])('%j is not', (text) => {
    expect(harshKindsOf(text)).toEqual([]);
  });

  test('and no text takes time out of proportion', () => {
    for (const text of ['stab '.repeat(20_000), 'burned a b '.repeat(10_000), 'take my own '.repeat(10_000)])
      expect(harshKindsOf(text)).toEqual([]);
  });
});
