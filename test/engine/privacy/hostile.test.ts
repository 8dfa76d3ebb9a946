import { expect, test } from 'vitest';
import { redactConversation } from '../../../electron/engine/privacy/conversation.ts';
import { detect } from '../../../electron/engine/privacy/detect.ts';
import { conversation, message } from './conversations.ts';

/** What, repeated, makes patterns go back and forth where they can. */
const BAIT = [
  '1',
  '0',
  '12',
  '1 ',
  '12 ',
  '1-',
  '1.',
  '1/',
  '+1 ',
  '(1) ',
  '4111 1111 1111 1111 ',
  '123-45-6789 ',
  '(415) 555-2671 ',
  '2341 2341 2346 ',
  '@',
  'a@',
  'a.',
  'a.a@b.c@',
  'x@x.x.x.x.',
  'a@b.co.',
  '(at)',
  'a (at) b (dot) ',
  'a-',
  '%40',
  ':',
  'a:',
  '1::',
  '2001:db8::1 ',
  '1.2.3.4.',
  '1.2.3.4 ',
  'password=',
  'password is ',
  'password:"',
  "api_key='",
  'secret: `',
  'token= ',
  'pass pass ',
  'Bearer ',
  '密码：',
  '://',
  'http://a:',
  'https://a:b@c?token=',
  '?token=aaaa&',
  'https://hooks.slack.com/services/',
  'eyJ',
  'eyJabcdefgh.',
  'sk-',
  'aB3_',
  '_',
  'AKIA',
  '-----BEGIN ',
  '-----BEGIN PRIVATE KEY-----',
  '-----BEGIN PRIVATE KEY-----aaaaaaaaaaaaaaaaaaaaaaaa ',
  'DE89',
  'DE89 ',
  'AB 12 34 56 ',
  'Anna Schmidt ',
  'Anna van der ',
  'Aa ',
  'A',
  "O'",
  '\\n',
  '\\',
  '(',
  '[EMAIL_1]',
  '１',
  'phone ',
  'order ',
  'tel +',
] as const;

const SMALL = 25_000;
const TIMES = 4;

/** Processor time, the least of a few tries, in milliseconds. */
function cost(work: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 2; attempt++) {
    const before = process.cpuUsage();
    work();
    least = Math.min(least, process.cpuUsage(before).user / 1000);
  }
  return least;
}

const repeated = (bait: string, length: number): string =>
  bait.repeat(Math.ceil(length / bait.length)).slice(0, length);

test.each(BAIT)('%j again and again: four times the text takes about four times as long', (bait) => {
  const look = (length: number) => (): void => {
    detect(repeated(bait, length), { names: true });
  };
  look(SMALL)();
  const small = cost(look(SMALL));
  const large = cost(look(SMALL * TIMES));
  // What grows with the square takes 16 times as long; below a few milliseconds the clock says nothing.
  expect(large).toBeLessThan(10 * Math.max(small, 6));
});

test('a conversation with thousands of different numbers and addresses is redacted, in time in proportion', () => {
  const said = (count: number): string =>
    Array.from(
      { length: count },
      (_, index) => `user${index}@example.com, call 020 7946 ${1000 + index}`,
    ).join('\n');
  const work = (count: number) => (): void => {
    redactConversation(conversation([message(said(count)), message(said(count))]));
  };
  work(300)();
  expect(cost(work(2000))).toBeLessThan(12 * Math.max(cost(work(500)), 6));
  const { findings, redactions } = redactConversation(conversation([message(said(2000))]));
  expect(redactions).toHaveLength(4000);
  expect(findings.map(({ code }) => code)).toEqual(['pii.email', 'pii.phone']);
});
