import { redactConversation } from '../../../electron/engine/privacy/conversation.ts';
import type { Conversation } from '../../../shared/domain/conversation.ts';
import { conversation, message } from './conversations.ts';

/** Prints what looking for personal data costs an import of 200,000 conversations of five messages of about 250 characters. */
const CONVERSATIONS = 200_000;
const AT_ONCE = 20_000;
const PHRASES = [
  'The model answers that a good way to learn',
  'is by writing small programs',
  'and then reading what other people wrote about them,',
  'as the case may be;',
  'so it goes on: see chapter 12 (about half of it)',
  'in the edition of 2019.',
  'For $15 you get three, he said.',
  "I don't think it's worth the trouble, but",
  'you can try it yourself at home:',
  'it takes 20 to 30 minutes at 180 degrees.',
  'Is there anything else I can help you with?',
  'Sure! Here is a list of ideas.',
];

let state = 7;
const next = (below: number): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};

function text(extra: string): string {
  let words = '';
  while (words.length < 250 - extra.length) words += `${PHRASES[next(PHRASES.length)]} `;
  return Buffer.from(words + extra).toString();
}

const clean = (): Conversation => conversation(Array.from({ length: 5 }, () => message(text(''))));
const dirty = (index: number): Conversation => {
  const said = conversation(Array.from({ length: 5 }, () => message(text(''))));
  said.messages[0] = message(
    text(`mail user${index}@example.com or call +44 20 7946 ${1000 + (index % 9000)}`),
  );
  return said;
};

/** What merely going over the characters costs. */
function bareLoop(text: string): number {
  let sum = 0;
  for (let index = 0; index < text.length; index++) sum += text.charCodeAt(index);
  return sum;
}

function time(name: string, make: (index: number) => Conversation): void {
  let spent = 0;
  let floor = 0;
  let characters = 0;
  let found = 0;
  for (let done = 0; done < CONVERSATIONS; done += AT_ONCE) {
    const batch = Array.from({ length: AT_ONCE }, (_, index) => make(done + index));
    let before = process.cpuUsage();
    for (const { messages } of batch)
      for (const { text: said } of messages) characters += bareLoop(said) > 0 ? said.length : 0;
    floor += process.cpuUsage(before).user / 1e6;
    before = process.cpuUsage();
    for (const one of batch) found += redactConversation(one).findings.length;
    spent += process.cpuUsage(before).user / 1e6;
  }
  const speed = characters / 1e6 / spent;
  console.log(
    `${name}: ${spent.toFixed(2)} s of processor, ${speed.toFixed(0)} million characters a second, ${found} findings; a bare loop: ${floor.toFixed(2)} s`,
  );
}

time('nothing to find', clean);
time('an address and a number in one conversation of ten', (index) =>
  index % 10 === 0 ? dirty(index) : clean(),
);
time('an address and a number in every conversation', dirty);
