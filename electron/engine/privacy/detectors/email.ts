import { type Candidate, type Detector, STRENGTH } from '../scanned.ts';
import { SIGNAL } from '../signals.ts';

/** Letters beside ASCII that an address may have; those of the script it is written in, so that 邮箱是li@qq.com is li@qq.com. */
const LATIN = /[A-Za-z0-9\u00c0-\u024f]/;
const CYRILLIC_OR_GREEK = /[0-9\u0370-\u03ff\u0400-\u04ff]/;

const LONGEST_LOCAL = 64;
const LONGEST_DOMAIN = 253;

/** Endings that files, code and packages have after an at sign: icon@2x.png, @app.route. */
const NO_DOMAIN =
  /\.(?:png|jpe?g|gif|svg|webp|pdf|zip|gz|tgz|html?|css|scss|js|mjs|ts|tsx|jsx|json|py|rb|php|java|cpp|rs|go|sh|ya?ml|xml|csv|txt|md|log|exe|dll|so|conf|cfg|ini|sql|db|local|localhost|localdomain|internal|invalid|route|get|post|property|setter|method|class|value|name_)$/i;

const HAS_BRACKETS = /[([] ?(?:at|ät) ?[)\]]/i;
const BRACKETED =
  /(?<![A-Za-z0-9._%+-])([A-Za-z0-9._%+-]{1,64}) ?[([] ?(?:at|AT|At|ät) ?[)\]] ?([A-Za-z0-9-]{1,63}(?:(?:\.| ?[([] ?(?:dot|DOT|Dot|punkt|point|punto) ?[)\]] ?)[A-Za-z0-9-]{1,63}){1,4})/g;

/** E-mail addresses, also those written with (at), of any top level domain that is not a file's ending. */
export const email: Detector = {
  name: 'email',
  needs: SIGNAL.at,
  find({ text }) {
    const found: Candidate[] = [];
    for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      const candidate = around(text, at);
      if (candidate) found.push(candidate);
    }
    if (HAS_BRACKETS.test(text)) found.push(...bracketed(text));
    return found;
  },
};

function bracketed(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const { 0: whole, 1: local = '', 2: domain = '', index } of text.matchAll(BRACKETED))
    if (/[A-Za-z]{2}$/.test(domain) && !/^[.-]/.test(local))
      found.push({ kind: 'email', start: index, end: index + whole.length, strength: STRENGTH.checked });
  return found;
}

function around(text: string, at: number): Candidate | null {
  const letter = scriptAt(text[at - 1]);
  const domainLetter = scriptAt(text[at + 1]);
  if (!letter || !domainLetter) return null;
  let start = at;
  while (start > 0 && at - start < LONGEST_LOCAL && isLocal(text[start - 1] ?? '', letter)) start--;
  const local = text.slice(start, at);
  start += /^[.'%+-]*/.exec(local)?.[0].length ?? 0;
  start = Math.max(start, at - (/[^.]+(?:\.[^.]+)*$/.exec(local)?.[0].length ?? 0));
  let end = at + 1;
  while (end - at <= LONGEST_DOMAIN && isDomain(text[end] ?? '', domainLetter)) end++;
  const domain = /^[^.-][^.]*(?:\.[^.]+)*/.exec(text.slice(at + 1, end))?.[0].replace(/-+$/, '') ?? '';
  end = at + 1 + domain.length;
  if (start >= at || !isHostName(domain) || isRemote(text, start, at, end)) return null;
  return { kind: 'email', start, end, strength: STRENGTH.checked };
}

/** The letters of the script this character belongs to, or null where no address has such a character beside its at sign. */
function scriptAt(character: string | undefined): RegExp | null {
  if (character === undefined) return null;
  if (LATIN.test(character) || /[._%+-]/.test(character)) return LATIN;
  return CYRILLIC_OR_GREEK.test(character) ? CYRILLIC_OR_GREEK : null;
}

const isLocal = (character: string, letter: RegExp): boolean =>
  /[.!#$%&'*+/=?^_`{|}~-]/.test(character) ? /[._%+'-]/.test(character) : letter.test(character);

const isDomain = (character: string, letter: RegExp): boolean =>
  character === '.' || character === '-' || letter.test(character);

function isHostName(domain: string): boolean {
  const labels = domain.split('.');
  const top = labels[labels.length - 1] ?? '';
  const isTop =
    /^[a-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff]{2,24}$/i.test(top) || /^xn--[a-z0-9-]{2,59}$/i.test(top);
  const areLabels = labels.every(
    (label) => label.length > 0 && label.length < 64 && !label.startsWith('-') && !label.endsWith('-'),
  );
  return labels.length > 1 && isTop && areLabels && !NO_DOMAIN.test(domain);
}

/** The user of a repository or machine: git@github.com:..., ssh://deploy@host. */
function isRemote(text: string, start: number, at: number, end: number): boolean {
  if (text.slice(start, at) === 'git' && text[end] === ':') return true;
  return text.startsWith('://', start - 3);
}
