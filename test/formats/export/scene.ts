import { readFileSync } from 'node:fs';
import { type Recipe, recipe } from '../../../shared/contract/reporting.ts';
import type { Message, Role } from '../../../shared/domain/conversation.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { parseRubric } from '../../../shared/domain/rubric-schema.ts';
import { bareMessage } from '../../../shared/formats/bare.ts';
import { buildDataset } from '../../../shared/formats/export/build.ts';
import type { JudgedAnswer, JudgedComparison, JudgedContext } from '../../../shared/formats/export/judged.ts';

export const recipeOf = (given: Partial<Recipe> & Pick<Recipe, 'format'>): Recipe => recipe.parse(given);

export const SFT = recipeOf({ format: 'trl-sft' });
export const PREFERENCE = recipeOf({ format: 'trl-preference' });

/** The dataset of a recipe with its lines read back. */
export function built(contexts: JudgedContext[], recipe: Recipe) {
  const dataset = buildDataset(contexts, recipe);
  const rows = dataset.files.flatMap(({ split, rows: lines }) =>
    lines.map(({ text, evidence }) => ({ split, evidence, record: JSON.parse(text) })),
  );
  return { ...dataset, rows };
}

export const said = (role: Role, text: string): Message => bareMessage(role, text, null);

export const answerOf = (text: string, given: Partial<JudgedAnswer> = {}): JudgedAnswer => ({
  ref: `ref of ${text}`,
  text,
  means: { fluency: 4 },
  ratings: 2,
  score: 0.5,
  worstShare: 0.5,
  rewrites: [],
  ...given,
});

/** A context with one question, in a conversation of the same name. */
export const contextOf = (
  name: string,
  answers: JudgedAnswer[],
  comparisons: JudgedComparison[] = [],
): JudgedContext => ({
  contextKey: name,
  conversations: [name],
  context: [said('user', name)],
  answers,
  comparisons,
});

export function ssfb(): Rubric {
  const parsed = parseRubric(JSON.parse(readFileSync('resources/rubrics/ssfb.json', 'utf8')));
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
}
