import type { Affected, RubricVersion } from '../../shared/contract/rubric.ts';
import {
  type Dimension,
  dimensionLabel,
  kindOf,
  levelOf,
  type Rubric,
  rubricRef,
} from '../../shared/domain/rubric.ts';
import {
  type DimensionChange,
  type FieldChange,
  isUnchanged,
  rubricChanges,
} from '../../shared/domain/rubric-changes.ts';
import { table } from './table.ts';
import { counted, grouped, styled, wrapped } from './text.ts';

/** The versions of a rubric, newest first, and what each changed. */
export function versionsInWords(versions: readonly RubricVersion[]): string {
  const right = ['ratings', 'begun'].map((title) => ({ title, align: 'right' }) as const);
  return [
    table(
      [{ title: 'rubric' }, { title: 'made at' }, { title: 'by' }, ...right, { title: 'note' }],
      versions.map(({ rubric, at, actor, submitted, begun, note }) => [
        rubricRef(rubric),
        at,
        actor ?? '',
        grouped(submitted),
        grouped(begun),
        note,
      ]),
    ),
    ...versions.flatMap(({ rubric }, index) => {
      const before = versions[index + 1]?.rubric;
      return before ? ['', changesInWords(before, rubric)] : [];
    }),
  ].join('\n');
}

const shown = (value: FieldChange['before']): string =>
  value === undefined ? 'nothing' : JSON.stringify(value);

const fieldLine = ({ field, option, before, after }: FieldChange): string => {
  const name =
    option === undefined ? field : field === 'option' ? `option ${option}` : `${field} of option ${option}`;
  return wrapped(`${name}: ${shown(before)} -> ${shown(after)}`, '    ');
};

function dimensionLines({ dimension, kind, moved, fields }: DimensionChange): string[] {
  const place = moved ? `, moved from ${moved.from + 1} to ${moved.to + 1}` : '';
  return [`  ${dimension}: ${kind}${place}`, ...fields.map(fieldLine)];
}

/** What a version changed of the one before. */
export function changesInWords(before: Rubric, after: Rubric): string {
  const changes = rubricChanges(before, after);
  const head = styled('bold', `${rubricRef(before)} -> ${rubricRef(after)}`);
  if (isUnchanged(changes)) return `${head}\n  nothing changed`;
  return [
    head,
    ...(changes.title ? [`  title: ${shown(changes.title.before)} -> ${shown(changes.title.after)}`] : []),
    ...(changes.guidelines ? ['  guidelines changed'] : []),
    ...changes.fields.map(fieldLine),
    ...changes.dimensions.flatMap(dimensionLines),
  ].join('\n');
}

function dimensionFace(entry: Dimension): string {
  const gate = entry.gate ? `, asked by ${entry.gate.dimension}` : '';
  const range = entry.range ? ` ${entry.range.min} to ${entry.range.max}` : '';
  const level = levelOf(entry);
  return `${dimensionLabel(entry)} (${entry.id}): ${kindOf(entry)}${range}${level ? `, ${level}` : ''}${gate}`;
}

/** A version as people read it: its dimensions with their options. */
export const rubricInWords = (rubric: Rubric): string =>
  [
    styled('bold', `${rubricRef(rubric)}: ${rubric.title}`),
    ...rubric.dimensions.flatMap((entry) => [
      '',
      dimensionFace(entry),
      ...entry.options.map(({ value, label, anchor }) =>
        wrapped(`${value}  ${label}${anchor ? `: ${anchor}` : ''}`, '  '),
      ),
    ]),
  ].join('\n');

const BY = { added: 'new', scale: 'another scale', meaning: 'other words' } as const;

/** What a change of the rubric touches. */
export function affectedInWords({ rubric, dimensions, chosen, underway }: Affected): string {
  const waiting = underway > 0 ? ` ${counted(underway, 'rating')} more were asked for already.` : '';
  if (dimensions.length === 0) return `No rating of an earlier version is touched by ${rubric}.${waiting}`;
  const right = ['ratings', 'items'].map((title) => ({ title, align: 'right' }) as const);
  return [
    table(
      [{ title: 'dimension' }, { title: 'changed by' }, ...right, { title: 'raters' }],
      dimensions.map(({ dimension, by, ratings, items, raters }) => [
        dimension,
        BY[by],
        grouped(ratings),
        grouped(items),
        raters.map(({ rater, ratings: own }) => `${rater} ${own}`).join(', '),
      ]),
    ),
    `${counted(chosen.ratings, 'rating')} of ${counted(chosen.items, 'item')} in all.${waiting}`,
  ].join('\n');
}
