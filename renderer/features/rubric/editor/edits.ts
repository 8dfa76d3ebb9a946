import type { DimensionKind } from '../../../../shared/domain/rubric.ts';
import type {
  DraftDimension,
  DraftOption,
  NewUid,
  RubricDraft,
} from '../../../../shared/domain/rubric-draft.ts';

/** Changes of a draft as pure functions: each gives another draft. */

const newOption = (uid: NewUid, value: string, label = ''): DraftOption => ({
  uid: uid(),
  value,
  label,
  key: '',
  anchor: '',
  example: '',
  rest: {},
});

const BLANK = {
  id: '',
  label: '',
  kind: 'options',
  level: 'nominal',
  question: '',
  better: '',
  key: '',
  optional: false,
  gate: null,
  range: null,
  categories: null,
  spans: false,
  spansFrom: '',
  rationaleFrom: '',
  rationaleRequired: false,
} as const;

export const EMPTY_DRAFT: RubricDraft = {
  title: '',
  guidelines: '',
  dimensions: [],
  comparison: null,
  rest: {},
};

/** An id from a label: lower-case letters, digits and _, unlike all others. */
export function idFor(label: string, taken: readonly string[]): string {
  const plain = label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+|_+$/g, '');
  const base = plain || 'dimension';
  if (!taken.includes(base)) return base;
  let number = 2;
  while (taken.includes(`${base}_${number}`)) number += 1;
  return `${base}_${number}`;
}

const idsOf = ({ dimensions }: RubricDraft, but = ''): string[] =>
  dimensions.flatMap(({ uid, id }) => (uid === but ? [] : id));

export function addDimension(draft: RubricDraft, uid: NewUid): { draft: RubricDraft; added: string } {
  const dimension: DraftDimension = {
    ...BLANK,
    uid: uid(),
    id: idFor('', idsOf(draft)),
    options: [newOption(uid, '1'), newOption(uid, '0')],
    rest: {},
  };
  return { draft: { ...draft, dimensions: [...draft.dimensions, dimension] }, added: dimension.uid };
}

/** A copy behind the dimension, with an id of its own and without the key that jumps to it. */
export function duplicateDimension(
  draft: RubricDraft,
  of: string,
  uid: NewUid,
): { draft: RubricDraft; added: string } {
  const at = draft.dimensions.findIndex((entry) => entry.uid === of);
  const entry = draft.dimensions[at];
  if (!entry) return { draft, added: of };
  const copy: DraftDimension = {
    ...structuredClone(entry),
    uid: uid(),
    id: idFor(entry.id, idsOf(draft)),
    key: '',
    options: entry.options.map((option) => ({ ...option, uid: uid() })),
  };
  return { draft: { ...draft, dimensions: draft.dimensions.toSpliced(at + 1, 0, copy) }, added: copy.uid };
}

export const removeDimension = (draft: RubricDraft, of: string): RubricDraft => ({
  ...draft,
  dimensions: draft.dimensions.filter(({ uid }) => uid !== of),
  comparison: draft.comparison && {
    ...draft.comparison,
    dimensions: draft.comparison.dimensions.filter((uid) => uid !== of),
  },
});

/** The list with one member at another place; as it is where there is no such place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const [one] = list.slice(from, from + 1);
  if (one === undefined || to < 0 || to >= list.length) return [...list];
  return list.toSpliced(from, 1).toSpliced(to, 0, one);
}

export function moveDimension(draft: RubricDraft, of: string, to: number): RubricDraft {
  const from = draft.dimensions.findIndex(({ uid }) => uid === of);
  return { ...draft, dimensions: moved(draft.dimensions, from, to) };
}

export const setDimension = (
  draft: RubricDraft,
  of: string,
  change: Partial<DraftDimension>,
): RubricDraft => ({
  ...draft,
  dimensions: draft.dimensions.map((entry) => (entry.uid === of ? { ...entry, ...change } : entry)),
});

/** The label, and with it the id of a dimension that no rating knows yet and whose id still follows its label. */
export function setLabel(draft: RubricDraft, of: string, label: string, isKnown: boolean): RubricDraft {
  const entry = draft.dimensions.find(({ uid }) => uid === of);
  if (!entry) return draft;
  const taken = idsOf(draft, of);
  const follows = !isKnown && entry.id === idFor(entry.label, taken);
  return setDimension(draft, of, { label, ...(follows ? { id: idFor(label, taken) } : {}) });
}

const ON_SLIDER = { min: '0', max: '100', step: '1' };

/** Another kind, with what it needs; what it does not have is kept for those who come back. */
export function setKind(draft: RubricDraft, of: string, kind: DimensionKind, uid: NewUid): RubricDraft {
  const entry = draft.dimensions.find((candidate) => candidate.uid === of);
  if (!entry) return draft;
  const needsOptions = (kind === 'options' || kind === 'categories') && entry.options.length < 2;
  const options = needsOptions ? [newOption(uid, '1'), newOption(uid, '0')] : entry.options;
  if (kind !== 'slider') {
    const level = kind === 'options' ? entry.level || 'nominal' : entry.level;
    return setDimension(draft, of, { kind, options, level });
  }
  const level = entry.level === 'nominal' || entry.level === '' ? 'interval' : entry.level;
  // Options of another kind are no points of this scale.
  return setDimension(draft, of, { kind, level, options: [], range: entry.range ?? ON_SLIDER });
}

/** The next whole number after those there are, as the value of one more option. */
function nextValue(options: readonly DraftOption[]): string {
  const numbers = options.map(({ value }) => Number(value)).filter((number) => Number.isInteger(number));
  return numbers.length < options.length || numbers.length === 0 ? '' : String(Math.max(...numbers) + 1);
}

const withOptions = (
  draft: RubricDraft,
  of: string,
  change: (options: readonly DraftOption[]) => DraftOption[],
): RubricDraft => ({
  ...draft,
  dimensions: draft.dimensions.map((entry) =>
    entry.uid === of ? { ...entry, options: change(entry.options) } : entry,
  ),
});

export const addOption = (draft: RubricDraft, of: string, uid: NewUid): RubricDraft =>
  withOptions(draft, of, (options) => [...options, newOption(uid, nextValue(options))]);

export const removeOption = (draft: RubricDraft, of: string, option: string): RubricDraft =>
  withOptions(draft, of, (options) => options.filter(({ uid }) => uid !== option));

export const moveOption = (draft: RubricDraft, of: string, option: string, by: number): RubricDraft =>
  withOptions(draft, of, (options) => {
    const from = options.findIndex(({ uid }) => uid === option);
    return moved(options, from, from + by);
  });

export const setOption = (
  draft: RubricDraft,
  of: string,
  option: string,
  change: Partial<DraftOption>,
): RubricDraft =>
  withOptions(draft, of, (options) =>
    options.map((entry) => (entry.uid === option ? { ...entry, ...change } : entry)),
  );
