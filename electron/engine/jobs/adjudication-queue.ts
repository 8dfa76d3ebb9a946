import { type UnitConsensus, type UnitDoubt, unitsInDoubt } from '../../../shared/agreement/index.ts';
import type { QueuedUnit, UnitState } from '../../../shared/contract/adjudication.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/commands.ts';
import { type AdjudicationRule, unitKey } from '../../../shared/domain/adjudication.ts';
import { MISSING } from '../../../shared/sampling/stratum-value.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all } from '../db/statements.ts';
import type { JobContext } from '../lanes.ts';
import { type DimensionUnits, dimensionUnits, standingUnder } from '../store/adjudication-tables.ts';
import { type Acted, waitingSince } from '../store/adjudications.ts';
import { itemSlices } from '../store/item-slices.ts';
import { openingOf } from '../store/opening.ts';
import { currentRubric } from '../store/project.ts';
import { readSettings } from '../store/settings.ts';

type Output = OutputOf<'adjudication.queue'>;
type Consensus = QueuedUnit['consensus'];
type Listed = Omit<QueuedUnit, 'answer' | 'conversation' | 'message' | 'consensus'> & {
  report: string;
  consensus: () => Consensus;
};

/** The lead's queue: the units that raters differ on by more than the project's rule, and those that were settled. */
export function adjudicationQueue(
  { db, progress }: JobContext,
  input: ParsedInputOf<'adjudication.queue'>,
): Output {
  progress({ phase: 'reading ratings', done: 0, total: null, unit: 'rows' });
  const rubric = currentRubric(db);
  const { adjudication: rule } = readSettings(db);
  const standing = standingUnder(db, rubric);
  const dimensions = dimensionUnits(db, rubric, rule);
  const waiting = waitingUnits(db, standing);
  const listed = dimensions
    .flatMap((units) => unitsOf(units, rule, standing, waiting))
    .sort((a, b) => b.information - a.information || b.different - a.different);
  const slices = input.by === undefined ? null : sliceReader(db, input.by);
  const ofDimension = listed.filter(
    ({ report }) => input.dimension === undefined || report === input.dimension,
  );
  const inSlice = ofDimension.filter(
    ({ item }) => !slices || input.slice === undefined || slices(item) === input.slice,
  );
  const asked = inState(inSlice, input.state);
  return {
    rule,
    counts: countsOf(inSlice),
    dimensions: dimensions.map(({ dimension, label }) => ({
      dimension,
      label,
      open: listed.filter(({ report, state }) => report === dimension && state === 'open').length,
    })),
    slices: slices ? tallied(inState(ofDimension, input.state).map(({ item }) => slices(item))) : [],
    total: asked.length,
    units: asked.slice(input.offset, input.offset + input.limit).map((unit) => withOpening(db, unit)),
  };
}

const inState = (units: readonly Listed[], state: UnitState | undefined): Listed[] =>
  units.filter((unit) => state === undefined || unit.state === state);

function countsOf(units: readonly Listed[]): Output['counts'] {
  const counts = { open: 0, decided: 0, returned: 0 };
  for (const { state } of units) counts[state] += 1;
  return counts;
}

const tallied = (keys: readonly string[]): Output['slices'] => {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].map(([key, units]) => ({ key, units })).sort((a, b) => b.units - a.units);
};

function sliceReader(db: ReadConnection, field: string): (item: string) => string {
  const slices = itemSlices(db, field);
  const ids = new Map(
    all<{ id: number; uuid: string }>(db, 'SELECT id, uuid FROM item').map(({ id, uuid }) => [uuid, id]),
  );
  return (item) => slices.get(ids.get(item) ?? 0) ?? MISSING;
}

/** Units that were sent back and are not judged again by all of their raters. */
const waitingUnits = (db: ReadConnection, standing: ReadonlyMap<string, Acted>): Set<string> =>
  new Set(
    [...standing].flatMap(([key, { action, itemId, at }]) =>
      action.kind === 'return' && waitingSince(db, itemId, at) > 0 ? key : [],
    ),
  );

/** The units of a dimension that fall under the rule, were decided, or are with their raters. */
function unitsOf(
  units: DimensionUnits,
  { doubt: rule }: AdjudicationRule,
  standing: ReadonlyMap<string, Acted>,
  waiting: ReadonlySet<string>,
): Listed[] {
  const { dimension, table, posterior, unitOf } = units;
  const consensus = consensusReader(units);
  const inDoubt = unitsInDoubt(table, rule, posterior);
  const listed = ({ unit: label, ratings, ...doubt }: UnitDoubt): Listed => {
    const unit = unitOf(label);
    const action = standing.get(unitKey(unit))?.action;
    const state = action?.kind === 'decide' ? 'decided' : waiting.has(unitKey(unit)) ? 'returned' : 'open';
    return {
      ...unit,
      report: dimension,
      ...doubt,
      state,
      ratings: ratings.length,
      consensus: () => consensus(label),
      ...(action?.kind === 'decide' ? { decided: action.value } : {}),
    };
  };
  const found = inDoubt.map(listed);
  if (standing.size === 0) return found;
  // A decided unit is told of even where it falls under the rule no more.
  const known = new Set(inDoubt.map(({ unit }) => unit));
  const others = unitsInDoubt(table, EVERY_UNIT, posterior).filter(
    ({ unit }) => !known.has(unit) && standing.has(unitKey(unitOf(unit))),
  );
  return [...found, ...others.map(listed).filter(({ state }) => state !== 'open')];
}

/** What ratings come to, found out when the first unit of the dimension is shown. */
function consensusReader({ ofRatings, valueBehind }: DimensionUnits): (label: string | number) => Consensus {
  let all: Map<string | number, UnitConsensus> | null = null;
  return (label) => {
    all ??= new Map(ofRatings().map((one) => [one.unit, one]));
    const { value = null, source = null, probability = null } = all.get(label) ?? {};
    return { value: value === null ? null : valueBehind(value), source, probability };
  };
}

const EVERY_UNIT = { kind: 'information', atLeast: 0 } as const;

function withOpening(db: ReadConnection, { report: _report, consensus, ...unit }: Listed): QueuedUnit {
  const label = unit.candidate === null ? unit.item : `${unit.item}#${unit.candidate}`;
  const { answer, conversation, message } = openingOf(db, label) ?? {
    answer: '',
    conversation: '',
    message: 0,
  };
  return { ...unit, consensus: consensus(), answer, conversation, message };
}
