import { count, plural } from './figures.ts';
import { html, type Markup } from './markup.ts';
import type { ReportSubject } from './subject.ts';

/** What it takes to get the same numbers again. */
export function reproductionPart({ report, facts }: ReportSubject): Markup | null {
  const { reproduction } = report;
  if (!reproduction) return null;
  const { digest, ratings, resamples, seed } = reproduction;
  const by = facts.by === undefined ? '' : ` --by ${facts.by}`;
  const bootstrap = resamples > 0 ? ` --bootstrap ${resamples} --seed ${seed}` : '';
  return html`<h2>To count it again</h2>
<p>The numbers come from ${plural(ratings, 'rating')}. SHA-256 of these ratings and the rubric, which the same ratings have on every machine:</p>
<p><code class="digest">${digest}</code></p>
<p>${resamples > 0 ? html`${count('reproduction.resamples', resamples)} bootstrap resamples, seed ${seed}. ` : null}The same report, with every number unrounded, is printed by</p>
<p><code>touchstone agreement PROJECT${by}${bootstrap} --json</code></p>
<p>Made with ${facts.program} on ${facts.at.slice(0, 10)}.</p>
`;
}
