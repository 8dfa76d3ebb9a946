import { z } from 'zod';
import { CONSENSUS_SOURCES } from '../agreement/consensus.ts';
import { adjudicationRule, decisionSchema, HOW_DECIDED, unitSchema } from '../domain/adjudication.ts';
import { ROLES } from '../domain/conversation.ts';
import { candidateJudgement, preference, span } from '../domain/rating-schema.ts';
import { ratingValue } from '../domain/rubric-schema.ts';
import { command } from './command.ts';
import { utc } from './project.ts';

/** Open to the lead, decided, or back with its raters until all of them have judged it again. */
export const UNIT_STATES = ['open', 'decided', 'returned'] as const;
export type UnitState = (typeof UNIT_STATES)[number];

const standing = z.discriminatedUnion('kind', [
  decisionSchema.omit({ rater: true }).extend({ kind: z.literal('decided'), by: z.string(), at: utc }),
  z.object({
    kind: z.literal('returned'),
    note: z.string(),
    by: z.string(),
    at: utc,
    /** Raters who have not judged it again since. */
    waiting: z.int(),
  }),
]);
/** What stands of a unit. */
export type Standing = z.infer<typeof standing>;

const consensusValue = z.object({
  /** Null where the raters are tied and the rule leaves it open. */
  value: ratingValue.nullable(),
  source: z.enum(CONSENSUS_SOURCES).nullable(),
  /** The model's chance of the value, where a model was chosen. */
  probability: z.number().nullable(),
});

const queuedUnit = unitSchema.extend({
  candidate: z.int().nullable(),
  state: z.enum(UNIT_STATES),
  /** How much a decision is expected to tell, in bits. */
  information: z.number(),
  /** Highest less lowest value; null where values have no order. */
  range: z.number().nullable(),
  different: z.int(),
  ratings: z.int(),
  /** What the ratings alone come to, by the rule of the project. */
  consensus: consensusValue,
  /** The value that was decided; absent while nothing is. */
  decided: ratingValue.nullable().optional(),
  /** Opening words of the answer. */
  answer: z.string(),
  conversation: z.string(),
  message: z.int(),
});
export type QueuedUnit = z.infer<typeof queuedUnit>;

const shownMessage = z.object({
  role: z.enum(ROLES),
  text: z.string(),
  parts: z.array(z.looseObject({ type: z.string() })).nullable(),
});

const seenRating = z.object({
  /** A, B, C: in an order of the unit's own, which says nothing of who it is. */
  letter: z.string(),
  /** Null while the unit is not decided, and always in a blind project. */
  rater: z.string().nullable(),
  /** Null where none was given. */
  value: ratingValue.nullable(),
  /** Why it could not be judged. */
  cannot: z.string().nullable(),
  preference: preference.nullable(),
  rationale: z.string(),
  categories: z.array(z.string()),
  spans: z.array(span),
  /** Of a comparison, what was said of each candidate. */
  candidates: z.record(z.string(), candidateJudgement),
  rubric: z.string(),
  at: utc,
});
export type SeenRating = z.infer<typeof seenRating>;

const unitEvent = z.object({
  kind: z.enum(['decide', 'return']),
  value: ratingValue.nullable(),
  text: z.string(),
  by: z.string(),
  at: utc,
  /** Taken back since. */
  undone: z.boolean(),
  /** Came with another project file of the study. */
  merged: z.boolean(),
});

const unitShown = z.object({
  unit: unitSchema,
  context: z.array(shownMessage),
  /** The answer; of a comparison its candidates in the order of their numbers. */
  answers: z.array(shownMessage),
  ratings: z.array(seenRating),
  standing: standing.nullable(),
  /** All that was decided or sent back, newest first. */
  history: z.array(unitEvent),
});
export type UnitShown = z.infer<typeof unitShown>;

const rationale = z.string().trim().max(10_000).default('');

const newDecision = z.object({
  unit: z.union([
    unitSchema,
    /** Of one answer, by the name of its conversation and the place or id of its message. */
    z.object({
      conversation: z.string().min(1),
      message: z.union([z.int().min(0), z.string().min(1)]),
      dimension: z.string().min(1),
    }),
  ]),
  value: ratingValue.nullable(),
  how: z.enum(HOW_DECIDED).default('set'),
  /** Letter of the rating that was adopted. */
  adopted: z.string().optional(),
  rationale,
});

const counts = z.object({ open: z.int(), decided: z.int(), returned: z.int() });

const stepTaken = z.object({
  unit: unitSchema,
  /** What was undone or brought back. */
  kind: z.enum(['decide', 'return']),
  standing: standing.nullable(),
});

export const adjudicationCommands = {
  /** The units that the project's rule asks the lead about, the most informative first, and those that are settled. */
  'adjudication.queue': command({
    lane: 'job',
    input: z.object({
      state: z.enum(UNIT_STATES).optional(),
      /** A dimension as reports call it: `fluency`, `preference`, `candidate.fluency`. */
      dimension: z.string().optional(),
      /** Only answers of one slice: model, model_version, language, use_case or group.NAME, and which. */
      by: z.string().optional(),
      slice: z.string().optional(),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(1000).default(200),
    }),
    output: z.object({
      rule: adjudicationRule,
      counts,
      /** How many units are open on each dimension, in the order of the rubric. */
      dimensions: z.array(z.object({ dimension: z.string(), label: z.string(), open: z.int() })),
      /** How many units of the state asked for are in each slice, where slices were asked for. */
      slices: z.array(z.object({ key: z.string(), units: z.int() })),
      total: z.int(),
      units: z.array(queuedUnit),
    }),
  }),
  'adjudication.unit': command({ lane: 'read', input: unitSchema, output: unitShown }),
  /** Decides units: all of them, or none where one is refused. */
  'adjudication.decide': command({
    lane: 'write',
    input: z.object({ decisions: z.array(newDecision).min(1).max(10_000) }),
    output: z.object({ decided: z.int(), standing: standing.nullable() }),
  }),
  'adjudication.return': command({
    lane: 'write',
    input: z.object({ unit: unitSchema, note: z.string().trim().min(1).max(10_000) }),
    output: z.object({ standing: standing.nullable() }),
  }),
  /** Takes back what the same person did last, on whatever unit it was. */
  'adjudication.undo': command({ lane: 'write', input: z.object({}), output: stepTaken }),
  'adjudication.redo': command({ lane: 'write', input: z.object({}), output: stepTaken }),
};
