import type { FieldKind } from './fields.ts';
import type { Operator } from './tree.ts';

const EQUAL = ['=', '!='] as const;
const ORDER = ['<', '<=', '>', '>='] as const;
const LISTS = ['in', 'not in'] as const;
const PARTS = ['contains', 'not contains'] as const;
const NULLS = ['is null', 'is not null'] as const;

/** What can be asked of each kind of field. */
const OPERATORS: Readonly<Record<FieldKind, readonly Operator[]>> = {
  text: [...EQUAL, ...LISTS, ...PARTS, ...NULLS, ...ORDER],
  number: [...EQUAL, ...ORDER, ...LISTS, ...NULLS],
  time: [...ORDER, ...EQUAL, ...LISTS, ...NULLS],
  flag: EQUAL,
  codes: [...EQUAL, ...LISTS, ...PARTS, ...NULLS],
  words: PARTS,
};

/** The operators of a kind of field, the most usual first. */
export const operatorsOf = (kind: FieldKind): readonly Operator[] => OPERATORS[kind];

export const takes = (kind: FieldKind, operator: Operator): boolean => OPERATORS[kind].includes(operator);
