import { hash } from 'node:crypto';
import type { Conversation, Feedback } from '../../../shared/domain/conversation.ts';
import { placedMessages } from '../../../shared/domain/conversation.ts';
import { all } from '../db/statements.ts';
import type { Cell } from '../store/packed.ts';
import type { Arrivals } from './arrivals.ts';
import type { Enrichment } from './enrichment.ts';

/** A conversation that is there already, as it came again. */
export interface CameAgain {
  conversation: Conversation;
  /** Row id of the one that is there. */
  id: number;
}

/** Feedback of messages that are there, once more of each place. */
const STORED = `SELECT m.conversation_id AS id, m.position, m.candidate, f.kind, f.signal, f.value, f.text, f.comment
  FROM message m JOIN feedback f ON f.message_id = m.id WHERE m.conversation_id IN (SELECT value FROM json_each(?))`;

interface Place {
  id: number;
  position: number;
  candidate: number;
}

const keyOf = (
  { id, position, candidate }: Place,
  { kind, signal, value, text, comment }: Feedback,
): string => JSON.stringify([id, position, candidate, kind, signal, value, text, comment]);

const digestOf = (key: string): string => hash('sha256', key, 'binary');

export const hasFeedback = ({ messages, candidates }: Conversation): boolean =>
  messages.some(({ feedback }) => feedback.length > 0) ||
  candidates.some(({ feedback }) => feedback.length > 0);

/** Those of the conversations that bring feedback which their messages do not have, as it is given. */
export function withNewFeedback<One extends CameAgain>(arrivals: Arrivals, again: readonly One[]): One[] {
  const given = again.filter(({ conversation }) => hasFeedback(conversation));
  const isThere = thereAlready(arrivals, given);
  return given.filter((one) => placed(one).some(({ key }) => !isThere(key)));
}

/**
 * The feedback among that of conversations that came again which their messages do not have yet, as rows to be added; and which of
 * the conversations had any. What is added counts as there from now on.
 */
export function newFeedback(
  arrivals: Arrivals,
  again: readonly CameAgain[],
  enrichment: Enrichment | null,
): { rows: Cell[]; from: Set<CameAgain> } {
  const rows: Cell[] = [];
  const from = new Set<CameAgain>();
  const given = again.filter(({ conversation }) => hasFeedback(conversation));
  const isThere = thereAlready(arrivals, given);
  for (const one of given) {
    // Personal data in feedback is replaced as in messages, so feedback that looks new is compared once more as it would be stored.
    if (!placed(one).some(({ key }) => !isThere(key))) continue;
    const conversation = enrichment?.again(one.conversation).conversation ?? one.conversation;
    for (const { key, cells } of placed({ ...one, conversation })) {
      if (isThere(key)) continue;
      arrivals.feedback.add(digestOf(key));
      rows.push(...cells);
      from.add(one);
    }
  }
  return { rows, from };
}

/** Whether feedback is stored with the message it belongs to, or will be. */
function thereAlready(arrivals: Arrivals, given: readonly CameAgain[]): (key: string) => boolean {
  if (given.length === 0) return () => false;
  const ids = JSON.stringify([...new Set(given.map(({ id }) => id))]);
  const stored = new Set(all<Place & Feedback>(arrivals.db, STORED, ids).map((row) => keyOf(row, row)));
  const added = arrivals.feedback;
  return (key) => stored.has(key) || (added.size > 0 && added.indexOf(digestOf(key)) !== null);
}

function placed({ conversation, id }: CameAgain): { key: string; cells: Cell[] }[] {
  return placedMessages(conversation).flatMap(({ position, candidate, message }) =>
    message.feedback.map((feedback) => {
      const { kind, signal, value, text, comment } = feedback;
      return {
        key: keyOf({ id, position, candidate }, feedback),
        cells: [id, position, candidate, kind, signal, value, text, comment],
      };
    }),
  );
}
