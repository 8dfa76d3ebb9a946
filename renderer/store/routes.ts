import type { ProjectSummary, RaterSummary } from '../../shared/contract/project.ts';
import type { Preferences } from '../../shared/contract/window.ts';

/** The sections of a project, in the order of the work; Alt+1 to Alt+6. */
export const SECTIONS = ['import', 'sample', 'rate', 'agreement', 'export', 'audit'] as const;
export type Section = (typeof SECTIONS)[number];
export type Route = 'start' | Section;

export const SECTION_LABELS: Record<Section, string> = {
  import: 'Import',
  sample: 'Sample',
  rate: 'Rate',
  agreement: 'Agreement',
  export: 'Export',
  audit: 'Audit',
};

const isSection = (name: unknown): name is Section => SECTIONS.some((section) => section === name);

/** Where the work goes on: the screen used last in this project, else the first step that is still to do. */
export function firstSection(project: ProjectSummary, preferences: Preferences): Section {
  const last = preferences.screens[project.id];
  if (isSection(last)) return last;
  if (project.counts.conversations === 0) return 'import';
  return project.counts.assignments === 0 ? 'sample' : 'rate';
}

/**
 * The rater who sat here last in this project, if the project still knows the name. In the sample project the last rater's
 * queue waits for whoever tries it.
 */
export function rememberedRater(project: ProjectSummary, preferences: Preferences): RaterSummary | null {
  const name = preferences.people[project.id];
  const known = project.raters.find((rater) => rater.name === name);
  return known ?? (project.illustrative ? project.raters.at(-1) : undefined) ?? null;
}
