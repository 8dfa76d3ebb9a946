import type { Coder } from './dictionary.ts';

/** What a conversation says of itself. */
export interface ConversationRow {
  id: number;
  batch: string;
  created_at: number | null;
  model: string | null;
  model_version: string | null;
  language: string | null;
  use_case: string | null;
  groups: string | null;
}

/** How many of its answers there are, and how many say which model they are of. */
export interface Answers {
  answers: number;
  named: number;
  /** 1 where these name more than one model. */
  several: number;
}

export interface FeedbackRow {
  id: number;
  signal: string;
  value: number | null;
  comments: number;
}

/** Marks conversations whose answers are of several models, or some of none. */
export const SEVERAL_MODELS = { field: 'several', value: 'model' } as const;

/** Signals that a number goes with; of the others it counts that they are there. */
const NUMBERED: ReadonlySet<string> = new Set(['thumb', 'stars']);

/** Feedback as facts: feedback.thumb -1, feedback.stars 3, feedback.edited true, feedback.comment true ... */
export function feedbackCodes(coder: Coder, { signal, value, comments }: FeedbackRow): number[] {
  const codes = comments > 0 ? [coder.codeOf('feedback.comment', 'true')] : [];
  if (signal === 'comment') return codes;
  if (!NUMBERED.has(signal)) return [...codes, coder.codeOf(`feedback.${signal}`, 'true')];
  return value === null ? codes : [...codes, coder.codeOf(`feedback.${signal}`, String(value))];
}

/** Lists of codes that are the same are one list, so that they need not be compared. */
export class FactSets {
  private readonly coder: Coder;
  private readonly own = new Map<string, readonly number[]>();
  private readonly grown = new Map<string, readonly number[]>();

  constructor(coder: Coder) {
    this.coder = coder;
  }

  /** The codes of what a conversation says of itself, ascending. */
  of(row: ConversationRow, own: Answers | undefined): readonly number[] {
    // A model that every answer says otherwise of is that of none.
    const model = !own || own.answers === 0 || own.answers > own.named ? row.model : null;
    const isMixed = own !== undefined && own.named > 0 && (own.several === 1 || own.answers > own.named);
    const key = [row.batch, model, row.model_version, row.language, row.use_case, isMixed, row.groups].join(
      '\u0000',
    );
    const known = this.own.get(key) ?? this.code({ ...row, model }, isMixed);
    this.own.set(key, known);
    return known;
  }

  /** The same with more codes. */
  with(codes: readonly number[], more: readonly number[]): readonly number[] {
    const all = [...new Set([...codes, ...more])].sort((a, b) => a - b);
    const key = all.join(',');
    const known = this.grown.get(key) ?? all;
    this.grown.set(key, known);
    return known;
  }

  private code(row: ConversationRow, isMixed: boolean): readonly number[] {
    const { coder } = this;
    const codes = [coder.codeOf('batch', row.batch)];
    const add = (field: string, value: string | null): void => {
      if (value !== null) codes.push(coder.codeOf(field, value));
    };
    add('model', row.model);
    add('model_version', row.model_version);
    add('language', row.language);
    add('use_case', row.use_case);
    if (isMixed) add(SEVERAL_MODELS.field, SEVERAL_MODELS.value);
    const groups: unknown = row.groups === null ? {} : JSON.parse(row.groups);
    for (const [name, value] of Object.entries(groups ?? {}))
      if (typeof value === 'string') add(`group.${name}`, value);
    return codes.sort((a, b) => a - b);
  }
}
