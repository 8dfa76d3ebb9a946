import { parse } from 'csv-parse/sync';

/** What may stand between the cells of a table, the likeliest first. */
const DELIMITERS = [',', '\t', ';', '|'] as const;
const ROWS = 30;
const LONGEST_NAME = 200;
/** Of the rows looked at, so many must have as many cells as the header. */
const LEAST_SHARE = 0.2;
/** In some programs a first line names the delimiter and is no part of the table. */
const NAMED = /^sep=(.)\r?\n/;

export interface TableShape {
  delimiter: string;
  /** Length of what stands before the header, in bytes. */
  preamble: number;
}

/**
 * The shape of the table that begins with this text, or null where it is none: two columns at least, with names, and as many cells in
 * some of its rows. `isWhole` where the text is all there is.
 */
export function tableShape(head: string, isWhole: boolean): TableShape | null {
  const named = NAMED.exec(head);
  if (named) return { delimiter: named[1] ?? ',', preamble: named[0].length };
  const text = isWhole ? head : head.slice(0, Math.max(head.lastIndexOf('\n') + 1, 0));
  const best = DELIMITERS.map((delimiter) => ({ delimiter, ...measured(text, delimiter, isWhole) }))
    .filter(({ share }) => share >= LEAST_SHARE)
    .sort((one, other) => other.share * other.columns - one.share * one.columns)[0];
  return best ? { delimiter: best.delimiter, preamble: 0 } : null;
}

/** How many columns the text has with this delimiter, and what share of its rows has as many cells. */
function measured(text: string, delimiter: string, isWhole: boolean): { columns: number; share: number } {
  const [header, ...rows] = firstRows(text, delimiter);
  const columns = header?.length ?? 0;
  if (header === undefined || columns < 2 || !isHeader(header)) return { columns, share: 0 };
  // The first row may go on beyond what is looked at.
  if (rows.length === 0) return { columns, share: isWhole ? 0 : LEAST_SHARE };
  return { columns, share: rows.filter(({ length }) => length === columns).length / rows.length };
}

/** One column may have no name, as that of row numbers often has none, but not the last: that is how sentences end. */
const isHeader = (names: readonly string[]): boolean =>
  names.filter((name) => name.trim() === '').length <= 1 &&
  names.at(-1)?.trim() !== '' &&
  names.every((name) => name.length <= LONGEST_NAME);

function firstRows(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: ROWS,
      on_record: (cells: string[]) => {
        rows.push(cells);
        return null;
      },
    });
  } catch {
    // A quote that is not closed in the part looked at; the rows before it count.
  }
  return rows;
}
