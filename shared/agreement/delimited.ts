/** A row of a delimited file: its cells, and the line it begins on (1 first). */
export interface DelimitedRow {
  line: number;
  cells: string[];
}

/** The separator of a file by its first line: tab, else semicolon where there is no comma, else comma. */
export function separatorOf(text: string): string {
  const first = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  if (first.includes('\t')) return '\t';
  return first.includes(';') && !first.includes(',') ? ';' : ',';
}

/**
 * Rows of delimited text after RFC 4180: cells may be quoted, quotes in them doubled, and hold separators and line
 * ends; lines end with LF, CRLF or CR; blank lines are left out. An unclosed quote is given back as the line it opened.
 */
export function delimitedRows(
  text: string,
  separator: string,
): { rows: DelimitedRow[]; openQuote: number | null } {
  const rows: DelimitedRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let quotedFrom: number | null = null;
  let wasQuoted = false;
  let line = 1;
  let rowLine = 1;
  const endCell = (): void => {
    cells.push(wasQuoted ? cell : cell.trim());
    cell = '';
    wasQuoted = false;
  };
  const endRow = (): void => {
    endCell();
    if (cells.some((each) => each !== '')) rows.push({ line: rowLine, cells });
    cells = [];
    rowLine = line;
  };
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    const isLineEnd = char === '\n' || (char === '\r' && text.charAt(i + 1) !== '\n');
    if (isLineEnd) line++;
    if (quotedFrom !== null) {
      if (char !== '"') cell += char;
      else if (text.charAt(i + 1) === '"') {
        cell += '"';
        i++;
      } else quotedFrom = null;
    } else if (char === '"' && cell.trim() === '') {
      cell = '';
      quotedFrom = line;
      wasQuoted = true;
    } else if (char === separator) endCell();
    else if (isLineEnd) endRow();
    else if (char !== '\r') cell += char;
  }
  endRow();
  return { rows, openQuote: quotedFrom };
}
