import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dimension, Rubric } from '../../shared/domain/rubric.ts';
import { parseRubric } from '../../shared/domain/rubric-schema.ts';
import { RESOURCES, unwrap } from './engine.ts';

export const shippedRubric = (id: string): string => join(RESOURCES, 'rubrics', `${id}.json`);

const read = (id: string): Rubric => unwrap(parseRubric(JSON.parse(readFileSync(shippedRubric(id), 'utf8'))));

/** The shipped rubric: sensibleness, specificity where sensible, fluency, bias. */
export const ssfb = read('ssfb');

/** The shipped example with every kind of dimension: options, a slider, categories, free text that a category opens, bias. */
export const review = read('review');

export const changed = (id: string, change: (entry: Dimension) => Dimension, of: Rubric = ssfb): Rubric => ({
  ...of,
  dimensions: of.dimensions.map((entry) => (entry.id === id ? change(entry) : entry)),
});
/** Fluency on a scale of 1 to 3, which no earlier value can be compared with. */
export const shorter = changed('fluency', (entry) => ({ ...entry, options: entry.options.slice(0, 3) }));
export const reworded = changed('fluency', (entry) => ({ ...entry, question: 'How well is it written?' }));
