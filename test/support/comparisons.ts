import { join } from 'node:path';
import type { ShownItem } from '../../shared/contract/rating.ts';
import type { TestEngine } from './engine.ts';
import { queueOf } from './study.ts';
import { numbers, writeLines } from './transcripts.ts';

const MODELS = ['asst-1', 'asst-2', 'asst-3', 'asst-4', 'asst-5', 'asst-6'] as const;

/** What the candidate of a conversation says; its place counts from 1, as in the source. */
export const saying = (n: number, candidate: number): string => `Answer ${n}, version ${candidate}.`;

/** The place of a candidate in the source, read from what it says. */
export const placeIn = (text: string): number => Number(/version (\d+)/.exec(text)?.[1]);

/** A native transcript that ends in so many candidate answers, each by another model, the first one thumbed down. */
export const choice = (n: number, candidates: number) => ({
  id: `k-${n}`,
  language: n % 2 === 0 ? 'de' : 'en',
  messages: [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: `Question ${n}: which one?` },
  ],
  candidates: numbers(candidates, 1).map((candidate) => ({
    role: 'assistant',
    id: `k-${n}-${candidate}`,
    content: saying(n, candidate),
    model: MODELS[candidate - 1],
    ...(candidate === 1 ? { feedback: [{ kind: 'explicit', signal: 'thumb', value: -1 }] } : {}),
  })),
});

/** How many candidates each conversation of a study has, by its number. */
export const SIZES = [2, 2, 2, 2, 3, 3, 4, 4, 6, 1];

export interface ComparisonStudy {
  path: string;
  sample: string;
  /** Ids of the raters by name. */
  raters: Record<string, string>;
}

interface ComparisonStudyOptions {
  rubric?: string;
  sizes?: readonly number[];
  overlap?: number;
}

/** A project of conversations with several answers, all comparisons drawn, and work for two raters. */
export async function makeComparisons(
  engine: TestEngine,
  folder: string,
  { rubric, sizes = SIZES, overlap = 2 }: ComparisonStudyOptions = {},
): Promise<ComparisonStudy> {
  const path = join(folder, 'comparisons.touchstone');
  await engine.ask('project.create', { file: path, ...(rubric === undefined ? {} : { rubric }) });
  const file = writeLines(
    join(folder, 'choices.jsonl'),
    sizes.map((size, n) => choice(n, size)),
  );
  await engine.ask('import.transcripts', { files: [file] });
  const { sample } = await engine.ask('sample.draw', { size: 1000, seed: 7, comparisons: true });
  await engine.ask('assign.plan', { sample, raters: ['Ada', 'Ben'], overlap, seed: 7 });
  const { raters } = await engine.ask('project.summary', {});
  return { path, sample, raters: Object.fromEntries(raters.map(({ name, id }) => [name, id])) };
}

/** The items of a rater as they are shown, in the order they come. */
export async function itemsOf(engine: TestEngine, rater: string): Promise<ShownItem[]> {
  const items: ShownItem[] = [];
  for (const assignment of await queueOf(engine, rater))
    items.push(await engine.ask('item.show', { assignment }));
  return items;
}

/** The number of the conversation that an item is of. */
export const conversationOf = ({ context }: ShownItem): number =>
  Number(/Question (\d+)/.exec(context.at(-1)?.text ?? '')?.[1]);
