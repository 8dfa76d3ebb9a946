import { type WordScan, wordHash } from '../word-scan.ts';
import { SELF_CLAIMS, type SelfClaim } from './self-claims.ts';
import { VENDORS, type Vendor } from './vendors.ts';

/** A name is looked at with as many characters before and after it. */
const BEFORE = 200;
const AFTER = 60;
/** In one answer so many names are looked at. */
const MOST_NAMES = 20;

type Certainty = 'names' | 'ambiguous' | 'makers';
interface Name {
  vendor: Vendor;
  certainty: Certainty;
  pattern: RegExp;
}

const NAMES: readonly Name[] = VENDORS.flatMap((vendor) =>
  (['names', 'ambiguous', 'makers'] as const).flatMap((certainty) =>
    (vendor[certainty] ?? []).map((name) => ({
      vendor,
      certainty,
      pattern: new RegExp(`^(?:${name})$`, 'iu'),
    })),
  ),
);

/** Any name; longer ones first, so that "google gemini" is not read as "google". */
const ANY_NAME = new RegExp(
  `(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\d])(?:${VENDORS.flatMap(
    ({ names, ambiguous = [], makers = [] }) => [...names, ...ambiguous, ...makers],
  )
    .sort((a, b) => b.length - a.length)
    .join('|')})(?![\\p{Script=Latin}\\p{Script=Cyrillic}])`,
  'giu',
);

/** What a text with any name in it has: the hash of a first word, and of the word after it, or null for any. */
const TRIGGERS = new Map<number, Set<number> | null>();
for (const [first = '', second] of VENDORS.flatMap(({ words }) => words.map((entry) => entry.split(' ')))) {
  const seconds = TRIGGERS.get(wordHash(first));
  if (second === undefined) TRIGGERS.set(wordHash(first), null);
  else if (seconds !== null) TRIGGERS.set(wordHash(first), new Set([...(seconds ?? []), wordHash(second)]));
}

/** One bit for each of 4,096 remainders, asked before the map. */
const FILTER = new Uint8Array(4096);
for (const hash of TRIGGERS.keys()) FILTER[hash & 4095] = 1;

function namesSome({ words, count }: WordScan): boolean {
  for (let i = 0; i < count; i++) {
    const word = words[i] ?? 0;
    if (FILTER[word & 4095] !== 1) continue;
    const seconds = TRIGGERS.get(word);
    if (seconds === null || (i + 1 < count && seconds?.has(words[i + 1] ?? 0))) return true;
  }
  return false;
}

interface ClaimPatterns {
  /** Up to the name: "I am a language model trained by". */
  said: RegExp;
  made: RegExp | null;
  madeAfter: RegExp | null;
  as: { before: RegExp; after: RegExp } | null;
}

const GAP = '[\\s,("“”«»„‘’\'*_—–-]';

function patternsOf({ self, between, made, madeAfter, as, unspaced }: SelfClaim): ClaimPatterns {
  const words = made === '' ? between : `${made}|${between}`;
  const gap = unspaced ? `${GAP}*` : `${GAP}+`;
  const start = unspaced ? '' : '(?<!\\p{L})';
  const chain = `(?:${gap}(?:${words}))*${GAP}*$`;
  return {
    said: new RegExp(`${start}(?:${self})${chain}`, 'iu'),
    made: made === '' ? null : new RegExp(`${start}(?:${made})(?:${gap}(?:${between}))*${GAP}*$`, 'iu'),
    madeAfter: madeAfter === undefined ? null : new RegExp(`^${madeAfter}`, 'iu'),
    as: as
      ? {
          before: new RegExp(`(?<!\\p{L})(?<!such |same |known |well )(?:${as.before})${chain}`, 'iu'),
          after: new RegExp(`^[\\s-]?[\\d.]*${as.after}`, 'iu'),
        }
      : null,
  };
}

const CLAIMS: readonly ClaimPatterns[] = SELF_CLAIMS.map(patternsOf);

/** An article before, a surname or possessive after: "I'm a Gemini", "I am Claude Monet", "Claude's". */
const ARTICLE = /(?<!\p{L})(?:an?|the|eine?|der|die|une?|le|la|una?|el|uno?|um|uma|o)\s+$/iu;
const ELSE_AFTER =
  /^(?:['’]s\b|\s+(?!Opus|Sonnet|Haiku|Instant|Pro|Ultra|Nano|Flash|Advanced|AI|I\b)\p{Lu}\p{Ll})/u;

function isClaim(text: string, at: number, end: number, certainty: Certainty): boolean {
  const before = text.slice(Math.max(0, at - BEFORE), at);
  const after = text.slice(end, end + AFTER);
  if (certainty === 'ambiguous' && (ARTICLE.test(before) || ELSE_AFTER.test(after))) return false;
  return CLAIMS.some(({ said, made, madeAfter, as }) => {
    const byMaker = made?.test(before) === true || madeAfter?.test(after) === true;
    if (said.test(before)) return certainty !== 'makers' || byMaker;
    return as !== null && certainty !== 'makers' && as.before.test(before) && as.after.test(after);
  });
}

const vendorsOf = new Map<string, readonly string[]>();
const MOST_MODELS = 1000;

/** The makers a model may name as its own, by its name in the log. */
function ownVendors(model: string): readonly string[] {
  const known = vendorsOf.get(model);
  if (known) return known;
  const own = VENDORS.filter(({ models }) => models.test(model)).flatMap(({ vendor, sells = [] }) => [
    vendor,
    ...sells,
  ]);
  if (vendorsOf.size < MOST_MODELS) vendorsOf.set(model, own);
  return own;
}

/**
 * The maker of which an answer says to be a model, where that is not the maker of `model`; else null. `model` is the name in the log:
 * where that is null or says no maker, every such claim is one of another. Talk about a model is not a claim to be it.
 *
 * @param scan of the same text
 */
export function modelLeak(text: string, scan: WordScan, model: string | null): string | null {
  if (!namesSome(scan)) return null;
  const own = model === null ? [] : ownVendors(model);
  let looked = 0;
  for (const match of text.matchAll(ANY_NAME)) {
    if (looked++ === MOST_NAMES) return null;
    const found = NAMES.find(({ pattern }) => pattern.test(match[0]));
    if (!found || own.includes(found.vendor.vendor)) continue;
    if (isClaim(text, match.index, match.index + match[0].length, found.certainty))
      return found.vendor.vendor;
  }
  return null;
}
