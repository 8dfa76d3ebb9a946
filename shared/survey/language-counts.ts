import type { SurveyTally } from './tally.ts';
import { TopCounts } from './top-counts.ts';

/** What is known of a conversation's language: `undefined` where nobody looked, null where it could not be told. */
export type DetectedLanguage = string | null | undefined;

/** `en` of `en-US` and `EN_us`; names and unknown codes stay as they are, in lower case. */
export const languageCode = (given: string): string =>
  /^[a-z]{2,3}(?=[-_]|$)/i.exec(given)?.[0].toLowerCase() ?? given.toLowerCase();

/** Languages that detectors and people name differently without meaning different ones. */
const SAME: Readonly<Record<string, string>> = {
  nb: 'no',
  nn: 'no',
  iw: 'he',
  in: 'id',
  fil: 'tl',
  cmn: 'zh',
  bs: 'hr',
  id: 'ms',
};
const sameness = (code: string): string => SAME[code] ?? code;

/** Counts languages given and detected, and how often they differ. */
export class LanguageCounts {
  readonly #given = new TopCounts();
  readonly #detected = new TopCounts();
  readonly #disagreements = new TopCounts();
  #notGiven = 0;
  #undetected = 0;
  #checked = 0;
  #disagreed = 0;

  add(given: string | null, detected: DetectedLanguage): void {
    if (given === null || given === '') {
      this.#notGiven += 1;
      if (detected === null) this.#undetected += 1;
      else if (detected !== undefined) this.#detected.add(detected);
      return;
    }
    const code = languageCode(given);
    this.#given.add(code);
    if (detected === undefined || detected === null) return;
    this.#checked += 1;
    if (sameness(code) === sameness(detected)) return;
    this.#disagreed += 1;
    this.#disagreements.add(`${code} > ${detected}`);
  }

  absorb(counts: SurveyTally['languages']): void {
    this.#given.absorb(counts.given);
    this.#detected.absorb(counts.detected);
    this.#disagreements.absorb(counts.disagreements);
    this.#notGiven += counts.notGiven;
    this.#undetected += counts.undetected;
    this.#checked += counts.checked;
    this.#disagreed += counts.disagreed;
  }

  counts(): SurveyTally['languages'] {
    return {
      given: this.#given.counts(),
      notGiven: this.#notGiven,
      detected: this.#detected.counts(),
      undetected: this.#undetected,
      checked: this.#checked,
      disagreed: this.#disagreed,
      disagreements: this.#disagreements.counts(),
    };
  }
}
