import { describe, expect, test } from 'vitest';
import { FileTokens } from '../../electron/file-tokens.ts';

describe('tokens that stand for files', () => {
  test('a token gives its path once', () => {
    const tokens = new FileTokens();
    const token = tokens.issue('/data/a.jsonl');
    expect(token).not.toContain('a.jsonl');
    expect(tokens.take(token)).toBe('/data/a.jsonl');
    expect(tokens.take(token)).toBeUndefined();
  });

  test('looking leaves a token good; taking it ends that', () => {
    const tokens = new FileTokens();
    const token = tokens.issue('/data/a.jsonl');
    expect([tokens.look(token), tokens.look(token), tokens.take(token)]).toEqual(
      Array(3).fill('/data/a.jsonl'),
    );
    expect(tokens.look(token)).toBeUndefined();
  });

  test('a token given back is good again', () => {
    const tokens = new FileTokens();
    const token = tokens.issue('/data/a.jsonl');
    tokens.take(token);
    tokens.giveBack(token, '/data/a.jsonl');
    expect(tokens.take(token)).toBe('/data/a.jsonl');
  });

  test('two tokens for one file are different, and a made-up one stands for nothing', () => {
    const tokens = new FileTokens();
    expect(tokens.issue('/data/a.jsonl')).not.toBe(tokens.issue('/data/a.jsonl'));
    expect(tokens.take('/data/a.jsonl')).toBeUndefined();
  });

  test('the oldest tokens fall out when there are too many', () => {
    const tokens = new FileTokens(2);
    const [first, second, third] = ['/1', '/2', '/3'].map((path) => tokens.issue(path));
    expect([first, second, third].map((token) => tokens.look(token ?? ''))).toEqual([undefined, '/2', '/3']);
  });
});
