import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { type Random, seededRandom } from '../../../shared/sampling/random.ts';
import { cached, digestOfFiles } from './cache.ts';

const WORDS =
  `the of and to in is it you that he was for on are with as his they be at one have this from or had by not but what some we can out other
were all there when up use your how said an each she which do their time if will way about many then them write would like so these her long make
thing see him two has look more day could go come did number sound no most people my over know water than call first who may down side been now find
order refund parcel invoice account password delivery address payment subscription warranty battery screen update café naïve Größe señal`.split(
    /\s+/,
  );
/** Some texts hold characters that do not fit into a byte. */
const MARKS = ['.', '.', '.', '?', '!', ' …', ' — “so it says”.', ' ✓'];
const MODELS = ['asst-1', 'asst-2', 'asst-3-large'];
const LANGUAGES = ['en', 'en', 'en', 'de', 'es'];
const USES = ['refund', 'chat', 'code', 'summary'];
const COUNTRIES = ['NG', 'DE', 'US', 'IN', 'BR'];
const SENTENCES = 4000;

const pick = <Value>(random: Random, values: readonly Value[]): Value => {
  const value = values[random.below(values.length)];
  if (value === undefined) throw new Error('there is nothing to pick from');
  return value;
};

function sentence(random: Random): string {
  const words = Array.from({ length: 6 + random.below(13) }, () => pick(random, WORDS)).join(' ');
  // One in twenty has a mark beyond Latin-1.
  const mark = random.below(20) === 0 ? pick(random, MARKS) : '.';
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${mark}`;
}

const LENGTHS = { system: [1, 1], user: [1, 2], assistant: [2, 3] } as const;

function conversationLine(random: Random, sentences: readonly string[], index: number): string {
  const text = (role: keyof typeof LENGTHS): string => {
    const [least, more] = LENGTHS[role];
    return Array.from({ length: least + random.below(more) }, () => pick(random, sentences)).join(' ');
  };
  const feedback = () =>
    random.below(10) === 0
      ? { feedback: [{ kind: 'explicit', signal: 'thumb', value: random.below(2) === 0 ? 1 : -1 }] }
      : {};
  const turns = 2 + random.below(2);
  const opening = turns === 2 && random.below(2) === 0 ? [{ role: 'system', content: text('system') }] : [];
  const messages = Array.from({ length: turns }, () => [
    { role: 'user', content: text('user') },
    { role: 'assistant', content: text('assistant'), ...feedback() },
  ]);
  return JSON.stringify({
    id: `conversation-${index}`,
    created_at: new Date(1_760_000_000_000 + index * 1000).toISOString(),
    model: pick(random, MODELS),
    language: pick(random, LANGUAGES),
    use_case: pick(random, USES),
    groups: { country: pick(random, COUNTRIES) },
    messages: [...opening, ...messages.flat()],
  });
}

/** A file of so many native conversations of 4 to 6 messages, about 870 bytes each; the same for the same number and seed. */
export function transcriptFile(count: number, seed = 1): Promise<string> {
  const made = digestOfFiles([import.meta.filename]);
  return cached(`transcripts-${count}-${seed}-${made}.jsonl`, async (path) => {
    const random = seededRandom(`transcripts ${seed}`);
    const sentences = Array.from({ length: SENTENCES }, () => sentence(random));
    const out = createWriteStream(path);
    for (let index = 0; index < count; index += 1)
      if (!out.write(`${conversationLine(random, sentences, index)}\n`)) await once(out, 'drain');
    out.end();
    await once(out, 'finish');
  });
}
