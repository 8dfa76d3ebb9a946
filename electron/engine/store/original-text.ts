/** One replaced stretch as JSON lists hold it: start, end, kind, original. */
export type StoredRedaction = readonly [start: number, end: number, kind: string, original: string];

/** As a column: what was replaced in a message, as a JSON list, or null. `m` is the message. */
export const REDACTIONS_OF_MESSAGE = `(SELECT json_group_array(json_array(r.start, r."end", r.kind, r.original))
  FROM redaction r WHERE r.message_id = m.id)`;

export interface MessageText {
  text: string;
  /** JSON, or null. */
  parts: string | null;
}

/** What a message was before stretches of it were replaced: the content it is known by. */
export function originalOf(
  { text, parts }: MessageText,
  redactions: readonly StoredRedaction[],
): MessageText {
  if (redactions.length === 0) return { text, parts };
  const whole = redactions.find(([, , kind]) => kind === WHOLE_PARTS);
  const stretches = redactions.filter(([start, end]) => start < end).sort(([one], [other]) => other - one);
  let original = text;
  for (const [start, end, , was] of stretches)
    original = original.slice(0, start) + was + original.slice(end);
  return { text: original, parts: whole ? whole[3] : parts };
}

/** Kind of the redaction that holds all of a message's parts as they were. */
export const WHOLE_PARTS = 'parts';

/** The list in the column REDACTIONS_OF_MESSAGE gives. */
export function readRedactions(json: string | null): StoredRedaction[] {
  const list: unknown = json === null ? [] : JSON.parse(json);
  return Array.isArray(list) ? list.flatMap(readOne) : [];
}

function readOne(entry: unknown): StoredRedaction[] {
  if (!Array.isArray(entry)) return [];
  const [start, end, kind, original] = entry;
  return [[Number(start), Number(end), String(kind), String(original)]];
}
