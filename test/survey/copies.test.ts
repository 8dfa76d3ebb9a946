import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../shared/sampling/random.ts';
import { ExactCopies } from '../../shared/survey/detectors/exact-copies.ts';
import { Inspector } from '../../shared/survey/detectors/inspector.ts';
import { NearCopies } from '../../shared/survey/detectors/near-copies.ts';
import { Sketcher } from '../../shared/survey/detectors/sketch.ts';
import { WordScan } from '../../shared/survey/word-scan.ts';
import { answer, conversation } from './conversations.ts';
import { NEAR_SET } from './near-set.ts';

const codes = (texts: readonly string[]): string[] => {
  const inspector = new Inspector();
  return texts.map((text) => inspector.inspect(conversation([answer(text)]))[0]?.code ?? 'none');
};

describe('a copy', () => {
  test('to the letter is found, however long before its original was', () => {
    const scan = new WordScan();
    const copies = new ExactCopies();
    const add = (text: string): boolean => {
      scan.scan(text);
      return copies.add(scan.textHash, scan.wordsHash);
    };
    const texts = Array.from({ length: 20_000 }, (_, n) => `Answer ${n} to a question.`);
    expect(texts.filter(add)).toEqual([]);
    expect(texts.filter((text) => !add(text))).toEqual([]);
    expect(add('answer 7 to a question.'), 'another case').toBe(false);
    expect(add('Answer 7 to a question'), 'another mark').toBe(false);
  });

  test('is told from its original, which is none', () => {
    expect(codes(['Yes.', 'No.', 'Yes.', 'Yes.'])).toEqual([
      'none',
      'none',
      'exact_duplicate_answer',
      'exact_duplicate_answer',
    ]);
  });

  test('that is nearly the same is found, one that shares some sentences only is not: the labelled set', () => {
    const wrong = NEAR_SET.filter(
      ([near, first, second]) => codes([first, second])[1] !== (near ? 'near_duplicate' : 'none'),
    );
    expect(wrong).toEqual([]);
  });
});

/** Texts of random words, and of each one in which so many words were replaced. */
function edited(count: number, length: number, replaced: number): [string, string][] {
  const random = seededRandom(`edits ${length} ${replaced}`);
  return Array.from({ length: count }, () => {
    const words = Array.from({ length }, () => `w${random.below(5000)}`);
    const other = [...words];
    for (let i = 0; i < replaced; i++) other[random.below(length)] = `x${random.below(1e6)}`;
    return [words.join(' '), other.join(' ')];
  });
}

const share = (first: string, second: string): number => {
  const pairsOf = (text: string) => {
    const words = text.split(' ');
    return new Set(words.slice(1).map((word, i) => `${words[i]} ${word}`));
  };
  const [a, b] = [pairsOf(first), pairsOf(second)];
  const common = [...a].filter((pair) => b.has(pair)).length;
  return common / (a.size + b.size - common);
};

describe('of texts in which words were replaced', () => {
  const found = new Map<string, { n: number; found: number }>();
  for (const length of [30, 60, 150])
    for (const replaced of [1, 2, 4, 8, 16, 32]) {
      const near = new NearCopies();
      const scan = new WordScan();
      const sketcher = new Sketcher();
      for (const [first, second] of edited(200, length, replaced)) {
        scan.scan(first);
        sketcher.take(scan);
        near.add(sketcher);
        scan.scan(second);
        sketcher.take(scan);
        const common = share(first, second);
        const band = common >= 0.9 ? '0.9' : common >= 0.8 ? '0.8' : common < 0.6 ? 'below 0.6' : 'between';
        const counts = found.get(band) ?? { n: 0, found: 0 };
        counts.n += 1;
        if (near.add(sketcher)) counts.found += 1;
        found.set(band, counts);
      }
    }
  const rate = (band: string): number => {
    const counts = found.get(band);
    if (!counts || counts.n < 100) throw new Error(`too few of ${band}`);
    return counts.found / counts.n;
  };

  test('nearly all with nine tenths of their pairs of words in common are found, most with eight', () => {
    expect(rate('0.9')).toBeGreaterThan(0.97);
    expect(rate('0.8')).toBeGreaterThan(0.75);
  });

  test('and hardly any with less than six tenths', () => {
    expect(rate('below 0.6')).toBeLessThan(0.01);
  });
});
