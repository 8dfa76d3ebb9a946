/** A value as it is compared; `time` is the stretch that a date or a moment names, `from` included and `to` not. */
export type Literal =
  | { kind: 'text'; text: string }
  | { kind: 'number'; number: number }
  | { kind: 'time'; written: string; from: number; to: number }
  | { kind: 'flag'; flag: boolean };

/** Operators that take one value, several, or none. */
export const ONE_VALUE = ['=', '!=', '<', '<=', '>', '>=', 'contains', 'not contains'] as const;
export const MANY_VALUES = ['in', 'not in'] as const;
export const NO_VALUE = ['is null', 'is not null'] as const;

export type Operator = (typeof ONE_VALUE)[number] | (typeof MANY_VALUES)[number] | (typeof NO_VALUE)[number];

export interface Condition {
  kind: 'condition';
  field: string;
  operator: Operator;
  values: readonly Literal[];
}

/** A filter: `all` where every part holds, `any` where at least one does; both have two parts or more. */
export type Tree =
  | Condition
  | { kind: 'not'; part: Tree }
  | { kind: 'all'; parts: readonly Tree[] }
  | { kind: 'any'; parts: readonly Tree[] };

/** A filter, or null for none: everything passes. */
export type Filter = Tree | null;

/** Joins parts into one tree; parts of the same kind are taken in, so that `a and (b and c)` is `a and b and c`. */
export function joined(kind: 'all' | 'any', parts: readonly Tree[]): Tree {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : part));
  const [only] = flat;
  return flat.length === 1 && only ? only : { kind, parts: flat };
}

/** Every condition of a filter, left to right. */
export function conditionsOf(tree: Filter): Condition[] {
  if (tree === null) return [];
  if (tree.kind === 'condition') return [tree];
  return tree.kind === 'not' ? conditionsOf(tree.part) : tree.parts.flatMap(conditionsOf);
}

/** The operator that holds exactly where another does not. */
export const OPPOSITE: Readonly<Partial<Record<Operator, Operator>>> = {
  '=': '!=',
  '!=': '=',
  in: 'not in',
  'not in': 'in',
  contains: 'not contains',
  'not contains': 'contains',
  'is null': 'is not null',
  'is not null': 'is null',
};
