import type { DrawParameters } from '../../../shared/contract/sampling.ts';
import type { Frame } from '../../../shared/sampling/frame.ts';
import { stratumField } from '../../../shared/sampling/strata-fields.ts';
import type { ReadConnection } from '../db/connection.ts';
import { eachList } from '../db/statements.ts';
import { FrameRows } from './frame-rows.ts';
import type { IdSet } from './id-set.ts';
import { Numbering } from './numbering.ts';
import { type PlaceRow, populationQuery } from './population.ts';

/** A frame of stored answers: which message each is, and what names it by content. */
export interface StoredFrame extends Frame {
  /** Message ids of all the answers in it: one each, or all that could be compared. */
  messages: Uint32Array;
  /** Message ids of what is drawn: one, or the candidates of a comparison. */
  drawn(answer: number): number[];
  /** Name of an answer by content: content hash:position:candidate. */
  ref(answer: number): string;
  /** Answers that meet the filter and were passed over. */
  leftOut: { rated: number[]; sampled: number[] };
  /** How many that are: of comparisons, contexts. */
  passedOver: { rated: number; sampled: number };
  /** Contexts with more answers than are compared at a time. */
  crowded: number;
}

/** For a draw that is made again: which answers there were, or which were passed over, in place of what the parameters say. */
export interface Again {
  only?: IdSet;
  leftOut?: IdSet;
}

/** Reads the strata's fields. @throws Fault EXPRESSION_INVALID */
export const strataOf = ({ strata }: Pick<DrawParameters, 'strata'>) => strata.map(stratumField);

/** Rows between two reports of how far the reading is. */
const STEP = 50_000;

/**
 * Reads the answers that a draw may choose from, in the order of their refs. Some 30 bytes an answer and 50 a conversation are held.
 * @throws Fault EXPRESSION_INVALID
 */
export function readFrame(
  db: ReadConnection,
  parameters: DrawParameters,
  tick: (rows: number) => void,
  again?: Again,
): StoredFrame {
  const fields = strataOf(parameters);
  const { sql, parameters: bound } = populationQuery(
    again ? { ...parameters, includeRated: true, excludeSampled: false } : parameters,
    fields,
    'places',
  );
  const strata = new Numbering(fields);
  const rows = new FrameRows(parameters, strata);
  let read = 0;
  for (const row of eachList<PlaceRow>(db, sql, ...bound)) {
    read += 1;
    if (read % STEP === 0) tick(read);
    const [id] = row;
    if (again && (again.leftOut?.has(id) || again.only?.has(id) === false)) continue;
    rows.add(row);
  }
  return rows.ordered(db);
}
