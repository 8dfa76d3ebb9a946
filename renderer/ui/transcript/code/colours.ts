import { placeOf, placesOf } from '../offsets.ts';
import { type ShownSection, shownSections, watchSections } from '../shown-sections.ts';
import { codeOf, placedTokens } from './code-of.ts';
import { TOKEN_KINDS, type Token, type TokenKind, tokensOf } from './tokens.ts';

/** Longer code of one section is left as it is: characters. */
const LONGEST = 20_000;

const layers = new Map<TokenKind, Highlight>();
const painted = new Map<Element, [TokenKind, StaticRange][]>();

function layerOf(kind: TokenKind): Highlight {
  const known = layers.get(kind);
  if (known) return known;
  const layer = new Highlight();
  layers.set(kind, layer);
  CSS.highlights.set(`code-${kind}`, layer);
  return layer;
}

function wipe(element: Element): void {
  for (const [kind, range] of painted.get(element) ?? []) layers.get(kind)?.delete(range);
  painted.delete(element);
}

async function tokensIn({ section, nodes }: ShownSection): Promise<Token[]> {
  const codes = nodes ? codeOf(nodes, section.text).filter(({ text }) => text.length <= LONGEST) : [];
  if (codes.length === 0) return [];
  const { highlighted } = await import('./languages.ts');
  return codes.flatMap((code) => placedTokens(code, tokensOf(highlighted(code.text, code.language) ?? '')));
}

/** Colours the code of a section. The text stays as it is: only how it is painted changes. */
async function paint(element: Element): Promise<void> {
  wipe(element);
  const shown = shownSections().get(element);
  if (!shown?.nodes || !shown.isNear) return;
  const tokens = await tokensIn(shown);
  if (tokens.length === 0 || shownSections().get(element)?.nodes !== shown.nodes) return;
  wipe(element);
  const places = placesOf(element);
  const ranges: [TokenKind, StaticRange][] = [];
  for (const { from, to, kind } of tokens) {
    const start = placeOf(places, shown.section.from + from, true);
    const end = placeOf(places, shown.section.from + to, false);
    if (!start || !end) continue;
    const [startContainer, startOffset] = start;
    const [endContainer, endOffset] = end;
    const range = new StaticRange({ startContainer, startOffset, endContainer, endOffset });
    layerOf(kind).add(range);
    ranges.push([kind, range]);
  }
  painted.set(element, ranges);
}

const waiting = new Set<Element>();
let isUnderWay = false;

/** One section at a time, when there is nothing else to do. */
function paintWhenIdle(): void {
  if (isUnderWay) return;
  const [next] = waiting;
  if (!next) return;
  waiting.delete(next);
  isUnderWay = true;
  requestIdleCallback(
    () =>
      void paint(next).finally(() => {
        isUnderWay = false;
        paintWhenIdle();
      }),
    { timeout: 1_000 },
  );
}

/** Colours the code on the page from now on. */
export function colourCode(): () => void {
  for (const kind of TOKEN_KINDS) layerOf(kind);
  const isCode = (element: Element): boolean =>
    shownSections().get(element)?.section.hasCode === true || painted.has(element);
  return watchSections((changed) => {
    for (const element of changed) if (isCode(element)) waiting.add(element);
    paintWhenIdle();
  });
}
