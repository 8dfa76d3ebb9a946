import { fieldNamed, groupOf } from '../../../shared/sampling/expression/fields.ts';
import {
  type Condition,
  conditionsOf,
  type Filter,
  type Tree,
} from '../../../shared/sampling/expression/tree.ts';
import { answerCondition, both, certain, denied, either, type Known } from './answer-conditions.ts';
import type { Catalogue } from './catalogue.ts';
import { askedTest, batchTest, factTest, hasAnswer, numberTest, timeTest } from './conditions.ts';
import { type BlockTest, every, everything, not, some } from './row-test.ts';
import type { TextMatches } from './text-matches.ts';

/** A filter as the catalogue understands it. */
export interface FilterTest {
  /** Fails only what does not meet the filter. */
  may: BlockTest;
  /** Passes only what meets it. What lies between is to be asked in full. */
  surely: BlockTest;
  /** Words it asks for, which may take time to find. */
  texts: readonly TextMatches[];
}

/** Of a filter, what can be told from the catalogue. A conversation meets a filter where one of its answers does. */
export function filterTest(filter: Filter, catalogue: Catalogue): FilterTest {
  if (filter === null) return { may: everything, surely: everything, texts: [] };
  const texts: TextMatches[] = [];
  const parts = filter.kind === 'all' ? filter.parts : [filter];
  const own = parts.filter(isOwn).map((part) => ownTest(catalogue, part));
  const ofAnswers = parts.filter((part) => !isOwn(part)).map((part) => answerTest(catalogue, part, texts));
  if (ofAnswers.length === 0) {
    const test = every(own);
    return { may: test, surely: test, texts };
  }
  const known = both(ofAnswers);
  return {
    may: every([...own, hasAnswer, known.may]),
    surely: every([...own, hasAnswer, known.some]),
    texts,
  };
}

const isOwn = (tree: Tree): boolean =>
  conditionsOf(tree).every(({ field }) => fieldNamed(field)?.of === 'conversation');

/** What is asked of the conversation itself. */
function ownTest(catalogue: Catalogue, tree: Tree): BlockTest {
  switch (tree.kind) {
    case 'condition':
      return ownCondition(catalogue, tree);
    case 'not':
      return not(ownTest(catalogue, tree.part));
    case 'all':
      return every(tree.parts.map((part) => ownTest(catalogue, part)));
    case 'any':
      return some(tree.parts.map((part) => ownTest(catalogue, part)));
  }
}

const CATALOGUED: ReadonlySet<string> = new Set(['model_version', 'language', 'use_case', 'batch']);

function ownCondition(catalogue: Catalogue, condition: Condition): BlockTest {
  const { field } = condition;
  if (CATALOGUED.has(field) || groupOf(field) !== null) return factTest(catalogue, condition);
  if (field === 'created_at') return timeTest(condition);
  if (field === 'turns') return numberTest(condition, ({ turns }) => turns);
  if (field === 'file' || field === 'adapter') return batchTest(catalogue, { ...condition, field });
  return askedTest(catalogue, condition);
}

/** What is asked of an answer. */
function answerTest(catalogue: Catalogue, tree: Tree, texts: TextMatches[]): Known {
  switch (tree.kind) {
    case 'condition':
      return fieldNamed(tree.field)?.of === 'conversation'
        ? certain(ownCondition(catalogue, tree))
        : answerCondition(catalogue, tree, texts);
    case 'not':
      return denied(answerTest(catalogue, tree.part, texts));
    case 'all':
      return both(tree.parts.map((part) => answerTest(catalogue, part, texts)));
    case 'any':
      return either(tree.parts.map((part) => answerTest(catalogue, part, texts)));
  }
}
