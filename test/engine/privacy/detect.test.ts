import { describe, expect, test } from 'vitest';
import { detect } from '../../../electron/engine/privacy/detect.ts';
import { fakeKey } from './cases/fake.ts';

const found = (text: string, options = {}): string[] =>
  detect(text, options).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

describe('detect', () => {
  test('gives places in UTF-16 units, in order', () => {
    expect(detect('👋🏽 mail a@b.co, b@c.de')).toEqual([
      { kind: 'email', start: 10, end: 16 },
      { kind: 'email', start: 18, end: 24 },
    ]);
  });

  test('gives the same empty list for texts with nothing in them', () => {
    expect(detect('nothing here')).toEqual([]);
    expect(detect('')).toBe(detect('nor here'));
  });

  test('of two that overlap keeps the surer: a password with an at sign is no address, a key in a URL is a key', () => {
    expect(found('https://bob:x9@mail.example.com/inbox')).toEqual(['url_credentials bob:x9']);
    const key = `ghp_${fakeKey(36)}`;
    expect(found(`https://example.com/?token=${key}`)).toEqual([`secret ${key}`]);
  });

  test('leaves inner addresses alone when told', () => {
    const text = 'ssh 10.20.30.40, ping 84.17.52.93, fd12:3456:789a:1::2';
    expect(found(text)).toEqual(['ip 10.20.30.40', 'ip 84.17.52.93', 'ip fd12:3456:789a:1::2']);
    expect(found(text, { privateAddresses: false })).toEqual(['ip 84.17.52.93']);
  });

  test('looks for names only when told', () => {
    expect(found('I met Anna Schmidt.')).toEqual([]);
    expect(found('I met Anna Schmidt.', { names: true })).toEqual(['name Anna Schmidt']);
  });

  test('reads digits and signs of other scripts, and what stands after an escape in JSON text', () => {
    expect(found('هاتف ٠٥٠١٢٣٤٥٦٧')).toEqual(['phone ٠٥٠١٢٣٤٥٦٧']);
    expect(found('a\\nbob@example.com\\t+44 20 7946 0958')).toEqual([
      'email bob@example.com',
      'phone +44 20 7946 0958',
    ]);
  });

  test('takes a private key whole, and as far as it goes where its end is cut off', () => {
    const body = `${fakeKey(64, 'base64')}\n${fakeKey(64, 'base64', 2)}`;
    const key = `-----BEGIN PRIVATE KEY-----\n${body}`;
    expect(found(`see ${key}\n-----END PRIVATE KEY----- here`)).toEqual([
      `secret ${key}\n-----END PRIVATE KEY-----`,
    ]);
    expect(found(`see ${key}`)).toEqual([`secret ${key}`]);
  });

  test('does not break a character apart beside a find', () => {
    expect(found('😀4111 1111 1111 1111😀')).toEqual(['card 4111 1111 1111 1111']);
  });
});
