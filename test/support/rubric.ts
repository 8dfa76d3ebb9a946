import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rubric } from '../../shared/domain/rubric.ts';
import { parseRubric } from '../../shared/domain/rubric-schema.ts';
import { RESOURCES, unwrap } from './engine.ts';

export const shippedRubric = (id: string): string => join(RESOURCES, 'rubrics', `${id}.json`);

const read = (id: string): Rubric => unwrap(parseRubric(JSON.parse(readFileSync(shippedRubric(id), 'utf8'))));

/** The shipped rubric: sensibleness, specificity where sensible, fluency, bias. */
export const ssfb = read('ssfb');

/** The shipped example with every kind of dimension: options, a slider, categories, free text that a category opens, bias. */
export const review = read('review');
