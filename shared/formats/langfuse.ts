import type { Conversation } from '../domain/conversation.ts';
import { isObject, type JsonObject, textOr } from '../domain/json.ts';
import { defineAdapter, type Fit, type InnerRecord, NO_FIT } from './adapter.ts';
import { answersOf } from './call.ts';
import { withoutContinued } from './continuations.ts';
import { Reject } from './fault.ts';
import { keep } from './fields.ts';
import { addScores, isScore } from './langfuse-scores.ts';
import { type Observation, sorted, type Trace, traceFrom } from './langfuse-trace.ts';
import { plainRecord } from './plain.ts';
import { Taken, timeOf } from './taken.ts';
import { addToAnswers, isOmitted, readStep } from './trace-step.ts';
import { usageOf } from './usage.ts';

/**
 * Traces exported from Langfuse: a downloaded trace (`{trace, observations, scores}`), a session of them, or rows of its
 * tables as JSON, JSON Lines or CSV, whose cells hold JSON text. Rows are joined by their trace. Each generation is a
 * conversation, unless another one of the trace continues it; where there is none, what went into and came out of the trace.
 */
export const langfuse = defineAdapter({
  name: 'langfuse',
  title: 'Langfuse traces',
  detect,
  unpack,
  convert: (record) => readTrace([record]),
  gather: { key: traceIdOf, convert: readTrace },
});

const idOfTrace = (record: JsonObject): string | null => textOr(record.traceId) ?? textOr(record.trace_id);

const OBSERVATION = [
  'providedModelName',
  'provided_model_name',
  'usageDetails',
  'usage_details',
  'parentObservationId',
  'parent_observation_id',
  'costDetails',
  'statusMessage',
  'completionStartTime',
  'modelParameters',
];
const TRACE = [
  'sessionId',
  'session_id',
  'userId',
  'user_id',
  'release',
  'bookmarked',
  'scores',
  'tags',
  'public',
  'htmlPath',
];

const isDownload = (record: JsonObject): boolean =>
  Array.isArray(record.observations) && (isObject(record.trace) || 'input' in record || 'scores' in record);

const isObservationRow = (record: JsonObject): boolean =>
  idOfTrace(record) !== null &&
  'type' in record &&
  !('run_type' in record) &&
  OBSERVATION.some((key) => key in record);

const isTraceRow = (record: JsonObject): boolean =>
  idOfTrace(record) === null &&
  'id' in record &&
  'timestamp' in record &&
  ('input' in record || 'output' in record) &&
  TRACE.filter((key) => key in record).length >= 2;

function detect(record: unknown): Fit {
  if (!isObject(record)) return NO_FIT;
  if (isDownload(record)) return { score: 0.97, because: 'a trace with its observations' };
  if (inner(record)) return { score: 0.9, because: 'a list of traces or observations' };
  if (isObservationRow(record))
    return { score: 0.95, because: 'a row of observations, with traceId, type and its own columns' };
  if (isScore(record) && idOfTrace(record) !== null) return { score: 0.6, because: 'a score of a trace' };
  if (idOfTrace(record) !== null && 'type' in record && 'input' in record && 'output' in record)
    return { score: 0.75, because: 'a row with traceId, type, input and output' };
  return isTraceRow(record) ? { score: 0.85, because: 'a row of traces' } : NO_FIT;
}

/** The list in a session, or in a page of the API. */
function inner(record: JsonObject): [name: string, list: unknown[]] | null {
  for (const name of ['traces', 'data', 'observations']) {
    const list = record[name];
    const rows = Array.isArray(list) ? list.filter(isObject) : [];
    const isOwn = rows.some((row) => isDownload(row) || isObservationRow(row) || isTraceRow(row));
    if (Array.isArray(list) && isOwn && !isDownload(record)) return [name, list];
  }
  return null;
}

function unpack(record: unknown): InnerRecord[] | null {
  const found = isObject(record) ? inner(record) : null;
  if (!found) return null;
  const [name, list] = found;
  return list.map((row, index) => ({ path: `$.${name}[${index}]`, record: row }));
}

