import type { Conversation } from '../domain/conversation.ts';
import { isObject, type JsonObject, textOr } from '../domain/json.ts';
import { defineAdapter, type Fit, type InnerRecord, NO_FIT } from './adapter.ts';
import { answersOf } from './call.ts';
import { withoutContinued } from './continuations.ts';
import { Reject, wrong } from './fault.ts';
import { keep } from './fields.ts';
import { statsFeedback } from './langsmith-feedback.ts';
import { objectIn, plainRecord } from './plain.ts';
import { Taken, timeOf } from './taken.ts';
import { addToAnswers, readStep } from './trace-step.ts';
import { usageOf } from './usage.ts';

/**
 * Runs exported from LangSmith, one a record. The runs of a trace are put in order by `dotted_order`. Each run of a model
 * (`run_type` llm) is a conversation, unless another one of the trace continues it: the last is the one that
 * answers, and takes the feedback on the trace. Where no model ran, the outermost run that reads as question and answer.
 */
export const langSmith = defineAdapter({
  name: 'langsmith',
  title: 'LangSmith runs',
  detect,
  unpack,
  convert: (record) => readTrace([record]),
  gather: { key: traceOf, convert: readTrace },
});

function detect(record: unknown): Fit {
  if (!isObject(record)) return NO_FIT;
  if (Array.isArray(record.runs) && record.runs.some(isRun))
    return { score: 0.95, because: 'a list of runs' };
  if (!isRun(record)) return NO_FIT;
  const marks = ['dotted_order', 'trace_id', 'session_id', 'inputs', 'parent_run_id'].filter(
    (key) => key in record,
  );
  if (marks.length === 0) return { score: 0.4, because: 'a run_type' };
  return {
    score: marks.length > 2 ? 0.97 : 0.9,
    because: `a run with run_type, ${marks.join(', ')}`,
  };
}

const isRun = (record: unknown): record is JsonObject =>
  isObject(record) && typeof record.run_type === 'string';

function unpack(record: unknown): InnerRecord[] | null {
  if (!isObject(record) || !Array.isArray(record.runs) || typeof record.run_type === 'string') return null;
  return record.runs.map((run, index) => ({ path: `$.runs[${index}]`, record: run }));
}

function traceOf(record: unknown): string | null {
  if (!isObject(record)) return null;
  return textOr(record.trace_id) ?? textOr(record.dotted_order)?.split('.')[0] ?? null;
}

/** A run, the place of its record among those given, and where in it. */
interface Run {
  fields: JsonObject;
  at: string;
  order: string;
}

function runsOf(records: readonly unknown[]): Run[] {
  const runs = records.flatMap((record, index) =>
    withChildren(plainRecord(record), records.length === 1 ? '$' : `$[${index}]`),
  );
  return runs.sort((one, other) => (one.order < other.order ? -1 : one.order > other.order ? 1 : 0));
}

/** The run, and those a run tree written as one record holds inside it. */
function withChildren(given: unknown, at: string): Run[] {
  if (!isRun(given)) return wrong(at, 'a run: an object with run_type, inputs and outputs', given);
  const order = textOr(given.dotted_order) ?? String(timeOf(given.start_time) ?? '');
  const children: unknown[] = Array.isArray(given.child_runs) ? given.child_runs : [];
  const inside = children.flatMap((child, index) => withChildren(child, `${at}.child_runs[${index}]`));
  return [{ fields: given, at, order }, ...inside];
}

const isModelRun = ({ fields }: Run): boolean =>
  fields.run_type === 'llm' || fields.run_type === 'chat_model';

function readTrace(records: readonly unknown[]): Conversation[] {
  const runs = runsOf(records);
  const models = runs.filter(isModelRun);
  const read = models.map((run) => readRun(run)).filter((found) => found !== null);
  if (read.length === 0) read.push(outermost(runs, models));
  const kept = withoutContinued(read);
  const last = kept.at(-1);
  if (last)
    addTraceFeedback(
      last,
      runs.filter((run) => !isModelRun(run)),
    );
  const others = runs.length - read.length;
  for (const { metadata } of others > 0 ? kept : []) keep(metadata, 'other_runs', others);
  return kept;
}

