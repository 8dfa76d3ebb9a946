import { join } from 'node:path';
import type { StoredRating } from '../../shared/contract/rating.ts';
import type { RatingAction } from '../../shared/domain/rating.ts';
import type { TestEngine } from './engine.ts';
import { writeTranscripts } from './transcripts.ts';

export const RATERS = ['Ada', 'Ben', 'Cyd'] as const;
type RaterName = (typeof RATERS)[number];

export interface Study {
  path: string;
  sample: string;
  /** Ids of the raters by name. */
  raters: Record<string, string>;
}

/** A project with transcripts, a sample of them all, and work for three raters. */
export async function makeStudy(
  engine: TestEngine,
  folder: string,
  {
    conversations = 12,
    overlap = 2,
    rubric,
  }: { conversations?: number; overlap?: number; rubric?: string } = {},
): Promise<Study> {
  const path = join(folder, 'study.touchstone');
  await engine.ask('project.create', { file: path, ...(rubric ? { rubric } : {}) });
  const file = writeTranscripts(join(folder, 'transcripts.jsonl'), conversations);
  await engine.ask('import.transcripts', { files: [file] });
  const { sample } = await engine.ask('sample.draw', { size: conversations, seed: 7 });
  await engine.ask('assign.plan', { sample, raters: [...RATERS], overlap, seed: 7 });
  const { raters } = await engine.ask('project.summary', {});
  return { path, sample, raters: Object.fromEntries(raters.map(({ name, id }) => [name, id])) };
}

export const idOf = (study: Study, rater: RaterName): string => study.raters[rater] ?? '';

/** The assignments of a rater in the order they come. */
export async function queueOf(engine: TestEngine, rater: string): Promise<string[]> {
  const { entries } = await engine.ask('queue.open', { rater });
  return entries.map(({ assignment }) => assignment);
}

/** A complete rating, as one presses the keys. */
export const complete = (fluency = 4): RatingAction[] => [
  { kind: 'value', dimension: 'sensibleness', value: 1 },
  { kind: 'value', dimension: 'specificity', value: 1 },
  { kind: 'value', dimension: 'fluency', value: fluency },
  { kind: 'value', dimension: 'bias', value: 0 },
  { kind: 'submit' },
];

/** Records actions one after another; gives back the last stored rating. */
export async function rate(
  engine: TestEngine,
  assignment: string,
  actions: readonly RatingAction[],
): Promise<StoredRating> {
  let stored: StoredRating | undefined;
  for (const action of actions)
    stored = await engine.ask('rating.record', { assignment, action, activeMs: 1000 });
  if (!stored) throw new Error('there was nothing to record');
  return stored;
}
