import type Database from 'better-sqlite3';
import { holdsText, holdsWords } from '../../../shared/sampling/expression/letters.ts';

/** Parsed once for all the rows of a query. */
function lastParsed(): (words: string) => string[] {
  let text = '[]';
  let words: string[] = [];
  return (given) => {
    if (given !== text) {
      words = JSON.parse(given);
      text = given;
    }
    return words;
  };
}

/** What filters ask of texts that SQLite, which knows the case of ASCII letters only, cannot answer by itself. */
export function addFunctions(db: Database.Database): void {
  const wordsIn = lastParsed();
  const options = { deterministic: true, directOnly: true };
  db.function('holds_text', options, (text: unknown, needle: unknown) =>
    typeof text === 'string' && holdsText(text, String(needle)) ? 1 : 0,
  );
  db.function('holds_words', options, (text: unknown, words: unknown) =>
    typeof text === 'string' && holdsWords(text, wordsIn(String(words))) ? 1 : 0,
  );
}
