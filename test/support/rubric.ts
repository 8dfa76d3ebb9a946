import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rubric } from '../../shared/domain/rubric.ts';
import { parseRubric } from '../../shared/domain/rubric-schema.ts';
import { RESOURCES, unwrap } from './engine.ts';

/** The shipped rubric: sensibleness, specificity where sensible, fluency, bias. */
export const ssfb: Rubric = unwrap(
  parseRubric(JSON.parse(readFileSync(join(RESOURCES, 'rubrics', 'ssfb.json'), 'utf8'))),
);
