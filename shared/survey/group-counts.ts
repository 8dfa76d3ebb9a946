import type { SurveyTally } from './tally.ts';
import { TopCounts } from './top-counts.ts';

/** Groups counted; more have no place in a report, and names may be anything. */
const MOST_GROUPS = 24;
const LONGEST_NAME = 60;

/** Counts the values of each group that conversations belong to. */
export class GroupCounts {
  readonly #groups = new Map<string, TopCounts>();
  #grouped = 0;

  add(groups: Record<string, string>): void {
    let any = false;
    for (const name in groups) {
      const value = groups[name];
      if (value === undefined) continue;
      any = true;
      this.#of(name)?.add(value);
    }
    if (any) this.#grouped += 1;
  }

  absorb(groups: SurveyTally['groups'], grouped: number): void {
    for (const { name, values } of groups) this.#of(name)?.absorb(values);
    this.#grouped += grouped;
  }

  counts(): Pick<SurveyTally, 'groups' | 'grouped'> {
    const groups = [...this.#groups].map(([name, values]) => ({ name, values: values.counts() }));
    return { groups: groups.sort((a, b) => (a.name < b.name ? -1 : 1)), grouped: this.#grouped };
  }

  #of(name: string): TopCounts | undefined {
    const short = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
    const known = this.#groups.get(short);
    if (known || this.#groups.size >= MOST_GROUPS) return known;
    const fresh = new TopCounts();
    this.#groups.set(short, fresh);
    return fresh;
  }
}
