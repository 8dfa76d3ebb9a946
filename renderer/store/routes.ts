import type { ProjectSummary, RaterSummary } from '../../shared/contract/project.ts';
import type { Preferences } from '../../shared/contract/window.ts';

/** The sections of a project, in the order of the work; their keys are in the key table. */
export const SECTIONS = [
  'import',
  'survey',
  'transcripts',
  'rubric',
  'sample',
  'rate',
  'agreement',
  'adjudicate',
  'export',
  'exchange',
  'audit',
] as const;
export type Section = (typeof SECTIONS)[number];
export type Route = 'start' | Section;

const isSection = (name: unknown): name is Section => SECTIONS.some((section) => section === name);

/** Where the work goes on: the screen used last in this project, else the first step that is still to do. */
export function firstSection(project: ProjectSummary, preferences: Preferences): Section {
  const last = preferences.screens[project.id];
  if (isSection(last)) return last;
  if (project.counts.conversations === 0) return 'import';
  return project.counts.assignments === 0 ? 'sample' : 'rate';
}

/** The rater who sat here last in this project, if the project still knows the name. */
export const rememberedRater = (project: ProjectSummary, preferences: Preferences): RaterSummary | null =>
  project.raters.find(({ name }) => name === preferences.people[project.id]) ?? null;

/** The rater to offer first: the remembered one; in the sample project the last, whose queue waits for whoever tries it. */
export const offeredRater = (project: ProjectSummary, preferences: Preferences): RaterSummary | null =>
  rememberedRater(project, preferences) ?? (project.illustrative ? (project.raters.at(-1) ?? null) : null);
