import { Fault } from '../contract/errors.ts';
import { isObject } from '../domain/json.ts';
import type { Adapter } from './adapter.ts';
import { native } from './native.ts';
import { openAiMessages } from './openai-messages.ts';
import { shareGpt } from './sharegpt.ts';

/** Every format transcripts can come in. Where two fit equally well, the earlier one is taken. */
export const ADAPTERS: readonly Adapter[] = [native, openAiMessages, shareGpt];

/** Below this a format is not taken without being named by the user. */
export const LEAST_CONFIDENCE = 0.4;

export const adapterNamed = (name: string): Adapter | undefined =>
  ADAPTERS.find((adapter) => adapter.name === name);

export interface Guess {
  adapter: string;
  /** Mean fit of the records looked at, 0 to 1. */
  confidence: number;
  because: string;
}

export interface Detection {
  adapter: Adapter;
  confidence: number;
  because: string;
  /** Other formats that fit at all, best first. */
  runnersUp: Guess[];
}

/**
 * Which format the records are in, found by their content alone.
 * Throws UNKNOWN_FORMAT where none fits: the message names the fields seen and the nearest formats.
 */
export function detectAdapter(records: readonly unknown[], file?: string): Detection {
  const guesses = ADAPTERS.map((adapter) => ({ adapter, ...guess(adapter, records) }))
    .filter(({ confidence }) => confidence > 0)
    .sort((one, other) => other.confidence - one.confidence);
  const [best, ...others] = guesses;
  if (!best || best.confidence < LEAST_CONFIDENCE) throw unknownFormat(records, guesses.map(named), file);
  return { ...best, runnersUp: others.map(named) };
}

/** The adapter of this name, or for `auto` the one that fits; an unknown name throws USAGE. */
export function chooseAdapter(name: string, records: readonly unknown[], file?: string): Detection {
  if (name === 'auto') return detectAdapter(records, file);
  const adapter = adapterNamed(name);
  if (!adapter) {
    const names = ADAPTERS.map((known) => known.name).join(', ');
    throw new Fault('USAGE', `There is no adapter "${name}".`, undefined, `Use auto or one of ${names}.`);
  }
  const { confidence } = guess(adapter, records);
  const runnersUp = ADAPTERS.filter((known) => known !== adapter)
    .map((known) => ({ adapter: known.name, ...guess(known, records) }))
    .filter((known) => known.confidence > 0);
  return { adapter, confidence, because: 'chosen by the user', runnersUp };
}

const named = ({ adapter, confidence, because }: Omit<Detection, 'runnersUp'>): Guess => ({
  adapter: adapter.name,
  confidence,
  because,
});

function guess(adapter: Adapter, records: readonly unknown[]): { confidence: number; because: string } {
  const fits = records.map((record) => adapter.detect(record));
  const total = fits.reduce((sum, { score }) => sum + score, 0);
  const best = fits.reduce((one, other) => (other.score > one.score ? other : one), {
    score: 0,
    because: '',
  });
  const fitting = fits.filter(({ score }) => score > 0).length;
  const share = fitting < fits.length ? ` (${fitting} of the first ${fits.length} records)` : '';
  return {
    confidence: fits.length === 0 ? 0 : Math.round((total / fits.length) * 100) / 100,
    because: `${best.because}${share}`,
  };
}

const RATING_FIELDS = ['conversation', 'message', 'rater', 'values'];

function unknownFormat(records: readonly unknown[], nearest: Guess[], file: string | undefined): Fault {
  const first = records.find(isObject);
  const keys = first ? Object.keys(first) : [];
  const shown = keys.slice(0, 12).join(', ') + (keys.length > 12 ? ' and more' : '');
  const seen = first ? `Its records have the fields: ${shown || 'none'}.` : 'Its records are not objects.';
  const near = nearest.map(({ adapter, confidence }) => `${adapter} (${Math.round(confidence * 100)} %)`);
  const known = ADAPTERS.map(({ name }) => name).join(', ');
  const closest = near.length > 0 ? ` Nearest: ${near.join(', ')}.` : ` Known: ${known}.`;
  const isRatings = RATING_FIELDS.every((key) => keys.includes(key));
  const place = file === undefined ? undefined : { file };
  const advice = isRatings
    ? 'These are ratings: import them as ratings, after their transcripts.'
    : undefined;
  return new Fault(
    'UNKNOWN_FORMAT',
    `The file is in no format Touchstone knows. ${seen}${closest}`,
    place,
    advice,
  );
}
