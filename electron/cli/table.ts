import { columns, harmless, styled } from './text.ts';

export interface Column {
  title: string;
  /** Numbers stand to the right, so that their digits are under each other. */
  align?: 'left' | 'right';
}

const GAP = '  ';

/** A plain table: a line of titles, then the rows, each column as wide as it must be. */
export function table(head: readonly Column[], rows: readonly (readonly string[])[]): string {
  const body = rows.map((row) => head.map((_, i) => harmless(row[i] ?? '')));
  const titles = head.map(({ title }) => title);
  const widths = head.map((_, i) => Math.max(...[titles, ...body].map((row) => columns(row[i] ?? ''))));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => padded(cell, widths[i] ?? 0, head[i]?.align))
      .join(GAP)
      .trimEnd();
  return [styled('dim', line(titles)), ...body.map(line)].join('\n');
}

/** Names to the left, values beside them. */
export function pairs(rows: readonly (readonly [name: string, value: string])[]): string {
  const width = Math.max(...rows.map(([name]) => columns(name)));
  return rows.map(([name, value]) => `${padded(name, width)}${GAP}${harmless(value)}`).join('\n');
}

function padded(cell: string, width: number, align: Column['align'] = 'left'): string {
  const blanks = ' '.repeat(Math.max(0, width - columns(cell)));
  return align === 'right' ? `${blanks}${cell}` : `${cell}${blanks}`;
}
