import { isObject, type JsonObject, textOr } from '../domain/json.ts';
import { wrong } from './fault.ts';
import { isScore, type Score, scoreColumns, scoresIn } from './langfuse-scores.ts';
import { listIn } from './plain.ts';
import { timeOf } from './taken.ts';

/** A step of a trace, and where it stands in the records given. */
export interface Observation {
  fields: JsonObject;
  at: string;
}

export interface Trace {
  /** The trace's own fields, where the records have them. */
  fields: JsonObject | null;
  at: string;
  observations: Observation[];
  scores: Score[];
}

/** The trace that these records are of: a downloaded one, or the rows of one trace from any of the tables. */
export function traceFrom(records: readonly unknown[]): Trace {
  const trace: Trace = { fields: null, at: '$', observations: [], scores: [] };
  for (const [index, record] of records.entries()) {
    const at = records.length === 1 ? '$' : `$[${index}]`;
    if (!isObject(record)) wrong(at, 'a trace or an observation', record);
    else add(trace, record, at);
  }
  return trace;
}

function add(trace: Trace, record: JsonObject, at: string): void {
  const observations = listIn(record.observations);
  if (observations?.every(isObject)) {
    const own = isObject(record.trace) ? record.trace : record;
    trace.fields = own;
    trace.at = own === record ? at : `${at}.trace`;
    for (const [index, fields] of observations.entries())
      addObservation(trace, fields, `${at}.observations[${index}]`);
    trace.scores.push(
      ...scoresIn(record.scores, null),
      ...(own === record ? [] : scoresIn(own.scores, null)),
    );
    trace.scores.push(...scoresIn(record.comments, null));
  } else if (isScore(record)) trace.scores.push(...scoresIn([record], null));
  else if (textOr(record.traceId ?? record.trace_id) !== null) addObservation(trace, record, at);
  else {
    trace.fields = record;
    trace.at = at;
    trace.scores.push(
      ...scoresIn(record.scores, null),
      ...scoresIn(record.comments, null),
      ...scoreColumns(record, null),
    );
  }
}

function addObservation(trace: Trace, fields: JsonObject, at: string): void {
  const id = textOr(fields.id);
  trace.observations.push({ fields, at });
  trace.scores.push(
    ...scoresIn(fields.scores, id),
    ...scoresIn(fields.comments, id),
    ...scoreColumns(fields, id),
  );
}

/** Observations by the time they began; those without one last, in the order they came. */
export function sorted(observations: readonly Observation[]): Observation[] {
  const started = ({ fields }: Observation): number =>
    timeOf(fields.startTime ?? fields.start_time) ?? Number.POSITIVE_INFINITY;
  return [...observations].sort((one, other) => {
    const [first, second] = [started(one), started(other)];
    return first === second ? 0 : first < second ? -1 : 1;
  });
}