/** The first run from the outside in that reads as question and answer. */
function outermost(runs: readonly Run[], models: readonly Run[]): Conversation {
  for (const run of runs.filter((known) => !isModelRun(known) && known.fields.run_type !== 'tool')) {
    const found = readRun(run);
    if (found) return found;
  }
  const [model] = models;
  if (!model)
    throw new Reject(
      '$',
      'There is no run of a model in the trace, and no run that reads as question and answer.',
      'NO_CONVERSATION',
    );
  const error = textOr(model.fields.error);
  if (error !== null)
    throw new Reject(
      `${model.at}.outputs`,
      `The run of the model failed: ${error.slice(0, 200)}`,
      'NO_ANSWER',
    );
  throw new Reject(
    `${model.at}.inputs`,
    'The run of the model holds no messages that can be read.',
    'BODY_ABSENT',
  );
}

function readRun({ fields, at }: Run): Conversation | null {
  const run = new Taken(fields);
  const { inputs, outputs } = fields;
  const step = readStep({ given: inputs, givenAt: `${at}.inputs`, gave: outputs, gaveAt: `${at}.outputs` });
  if (!step) return null;
  const { conversation } = step;
  const started = run.time('start_time');
  const ended = timeOf(fields.end_time);
  const extra = objectIn(fields.extra) ?? {};
  const known = isObject(extra.metadata) ? extra.metadata : {};
  conversation.externalId = run.id('id');
  conversation.createdAt = started;
  const invoked = isObject(extra.invocation_params) ? extra.invocation_params : {};
  const asked =
    textOr(known.ls_model_name) ??
    textOr(step.given.model) ??
    textOr(invoked.model) ??
    textOr(invoked.model_name);
  const named = answersOf(conversation)[0]?.model ?? textOr(step.gave.model);
  conversation.model = asked ?? named;
  conversation.modelVersion = named === conversation.model ? null : named;
  for (const answer of answersOf(conversation)) answer.model = conversation.model;
  addToAnswers(conversation, {
    model: conversation.model,
    latencyMs: started !== null && ended !== null && ended >= started ? ended - started : null,
    usage: tokensOf(run) ?? usageIn(step.gave),
  });
  for (const answer of answersOf(conversation).slice(-1))
    answer.feedback.push(...statsFeedback(fields.feedback_stats));
  run.drop('inputs', 'outputs', 'end_time', 'child_runs');
  conversation.metadata = { ...run.rest(), ...conversation.metadata };
  if (Object.keys(step.given).length > 0) keep(conversation.metadata, 'inputs', step.given);
  if (Object.keys(step.gave).length > 0) keep(conversation.metadata, 'outputs', step.gave);
  return conversation;
}

function tokensOf(run: Taken): JsonObject | null {
  const given = {
    input_tokens: run.amount('prompt_tokens'),
    output_tokens: run.amount('completion_tokens'),
    total_tokens: run.amount('total_tokens'),
  };
  return given.input_tokens || given.output_tokens ? usageOf(given) : null;
}

function usageIn(gave: JsonObject): JsonObject | null {
  const output = isObject(gave.llm_output) ? gave.llm_output : {};
  const usage = gave.usage_metadata ?? output.token_usage ?? output.usage;
  return isObject(usage) ? usageOf(usage) : null;
}

/** People rate the answer they see, which is that of the whole trace. */
function addTraceFeedback(conversation: Conversation, runs: readonly Run[]): void {
  const [answer, ...others] = answersOf(conversation);
  for (const { fields } of runs) {
    const stats = objectIn(fields.feedback_stats);
    if (!stats || Object.keys(stats).length === 0 || conversation.externalId === fields.id) continue;
    if (answer && others.length === 0) answer.feedback.push(...statsFeedback(stats));
    keep(conversation.metadata, 'trace_feedback_stats', stats);
  }
}
