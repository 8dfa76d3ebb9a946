import { area } from './area.ts';

/** Under which versions of the rubric the ratings behind a figure were made. */
export const rubricVersionsText = area({
  en: {
    read: (rubric: string, parts: string) =>
      `Read by ${rubric}. Of each rater the newest rating counts: ${parts}. What was given on a scale that has changed since is left out.`,
    part: (ratings: string, rubric: string) => `${ratings} under ${rubric}`,
  },
  de: {
    read: (rubric: string, parts: string) =>
      `Gelesen nach ${rubric}. Von allen zählt je die neueste Bewertung: ${parts}. Was auf einer inzwischen anderen Skala gegeben wurde, bleibt außer Betracht.`,
    part: (ratings: string, rubric: string) => `${ratings} nach ${rubric}`,
  },
});
