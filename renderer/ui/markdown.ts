/** A small, safe reading of Markdown: blocks and inline marks as data. No HTML, no images, no links that open. */
export type Inline = { kind: 'text' | 'strong' | 'emphasis' | 'code'; text: string };
export type Block =
  | { kind: 'heading'; level: number; inlines: Inline[] }
  | { kind: 'paragraph'; inlines: Inline[] }
  | { kind: 'list'; ordered: boolean; items: Inline[][] }
  | { kind: 'code'; text: string };

const MARKS =
  /\*\*(?<strong>[^*]+)\*\*|(?<![\w*])[*_](?=\S)(?<emphasis>[^*_\n]*\S)[*_](?![\w*])|`(?<code>[^`]+)`/g;
const LINK = /!?\[([^\]]*)\]\(([^)\s]*)[^)]*\)/g;

/** A link is shown as its words with the address beside them, as text. */
const plainLinks = (text: string): string =>
  text.replace(LINK, (_all, words: string, address: string) => (words ? `${words} (${address})` : address));

export function inlines(source: string): Inline[] {
  const text = plainLinks(source);
  const found: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(MARKS)) {
    if (match.index > at) found.push({ kind: 'text', text: text.slice(at, match.index) });
    const { strong, emphasis, code } = match.groups ?? {};
    if (strong !== undefined) found.push({ kind: 'strong', text: strong });
    else if (emphasis !== undefined) found.push({ kind: 'emphasis', text: emphasis });
    else if (code !== undefined) found.push({ kind: 'code', text: code });
    at = match.index + match[0].length;
  }
  if (at < text.length) found.push({ kind: 'text', text: text.slice(at) });
  return found;
}

const FENCE = /^\s*```/;
const HEADING = /^(#{1,6})\s+(.*)$/;
const ITEM = /^\s*(?:[-*+]|(\d+)[.)])\s+(.*)$/;
const startsBlock = (line: string) =>
  line.trim() === '' || FENCE.test(line) || HEADING.test(line) || ITEM.test(line);

/** Lines from `start` on while `belongs` holds. */
function run(lines: readonly string[], start: number, belongs: (line: string) => boolean): string[] {
  const end = lines.findIndex((line, index) => index >= start && !belongs(line));
  return lines.slice(start, end === -1 ? undefined : end);
}

function listAt(lines: readonly string[], start: number): { block: Block; used: number } {
  const taken = run(lines, start, (line) => ITEM.test(line) || (line.trim() !== '' && /^\s/.test(line)));
  const items: string[] = [];
  for (const line of taken) {
    const item = ITEM.exec(line);
    if (item) items.push(item[2] ?? '');
    else items.push(`${items.pop() ?? ''} ${line.trim()}`);
  }
  const ordered = ITEM.exec(lines[start] ?? '')?.[1] !== undefined;
  return { block: { kind: 'list', ordered, items: items.map(inlines) }, used: taken.length };
}

function blockAt(lines: readonly string[], start: number): { block: Block; used: number } {
  const line = lines[start] ?? '';
  if (FENCE.test(line)) {
    const body = run(lines, start + 1, (next) => !FENCE.test(next));
    return { block: { kind: 'code', text: body.join('\n') }, used: body.length + 2 };
  }
  const heading = HEADING.exec(line);
  if (heading) {
    const level = heading[1]?.length ?? 1;
    return { block: { kind: 'heading', level, inlines: inlines(heading[2] ?? '') }, used: 1 };
  }
  if (ITEM.test(line)) return listAt(lines, start);
  const body = [line, ...run(lines, start + 1, (next) => !startsBlock(next))];
  return { block: { kind: 'paragraph', inlines: inlines(body.join(' ')) }, used: body.length };
}

/** Markdown text as blocks, in order. */
export function parseMarkdown(text: string): Block[] {
  const lines = text.split(/\r?\n/);
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    if ((lines[at] ?? '').trim() === '') {
      at += 1;
      continue;
    }
    const { block, used } = blockAt(lines, at);
    blocks.push(block);
    at += used;
  }
  return blocks;
}