function traceIdOf(record: unknown): string | null {
  if (!isObject(record) || isDownload(record)) return null;
  return idOfTrace(record) ?? (isTraceRow(record) ? textOr(record.id) : null);
}

const isModelCall = ({ fields }: Observation): boolean => /^generation$/i.test(textOr(fields.type) ?? '');

function readTrace(records: readonly unknown[]): Conversation[] {
  const trace = traceFrom(records.map(plainRecord));
  const observations = sorted(trace.observations);
  const calls = observations.filter(isModelCall);
  const read = calls.map((call) => readObservation(call)).filter((found) => found !== null);
  if (read.length === 0) read.push(outermost(trace, observations, calls));
  const kept = withoutContinued(read);
  addTraceFields(kept, trace);
  const others = observations.length - read.length;
  for (const { metadata } of others > 0 ? kept : []) keep(metadata, 'other_observations', others);
  addScores(kept, trace.scores);
  return kept;
}

/** The trace itself, or the first observation from the outside in, that reads as question and answer. */
function outermost(
  trace: Trace,
  observations: readonly Observation[],
  calls: readonly Observation[],
): Conversation {
  const whole = trace.fields && { fields: trace.fields, at: trace.at };
  const steps = [...(whole ? [whole] : []), ...observations.filter((step) => !isModelCall(step))];
  for (const step of steps) {
    const found = readObservation(step);
    if (found) return found;
  }
  const bodies = [...calls, ...steps].flatMap(({ fields, at }) =>
    ['input', 'output'].filter((name) => isOmitted(fields[name])).map((name) => `${at}.${name}`),
  );
  const [missing] = bodies;
  if (missing && (calls.length > 0 || observations.length === 0))
    throw new Reject(missing, 'The export left out what went into or came out of the model.', 'BODY_ABSENT');
  throw new Reject(
    trace.at,
    'There is no generation in the trace, and nothing else that reads as question and answer.',
    'NO_CONVERSATION',
  );
}

const NOT_SPENT = new Set(['input', 'output']);

function readObservation({ fields, at }: Observation): Conversation | null {
  if (isOmitted(fields.input) || isOmitted(fields.output)) return null;
  const step = readStep({
    given: fields.input,
    givenAt: `${at}.input`,
    gave: fields.output,
    gaveAt: `${at}.output`,
  });
  if (!step) return null;
  const { conversation } = step;
  const row = new Taken(fields);
  conversation.externalId = row.id('id');
  const started = row.time('startTime', 'start_time', 'timestamp');
  conversation.createdAt = started;
  conversation.model =
    row.text('providedModelName', 'provided_model_name', 'model') ?? textOr(step.given.model);
  const version = textOr(step.gave.model);
  conversation.modelVersion = version === conversation.model ? null : version;
  const ended = timeOf(fields.endTime ?? fields.end_time);
  const usage = row.object('usageDetails', 'usage_details') ?? row.object('usage');
  const seconds = row.amount('latency');
  addToAnswers(conversation, {
    model: conversation.model,
    latencyMs:
      started !== null && ended !== null && ended >= started
        ? ended - started
        : seconds && Math.round(seconds * 1000),
    usage: usage && usageOf(usage),
  });
  row.drop(...NOT_SPENT, 'endTime', 'end_time', 'observations', 'scores', 'comments');
  conversation.metadata = { ...row.rest(), ...conversation.metadata };
  if (Object.keys(step.given).length > 0) keep(conversation.metadata, 'input', step.given);
  if (Object.keys(step.gave).length > 0) keep(conversation.metadata, 'output', step.gave);
  return conversation;
}

/** What is said of the whole trace belongs to each of its conversations. */
function addTraceFields(conversations: readonly Conversation[], trace: Trace): void {
  if (!trace.fields) return;
  const { input: _input, output: _output, observations: _list, scores: _scores, ...fields } = trace.fields;
  const rest = new Taken(fields).rest();
  for (const conversation of conversations) {
    conversation.createdAt ??= timeOf(fields.timestamp);
    if (conversation.externalId !== fields.id) keep(conversation.metadata, 'trace', rest);
    for (const answer of answersOf(conversation)) answer.model ??= conversation.model;
  }
}
