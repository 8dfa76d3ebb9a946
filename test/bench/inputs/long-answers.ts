import { type Random, seededRandom } from '../../../shared/sampling/random.ts';

const WORDS =
  'a refund of an order that was returned is paid within three days of its arrival unless the parcel cannot be found by the carrier'.split(
    ' ',
  );
const LANGUAGES = ['ts', 'python', 'sql', 'sh'];

const words = (random: Random, count: number): string =>
  Array.from({ length: count }, () => WORDS[random.below(WORDS.length)] ?? '').join(' ');

/** Parts of a long answer, as models write them. */
const PARTS: ((random: Random, number: number) => string)[] = [
  (random, number) => `## Step ${number}: ${words(random, 5)}`,
  (random) => `The **${words(random, 2)}** says: ${words(random, 80)}. See *${words(random, 3)}*.`,
  (random) => `${words(random, 120)}. Then \`${words(random, 1)}()\` is called, and ${words(random, 40)}.`,
  (random) => Array.from({ length: 8 }, () => `- ${words(random, 12)}`).join('\n'),
  (random) => Array.from({ length: 6 }, (_, at) => `${at + 1}. ${words(random, 20)}`).join('\n'),
  (random) => {
    const lines = Array.from(
      { length: 20 },
      (_, at) =>
        `const ${WORDS[at % WORDS.length]}${at} = call("${words(random, 3)}", ${random.below(900)});`,
    );
    return `\`\`\`${LANGUAGES[random.below(LANGUAGES.length)]}\n${lines.join('\n')}\n\`\`\``;
  },
  (random) =>
    [
      '| step | what | days |',
      '|---|---|---|',
      ...Array.from({ length: 10 }, (_, at) => `| ${at} | ${words(random, 6)} | ${random.below(30)} |`),
    ].join('\n'),
];

/** A long answer in Markdown of so many characters at least, the same for the same number. */
export function longAnswer(number: number, characters: number): string {
  const random = seededRandom(`long answer ${number}`);
  const parts: string[] = [];
  for (let length = 0, at = 0; length < characters; at += 1) {
    const part = PARTS[at % PARTS.length]?.(random, at) ?? '';
    parts.push(part);
    length += part.length + 2;
  }
  return parts.join('\n\n');
}
