const isStart = (text: string, at: number): boolean => at === 0 || /[\s(:,-]/.test(text[at - 1] ?? '');

/** How many letters follow one another, where each either does or begins a word of the text; null where they are not all found so. */
function startsScore(letters: string, text: string, after: number): number | null {
  const [letter, rest] = [letters[0], letters.slice(1)];
  if (letter === undefined) return 0;
  const next = after >= 0 && text[after + 1] === letter ? startsScore(rest, text, after + 1) : null;
  if (next !== null) return next + 1;
  for (let at = text.indexOf(letter, after + 1); at >= 0; at = text.indexOf(letter, at + 1)) {
    const found = isStart(text, at) ? startsScore(rest, text, at) : null;
    if (found !== null) return found;
  }
  return null;
}

/** How well one word is found in a text: as it stands, best at the beginning of a word, else by the beginnings of words. */
function wordScore(word: string, text: string): number | null {
  const whole = text.indexOf(word);
  if (whole < 0) return startsScore(word, text, -1);
  const start = [...text.matchAll(/(?<=^|[\s(:,-])./gu)].find(({ index }) => text.startsWith(word, index));
  return 100 + word.length * 4 + (start ? 40 : 0) - (start?.index ?? whole) / 10;
}

/** How well what was typed fits a text: each of its words must be found, in any order. Null where one is not; 0 for nothing typed. */
export function fuzzyScore(typed: string, text: string): number | null {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const scores = words.map((word) => wordScore(word, text.toLowerCase()));
  return scores.some((score) => score === null)
    ? null
    : scores.reduce<number>((sum, score) => sum + (score ?? 0), 0);
}

interface Named {
  id: string;
  /** What it is called; any of them may be meant. */
  names: readonly string[];
}

/** Those that fit what was typed, the best first; among equals what was given last, then the order they came in. */
export function ranked<Item extends Named>(
  items: readonly Item[],
  typed: string,
  recent: readonly string[],
): Item[] {
  const lately = ({ id }: Item): number => (recent.includes(id) ? recent.indexOf(id) : recent.length);
  const fitting = items.flatMap((item) => {
    const scores = item.names.flatMap((name) => fuzzyScore(typed, name) ?? []);
    return scores.length === 0 ? [] : [{ item, score: Math.max(...scores) }];
  });
  return fitting
    .toSorted((a, b) => b.score - a.score || lately(a.item) - lately(b.item))
    .map(({ item }) => item);
}
