import { Fault } from '../contract/errors.ts';
import { isObject } from '../domain/json.ts';
import { type Adapter, type Fit, NO_FIT } from './adapter.ts';
import { alpaca } from './alpaca.ts';
import { anthropic } from './anthropic.ts';
import { arena } from './arena.ts';
import { chatGpt } from './chatgpt.ts';
import { claudeExport } from './claude-export.ts';
import { Reject } from './fault.ts';
import { gemini } from './gemini.ts';
import { helicone } from './helicone.ts';
import { hhRlhf } from './hh-rlhf.ts';
import { langfuse } from './langfuse.ts';
import { langSmith } from './langsmith.ts';
import { lmsys } from './lmsys.ts';
import { mappedAdapter } from './mapped.ts';
import type { Mapping } from './mapping.ts';
import { native } from './native.ts';
import { oasst } from './oasst.ts';
import { openAiLog } from './openai-log.ts';
import { openAiMessages } from './openai-messages.ts';
import { openAiPreference } from './openai-preference.ts';
import { openAiStored } from './openai-stored.ts';
import { openInference } from './openinference.ts';
import { otlp } from './otlp.ts';
import { pandaLm } from './pandalm.ts';
import { shareGpt } from './sharegpt.ts';
import { suggestMapping } from './suggest-mapping.ts';
import { trl } from './trl.ts';
import { wildChat } from './wildchat.ts';

/** Every format transcripts can come in. Where two fit equally well, the earlier one is taken. */
export const ADAPTERS: readonly Adapter[] = [
  native,
  openAiMessages,
  shareGpt,
  chatGpt,
  claudeExport,
  oasst,
  hhRlhf,
  wildChat,
  lmsys,
  arena,
  pandaLm,
  trl,
  alpaca,
  openAiPreference,
  openAiLog,
  openAiStored,
  anthropic,
  gemini,
  helicone,
  langSmith,
  langfuse,
  openInference,
  otlp,
];

/** Below this a format is not taken without being named by the user. */
export const LEAST_CONFIDENCE = 0.4;
/** Nor a mapping that suggests itself. */
const LEAST_SUGGESTION = 0.7;

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
  /** What the fields were taken for, where the format is none that is known; null else. */
  mapping: Mapping | null;
  confidence: number;
  because: string;
  /** Other formats that fit at all, best first. */
  runnersUp: Guess[];
}

/**
 * Which format the records are in, found by their content alone; where none fits, fields that say by their names what they are do.
 * Throws UNKNOWN_FORMAT where they do not either: the message names the fields seen and the nearest formats.
 */
export function detectAdapter(records: readonly unknown[], file?: string): Detection {
  const guesses = ADAPTERS.map((adapter) => ({ adapter, ...guess(adapter, records) }))
    .filter(({ confidence }) => confidence > 0)
    .sort((one, other) => other.confidence - one.confidence);
  const [best, ...others] = guesses;
  if (best && best.confidence >= LEAST_CONFIDENCE)
    return { ...best, mapping: null, runnersUp: others.map(named) };
  const suggested = suggestMapping(records);
  if (!suggested || suggested.confidence < LEAST_SUGGESTION)
    throw unknownFormat(records, guesses.map(named), file);
  const { mapping, ...rest } = suggested;
  return { adapter: mappedAdapter(mapping), mapping, ...rest, runnersUp: guesses.map(named) };
}

/** Records read as a mapping says. */
export function mappedDetection(mapping: Mapping, records: readonly unknown[]): Detection {
  const adapter = mappedAdapter(mapping);
  const { confidence, because } = guess(adapter, records);
  const sentence =
    because === '' ? 'the mapping given, of which no field is there' : `the mapping given: ${because}`;
  return { adapter, mapping, confidence, because: sentence, runnersUp: [] };
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
  return { adapter, mapping: null, confidence, because: 'chosen by the user', runnersUp };
}

const named = ({ adapter, confidence, because }: Omit<Detection, 'runnersUp' | 'mapping'>): Guess => ({
  adapter: adapter.name,
  confidence,
  because,
});

function guess(adapter: Adapter, records: readonly unknown[]): { confidence: number; because: string } {
  const fits = records.map((record) => fitOf(adapter, record));
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

/** A record that cannot even be looked at fits nothing. */
function fitOf(adapter: Adapter, record: unknown): Fit {
  try {
    return adapter.detect(record);
  } catch (error) {
    if (error instanceof RangeError || error instanceof Reject) return NO_FIT;
    throw error;
  }
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
  if (isRatings) return new Fault('RATINGS_FILE', 'The file holds ratings, not transcripts.', place);
  return new Fault('UNKNOWN_FORMAT', `The file is in no format Touchstone knows. ${seen}${closest}`, place);
}
