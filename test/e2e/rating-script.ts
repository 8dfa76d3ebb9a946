import type { Random } from '../../shared/sampling/random.ts';
import { readProject } from './harness.ts';

/** What a press is to the journal. */
export type Step =
  | { kind: 'value'; dimension: string; value: number }
  | { kind: 'text'; text: string }
  | { kind: 'undo' | 'submit' | 'skip' };

/** One item's work: the keys in their order, each with the step it makes, if it makes one. */
export type Press = readonly [key: string, step?: Step];

interface Standing {
  values: Record<string, number>;
  rationale: string;
}
const NOTHING: Standing = { values: {}, rationale: '' };

const WORDS = ['vague', 'off', 'too long', 'odd', 'fine'];

/** Writes on at the end of what stands there; the pause between two words makes a burst of each. */
function writing(random: Random, { rationale }: Standing): Press[] {
  const text = WORDS[random.below(WORDS.length)] ?? '';
  const letters = [...text].map((letter, index): Press => {
    const isLast = index === text.length - 1;
    return isLast ? [letter, { kind: 'text', text: `${rationale}${text}` }] : [letter];
  });
  return [['c'], ...letters, ['Escape']];
}

/** The keys of one item, from whatever stands of it. Values that stand already are passed over, as the window does. */
export function itemKeys(random: Random, standing: Standing = NOTHING): Press[] {
  // Esc leaves what a kill left open; S goes to the first dimension.
  const begin: Press[] = [['Escape'], ['s']];
  if (random.below(8) === 0) return [...begin, ['x'], ['1', { kind: 'skip' }]];
  const isSensible = random.below(4) > 0;
  const given = {
    sensibleness: isSensible ? 1 : 0,
    ...(isSensible ? { specificity: random.below(2) } : {}),
    fluency: 1 + random.below(5),
    bias: 0,
  };
  const values = Object.entries(given).flatMap(([dimension, value]): Press[] => {
    const step: Step = { kind: 'value', dimension, value };
    if (standing.values[dimension] === value) return [[String(value)]];
    const isTakenBack =
      dimension === 'fluency' && standing.values.fluency === undefined && random.below(3) === 0;
    const press: Press = [String(value), step];
    return isTakenBack ? [press, ['Control+z', { kind: 'undo' }], press] : [press];
  });
  const text = random.below(3) === 0 ? writing(random, standing) : [];
  return [
    ...begin,
    ...text,
    ...(text.length > 0 ? ([['s']] as Press[]) : []),
    ...values,
    ['Enter', { kind: 'submit' }],
  ];
}

interface JournalEvent {
  seq: number;
  /** Place in the rater's queue, from 1. */
  place: number;
  kind: string;
  payload: string;
}

const QUEUE = (
  rater: string,
) => `SELECT row_number() OVER (ORDER BY a.position) AS place, a.rater_id, a.item_id, a.occasion
  FROM assignment a JOIN rater r ON r.id = a.rater_id WHERE r.name = '${rater}'`;

/** The rater's events after one, in order. */
export function eventsAfter(project: string, rater: string, seq: number): JournalEvent[] {
  using db = readProject(project);
  return db
    .prepare<[number], JournalEvent>(
      `SELECT e.seq, q.place, e.kind, e.payload FROM (${QUEUE(rater)}) q JOIN rating_event e USING (rater_id, item_id, occasion)
       WHERE e.seq > ? ORDER BY e.seq`,
    )
    .all(seq);
}

/** The first item of the rater that is not done: what stands of it. */
export function standing(project: string, rater: string): Standing {
  using db = readProject(project);
  const body = db
    .prepare<[], { body: string | null }>(
      `SELECT r.body FROM (${QUEUE(rater)}) q LEFT JOIN rating r USING (rater_id, item_id, occasion)
       WHERE coalesce(r.status, 'draft') = 'draft' ORDER BY q.place LIMIT 1`,
    )
    .get()?.body;
  return body ? JSON.parse(body) : NOTHING;
}

const saysText = ({ kind, payload }: JournalEvent): string | null =>
  kind === 'rationale' ? JSON.parse(payload).text : null;

function fits(event: JournalEvent, step: Step): boolean {
  if (step.kind !== 'value') return event.kind === step.kind;
  const { dimension, value } = JSON.parse(event.payload);
  return event.kind === 'value' && dimension === step.dimension && value === step.value;
}

function mismatch(
  steps: readonly Step[],
  events: readonly JournalEvent[],
  at: number,
  { seq }: JournalEvent,
): string {
  const told = events.map((event) => `${event.seq} on ${event.place}: ${event.payload}`);
  return `event ${seq} is not what was pressed, which was ${JSON.stringify(steps.slice(Math.max(0, at - 4), at + 4))} from ${at - 4} on:\n${told.join('\n')}`;
}

/**
 * How many of the steps are in the journal. They must be there in the order they were made, from the first one on without a gap, and
 * nothing else; of a text, its beginnings may be there before the whole. Gives a sentence where they are not.
 */
export function landed(steps: readonly Step[], events: readonly JournalEvent[]): number | string {
  let at = 0;
  let isWritten = true;
  for (const event of events) {
    const step = steps[at];
    const text = saysText(event);
    if (text !== null && step?.kind === 'text' && step.text.startsWith(text)) {
      isWritten = text === step.text;
      if (isWritten) at += 1;
    } else if (step && isWritten && fits(event, step)) at += 1;
    else return mismatch(steps, events, at, event);
  }
  return at;
}
