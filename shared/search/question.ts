import { fold, pairsOf, SIGNS, type Token, tokensOf, WORD_SIGN } from './words.ts';

/** One thing that a text must hold. */
export interface Wanted {
  /** Folded pieces that it cannot be there without: quickly looked for. */
  pieces: readonly string[];
  /** Finds it in a folded text. */
  pattern: RegExp;
}

export interface TextQuestion {
  /** As it was asked. */
  text: string;
  /** All of them must be in a conversation, each in one of its messages. */
  wanted: readonly Wanted[];
  /** In the language of the full-text index. */
  match: string;
  /** What the index finds is to be looked at: it knows which words a conversation has, but not their order. */
  verify: boolean;
}

const QUOTED = /"([^"]*)"?|[^\s"]+/gu;
/** A shorter beginning is in nearly every text, so that it counts as a word. */
const LEAST_BEGINNING = 2;

/**
 * Reads what was typed: words that all occur somewhere in a conversation, in any order; the last may be unfinished. "In quotes", or
 * joined by signs as in e-mail, they follow one another in one message. Case and the marks of Latin letters do not count. Null
 * where there is no word to look for.
 */
export function readQuestion(text: string): TextQuestion | null {
  const wanted: Wanted[] = [];
  const match: string[] = [];
  let verify = false;
  for (const found of text.matchAll(QUOTED)) {
    const [whole, quoted] = found;
    const piece = quoted ?? whole;
    const tokens = tokensOf(piece);
    if (tokens.length === 0) continue;
    const isOpen =
      quoted === undefined && found.index + whole.length === text.length && isUnfinished(piece, tokens);
    wanted.push(wantedOf(tokens, isOpen));
    match.push(...tokens.flatMap((token, index) => matchesOf(token, isOpen && index === tokens.length - 1)));
    verify ||= tokens.length > 1 || tokens.some((token) => token.isRun && [...token.text].length > 2);
  }
  return wanted.length === 0 ? null : { text, wanted, match: match.join(' AND '), verify };
}

/** Words each of which begins a word somewhere. Null where there is none. */
export function everyBeginning(words: readonly string[]): TextQuestion | null {
  const tokens = words.flatMap(tokensOf);
  if (tokens.length === 0) return null;
  return {
    text: words.join(' '),
    wanted: tokens.map((token) => wantedOf([token], true)),
    match: tokens.flatMap((token) => matchesOf(token, true)).join(' AND '),
    verify: false,
  };
}

function isUnfinished(piece: string, tokens: readonly Token[]): boolean {
  const last = tokens.at(-1);
  return (
    last !== undefined && !last.isRun && last.end === piece.length && [...last.text].length >= LEAST_BEGINNING
  );
}

function wantedOf(tokens: readonly Token[], isOpen: boolean): Wanted {
  const parts = tokens.map(({ text, isRun }, index) => {
    const before = tokens[index - 1];
    const between = before === undefined ? '' : `[^${SIGNS}]${before.isRun || isRun ? '*' : '+'}`;
    return `${between}${fold(text)}`;
  });
  const start = tokens[0]?.isRun ? '' : `(?<!${WORD_SIGN})`;
  const end = isOpen || tokens.at(-1)?.isRun ? '' : `(?!${WORD_SIGN})`;
  return {
    pieces: tokens.map(({ text }) => fold(text)),
    pattern: new RegExp(`${start}${parts.join('')}${end}`, 'gv'),
  };
}

function matchesOf({ text, isRun }: Token, isOpen: boolean): string[] {
  if (!isRun) return [isOpen ? `"${text}"*` : `"${text}"`];
  const pairs = pairsOf(text);
  return pairs.length === 1 ? [`"${text}"*`] : pairs.slice(0, -1).map((pair) => `"${pair}"`);
}

/** True when the texts of a conversation hold all that is wanted. */
export function holds(question: TextQuestion, texts: readonly string[]): boolean {
  const open = new Set(question.wanted);
  for (const text of texts) {
    const folded = fold(text);
    for (const wanted of open) if (isIn(wanted, folded)) open.delete(wanted);
    if (open.size === 0) return true;
  }
  return false;
}

function isIn({ pieces, pattern }: Wanted, folded: string): boolean {
  if (!pieces.every((piece) => folded.includes(piece))) return false;
  pattern.lastIndex = 0;
  return pattern.test(folded);
}
