/** Text that is HTML already; made by `html` only, so that nothing else gets into the page unescaped. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Piece = Markup | string | number | null | readonly Piece[];

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

function textOf(piece: Piece): string {
  if (piece === null) return '';
  if (piece instanceof Markup) return piece.text;
  if (typeof piece === 'object') return piece.map(textOf).join('');
  return escaped(String(piece));
}

/** HTML from a template: what is put in is escaped unless it is markup itself; lists are joined, null is nothing. */
export const html = (parts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup =>
  new Markup(parts.map((part, at) => `${part}${textOf(pieces[at] ?? null)}`).join(''));

/** The pieces with something between them. */
export const joined = (pieces: readonly Piece[], between: string): Piece[] =>
  pieces.flatMap((piece, at) => (at === 0 ? [piece] : [between, piece]));
