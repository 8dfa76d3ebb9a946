import { html, type Markup, type Piece } from './markup.ts';

export interface Column {
  title: string;
  /** Right-aligned. */
  number?: boolean;
}

export const text = (title: string): Column => ({ title });
export const number = (title: string): Column => ({ title, number: true });

/** A table with a caption; the first cell of each row is its heading. Nothing where there are no rows. */
export function table(
  caption: Piece,
  columns: readonly Column[],
  rows: readonly (readonly Piece[])[],
): Markup | null {
  if (rows.length === 0) return null;
  const align = (at: number): Piece => (columns[at]?.number ? html` class="number"` : null);
  const narrow = columns.length < 4 ? html` class="narrow"` : null;
  return html`<table${narrow}>
<caption>${caption}</caption>
<thead><tr>${columns.map(({ title }, at) => html`<th scope="col"${align(at)}>${title}</th>`)}</tr></thead>
<tbody>
${rows.map(
  (cells) =>
    html`<tr>${cells.map((cell, at) =>
      at === 0 ? html`<th scope="row">${cell}</th>` : html`<td${align(at)}>${cell}</td>`,
    )}</tr>
`,
)}</tbody>
</table>
`;
}

/** A drawing with its caption. */
export const plate = (drawing: Markup, caption: Piece): Markup =>
  html`<figure>
${drawing}
<figcaption>${caption}</figcaption>
</figure>
`;
