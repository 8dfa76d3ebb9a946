import {
  type Dimension,
  dimensionLabel,
  type Gate,
  kindOf,
  levelOf,
  optionOf,
  type Rubric,
} from '../../../shared/domain/rubric.ts';
import type { rubricText } from '../../catalogue/rubric.ts';
import { choiceKeys } from '../../keys/choice-keys.ts';
import { capOf } from '../../keys/labels.ts';
import { optionKeys } from '../../keys/rubric-keys.ts';

type Texts = (typeof rubricText)['en'];

/** When a gated dimension is asked: "asked where Sensibleness is Makes sense". */
export function gateWords(gate: Gate, { dimensions }: Rubric, t: Texts): string {
  const keeper = dimensions.find(({ id }) => id === gate.dimension);
  const name = keeper ? dimensionLabel(keeper) : gate.dimension;
  if (gate.from !== undefined) return t.gateFrom(name, String(gate.from));
  const value = gate.includes ?? gate.equals;
  const label = (keeper && optionOf(keeper, value)?.label) ?? String(value);
  return gate.includes === undefined ? t.gateEquals(name, label) : t.gateIncludes(name, label);
}

/** What a dimension is answered with, on which scale, and what else it asks for, each a few words. */
export function dimensionNotes(entry: Dimension, rubric: Rubric, t: Texts): string[] {
  const { range, gate, optional, spans, spans_from, rationale_from, rationale_required } = entry;
  const level = levelOf(entry);
  return [
    t.kinds[kindOf(entry)],
    ...(range && entry.kind === 'slider' ? [t.range(range.min, range.max, range.step)] : []),
    ...(level ? [t.levels[level]] : []),
    ...(gate ? [gateWords(gate, rubric, t)] : []),
    ...(optional ? [t.optional] : []),
    ...(spans_from === undefined ? (spans ? [t.spansMay] : []) : [t.spansFrom(spans_from)]),
    ...(rationale_required
      ? [t.rationaleAlways]
      : rationale_from === undefined
        ? []
        : [t.rationaleFrom(rationale_from)]),
  ];
}

/** The dimensions that are asked of each candidate of a comparison. */
export const comparisonNames = ({ comparison, dimensions }: Rubric): string =>
  dimensions
    .filter(({ id }) => comparison?.dimensions.includes(id))
    .map(dimensionLabel)
    .join(', ');

/** What stands on the keys of the options; on a slider the numbers of its named points. */
export const capsOf = (entry: Dimension, rubric: Rubric): string[] =>
  kindOf(entry) === 'slider'
    ? entry.options.map(({ value }) => String(value))
    : (kindOf(entry) === 'categories' ? choiceKeys(rubric, entry) : optionKeys(entry)).map(capOf);
