import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { InputOf } from '../../shared/contract/commands.ts';
import { Fault } from '../../shared/contract/errors.ts';
import { ratingValue } from '../../shared/domain/rubric-schema.ts';
import { fileFault } from '../engine/files/file-fault.ts';
import { pathOf } from './surroundings.ts';

export type Decision = InputOf<'adjudication.decide'>['decisions'][number];

/** A decision and the line it stands on, counted from 1. */
export interface DecisionLine {
  line: number;
  decision: Decision;
}

const said = {
  dimension: z.string().min(1),
  /** null: it cannot be judged. */
  value: ratingValue.nullable(),
  rationale: z.string().default(''),
};

/** A line of the file: an item by its id, or one answer by its conversation and message. */
const record = z.union([
  z.object({ item: z.uuid(), candidate: z.int().min(0).nullable().default(null), ...said }),
  z.object({
    conversation: z.string().min(1),
    message: z.union([z.int().min(0), z.string().min(1)]),
    ...said,
  }),
]);

/** Reads decisions, one JSON object a line. @throws Fault RECORD_INVALID with the line */
export function readDecisions(given: string): DecisionLine[] {
  const file = pathOf(given);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw fileFault(error, file);
  }
  const lines = text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : { line: index + 1, text: line }));
  if (lines.length === 0) throw new Fault('FILE_EMPTY', `${file} holds no decision.`, { file });
  return lines.map(({ line, text: written }) => ({ line, decision: decisionIn(written, { file, line }) }));
}

function decisionIn(text: string, place: { file: string; line: number }): Decision {
  const parsed = record.safeParse(jsonIn(text));
  if (!parsed.success)
    throw new Fault(
      'RECORD_INVALID',
      `Line ${place.line} is no decision.`,
      place,
      'Each line has "dimension", "value" (null: cannot be judged), and "item" or "conversation" and "message"; "rationale" if you like.',
    );
  const { value, rationale, ...unit } = parsed.data;
  return { unit, value, rationale, how: 'set' };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
