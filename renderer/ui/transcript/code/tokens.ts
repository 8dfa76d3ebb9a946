/** What a token is, as far as it is told apart on the page. */
export const TOKEN_KINDS = ['comment', 'keyword', 'string', 'number', 'name'] as const;
export type TokenKind = (typeof TOKEN_KINDS)[number];

/** A token of a code, offsets in UTF-16 code units, end exclusive. */
export interface Token {
  from: number;
  to: number;
  kind: TokenKind;
}

/** The highlighter's scopes by what they are here; a scope that is not named is drawn as what is around it. */
const KINDS: Readonly<Record<string, TokenKind>> = {
  comment: 'comment',
  quote: 'comment',
  doctag: 'comment',
  keyword: 'keyword',
  built_in: 'keyword',
  literal: 'keyword',
  type: 'keyword',
  tag: 'keyword',
  'selector-tag': 'keyword',
  section: 'keyword',
  deletion: 'comment',
  string: 'string',
  regexp: 'string',
  addition: 'string',
  char: 'string',
  number: 'number',
  symbol: 'number',
  title: 'name',
  name: 'name',
  attr: 'name',
  attribute: 'name',
  property: 'name',
  'selector-class': 'name',
  'selector-id': 'name',
};

const ENTITIES: Readonly<Record<string, number>> = {
  '&amp;': 1,
  '&lt;': 1,
  '&gt;': 1,
  '&quot;': 1,
  '&#x27;': 1,
};
const PARTS = /<span class="([^"]*)">|(<\/span>)|(&[a-z#0-9]+;)|([^<&]+)/g;

const kindOf = (scopes: string): TokenKind | null =>
  KINDS[(scopes.split(' ')[0] ?? '').replace('hljs-', '')] ?? null;

/** Reads the highlighter's HTML, which is never made into a page, as the tokens it tells of. */
export function tokensOf(html: string): Token[] {
  const tokens: Token[] = [];
  const around: (TokenKind | null)[] = [null];
  let at = 0;
  for (const [, scopes, close, entity, text] of html.matchAll(PARTS)) {
    if (scopes !== undefined) around.push(kindOf(scopes) ?? around.at(-1) ?? null);
    else if (close !== undefined) around.pop();
    else {
      const length = entity === undefined ? (text?.length ?? 0) : (ENTITIES[entity] ?? 0);
      const kind = around.at(-1) ?? null;
      const last = tokens.at(-1);
      if (kind !== null && last?.to === at && last.kind === kind) last.to += length;
      else if (kind !== null) tokens.push({ from: at, to: at + length, kind });
      at += length;
    }
  }
  return tokens;
}
