import { FIELDS, fieldNamed } from '../../../shared/sampling/expression/fields.ts';
import { readLiteral } from '../../../shared/sampling/expression/literals.ts';
import { operatorsOf } from '../../../shared/sampling/expression/operators.ts';
import {
  type Condition,
  joined,
  type Literal,
  type Operator,
  type Tree,
} from '../../../shared/sampling/expression/tree.ts';
import { fc } from '../../support/property.ts';

const NAMES = [...Object.keys(FIELDS), 'group.country', 'group.age band', 'group.in'];

const texts = fc.oneof(
  fc.constantFrom('en', 'null', 'a b', 'it\'s "so"', '(x)', 'a,b', '65+', '12', 'and', 'É', '*%_[\\', '-'),
  fc.string({ minLength: 1, maxLength: 6, unit: 'grapheme' }),
);

const LITERALS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  number: fc.oneof(fc.integer({ min: -5, max: 2000 }).map(String), fc.constantFrom('1.5', '.5', '1e3')),
  time: fc.constantFrom('2026', '2026-10', '2026-10-02', '2026-10-02T09:31Z', '2026-02-28 23:59:59.5+02:00'),
  flag: fc.constantFrom('true', 'false', 'yes'),
  words: fc.constantFrom('late refund', 'É', '42'),
};

const ONE: readonly Operator[] = ['is null', 'is not null'];

const condition: fc.Arbitrary<Condition> = fc.constantFrom(...NAMES).chain((field) => {
  const kind = fieldNamed(field)?.kind ?? 'text';
  const literal = (LITERALS[kind] ?? texts).map((text) => readLiteral(kind, text, field)).filter(isThere);
  return fc.constantFrom(...operatorsOf(kind)).chain((operator): fc.Arbitrary<Condition> => {
    if (ONE.includes(operator))
      return fc.constant<Condition>({ kind: 'condition', field, operator, values: [] });
    const most = operator === 'in' || operator === 'not in' ? 4 : 1;
    return fc
      .array(literal, { minLength: 1, maxLength: most })
      .map((values): Condition => ({ kind: 'condition', field, operator, values }));
  });
});

const isThere = (literal: Literal | null): literal is Literal => literal !== null;

/** Any filter of any depth, as reading gives it. */
export const trees: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    condition,
    tie('tree').map((part): Tree => ({ kind: 'not', part })),
    fc
      .tuple(
        fc.constantFrom('all' as const, 'any' as const),
        fc.array(tie('tree'), { minLength: 2, maxLength: 3 }),
      )
      .map(([kind, parts]) => joined(kind, parts)),
  ),
})).tree;
