import { area } from './area.ts';

/** What a rater is told of the rubric at an item that is not asked by the newest version as any other. */
export const rubricItemText = area({
  en: {
    again: (version: string, names: string) =>
      `You judged this answer under ${version}. The rubric has changed since: please judge ${names} again. All else is as you left it.`,
    older: (version: string) => `This rating was begun under ${version}, and stays under it.`,
  },
  de: {
    again: (version: string, names: string) =>
      `Sie haben diese Antwort nach ${version} bewertet. Seither hat sich die Rubrik geändert: Bitte bewerten Sie ${names} neu. Alles andere ist, wie Sie es gelassen haben.`,
    older: (version: string) => `Diese Bewertung wurde nach ${version} begonnen und bleibt dabei.`,
  },
});
