import type { DrawParameters } from '../../../shared/contract/sampling.ts';
import type { Frame } from '../../../shared/sampling/frame.ts';
import { stratumField } from '../../../shared/sampling/strata-fields.ts';
import type { ReadConnection } from '../db/connection.ts';
import { count } from '../db/statements.ts';
import { FrameRows } from './frame-rows.ts';
import type { IdSet } from './id-set.ts';
import { Numbering } from './numbering.ts';
import { type PlaceRow, populationQuery } from './population.ts';
import { eachInStretches, type Waiting } from './stretches.ts';

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

/**
 * Reads the answers that a draw may choose from, in the order of their refs. Some 30 bytes an answer and 50 a conversation are held.
 * @throws Fault EXPRESSION_INVALID, CANCELLED
 */
export async function readFrame(
  db: ReadConnection,
  parameters: DrawParameters,
  waiting: Waiting,
  again?: Again,
): Promise<StoredFrame> {
  const fields = strataOf(parameters);
  const query = populationQuery(
    again ? { ...parameters, includeRated: true, excludeSampled: false } : parameters,
    fields,
    'places',
  );
  // An import that becomes part of the project between two stretches would be in the frame by half.
  for (let before = readyBatches(db); ; before = readyBatches(db)) {
    const rows = new FrameRows(parameters, new Numbering(fields));
    await eachInStretches<PlaceRow>(db, query, waiting, (row) => {
      const [id] = row;
      if (again && (again.leftOut?.has(id) || again.only?.has(id) === false)) return;
      rows.add(row);
    });
    if (readyBatches(db) === before) return rows.ordered(db);
  }
}

const readyBatches = (db: ReadConnection): number =>
  count(db, "SELECT count(*) AS n FROM batch WHERE status = 'ready'");
