import { type Candidate, type Detector, STRENGTH } from '../scanned.ts';
import { KEYLIKE_PARAMETERS, OPEN_PARAMETERS } from '../secret-words.ts';
import { SIGNAL } from '../signals.ts';
import { isStandIn, looksRandom } from './secret-value.ts';

const MOST = 2000;
const ENDS_URL = /[\s"'<>`\\]/;

const choices = (names: readonly string[]): string =>
  names.map((name) => name.replace(/[-_]/g, '[-_]?')).join('|');
const OPEN = new RegExp(`[?&#;](?:${choices(OPEN_PARAMETERS)})=([^\\s&#;"'<>\`)\\]]{4,1500})`, 'gi');
const KEYLIKE = new RegExp(`[?&#;](?:${choices(KEYLIKE_PARAMETERS)})=([^\\s&#;"'<>\`)\\]]{16,1500})`, 'gi');

/** What lets its holder in, inside a URL: `user:password` before the host, or the value of a parameter such as `token`. */
export const urlCredentials: Detector = {
  name: 'url_credentials',
  needs: SIGNAL.at | SIGNAL.secret,
  find({ text }) {
    const found: Candidate[] = [];
    for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', at + 3)) {
      const url = urlFrom(text, at + 3);
      const user = userInfo(url);
      if (user !== null)
        found.push({
          kind: 'url_credentials',
          start: at + 3,
          end: at + 3 + user.length,
          strength: STRENGTH.certain,
        });
      found.push(...parameters(url, at + 3));
    }
    return found;
  },
};

/** The rest of a URL after its scheme: up to a space or quote, or the next scheme. */
function urlFrom(text: string, start: number): string {
  const next = text.indexOf('://', start);
  const rest = text.slice(start, Math.min(start + MOST, next < 0 ? text.length : next));
  const end = rest.search(ENDS_URL);
  return end < 0 ? rest : rest.slice(0, end);
}

function userInfo(url: string): string | null {
  const authority = /^[^/?#]*/.exec(url)?.[0] ?? '';
  const user = authority.slice(0, Math.max(0, authority.lastIndexOf('@')));
  const colon = user.indexOf(':');
  const password = colon < 0 ? '' : user.slice(colon + 1);
  return password === '' || isStandIn(password) ? null : user;
}

function* parameters(url: string, offset: number): Generator<Candidate> {
  for (const [pattern, fits] of [
    [OPEN, (value: string) => !isStandIn(value)],
    [KEYLIKE, looksRandom],
  ] as const)
    for (const { 0: whole, 1: value = '', index } of url.matchAll(pattern)) {
      const end = offset + index + whole.length;
      const kept = value.replace(/[.,;:!?]+$/, '');
      const start = end - value.length;
      if (fits(kept))
        yield { kind: 'url_credentials', start, end: start + kept.length, strength: STRENGTH.checked };
    }
}
