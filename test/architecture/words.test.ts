import { type ESTree, parseAst } from 'vite';
import { describe, expect, test } from 'vitest';
import { filesEnding, textOf } from './sources.ts';

/** Attributes and properties whose text is shown or read out. */
const SHOWN =
  /^(aria-(label|description|roledescription|valuetext)|title|label|placeholder|description|lead|caption|hint|alt|summary)$/;

/** Words that are no text of the window's own. */
const MEANT: readonly RegExp[] = [
  /^Touchstone$/, // the program's name
  /Variable"|monospace/, // typefaces
  /^SHA-256$/, // a hash by its name
  /^(not in|is( not)? null|contains|and|or|not|in \(a, b\)|= != .*&gt;=)$/, // the filter language's own words
  /^[\w.]+ = [\w-]+ and \(/, // a filter in that language
  /^(Ctrl|Alt|Shift)\+\w+( (Ctrl|Alt|Shift)\+\w+)*$/, // keys, written in a language by `written`
];

const isWords = (text: string): boolean => /\p{L}/u.test(text) && !MEANT.some((meant) => meant.test(text));
/** Two words at least, as in a sentence; a name in the code is one. */
const isSentence = (text: string): boolean => /[\p{L}’']{2,} \p{L}/u.test(text) && isWords(text);

type Node = ESTree.Node;
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** The texts an expression can come to, where they are written in it. */
function writtenIn(node: unknown): string[] {
  if (!isNode(node)) return [];
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : [];
    case 'TemplateLiteral':
      return [node.quasis.map(({ value }) => value.raw).join(' … ')];
    case 'ConditionalExpression':
      return [...writtenIn(node.consequent), ...writtenIn(node.alternate)];
    case 'LogicalExpression':
      return [...writtenIn(node.left), ...writtenIn(node.right)];
    case 'BinaryExpression':
      return node.operator === '+' ? [...writtenIn(node.left), ...writtenIn(node.right)] : [];
    case 'JSXExpressionContainer':
      return writtenIn(node.expression);
    default:
      return [];
  }
}

const nameOf = (node: Node): string =>
  node.type === 'Identifier' || node.type === 'JSXIdentifier'
    ? node.name
    : node.type === 'Literal'
      ? String(node.value)
      : '';

/** What is written at a place of the tree that is shown. */
function shownAt(node: Node): string[] {
  switch (node.type) {
    case 'JSXText':
      return [node.value.trim()];
    case 'JSXElement':
    case 'JSXFragment':
      return node.children.flatMap((child) =>
        child.type === 'JSXExpressionContainer' ? writtenIn(child) : [],
      );
    case 'JSXAttribute':
      return SHOWN.test(nameOf(node.name)) ? writtenIn(node.value) : [];
    case 'Property':
      return SHOWN.test(nameOf(node.key))
        ? writtenIn(node.value).filter((text) => /^\p{Lu}/u.test(text))
        : [];
    case 'Literal':
    case 'TemplateLiteral':
      return writtenIn(node).filter(isSentence);
    default:
      return [];
  }
}

/** Imports and types hold no text. */
const SILENT = /^(Import|TS)|^ExportAll/;
/** A failure's sentence is English by rule, and shown in other languages by its code. */
const FAILS = /^(refuse|failure)$/;

const isSilent = (node: Node): boolean =>
  (SILENT.test(node.type) && !/^TS(As|Satisfies|NonNull)/.test(node.type)) ||
  node.type === 'ThrowStatement' ||
  (node.type === 'CallExpression' && FAILS.test(nameOf(node.callee)));

function textsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(textsIn);
  if (!isNode(node)) return [];
  if (isSilent(node)) return [];
  return [...shownAt(node).filter(isWords), ...Object.values(node).flatMap(textsIn)];
}

const ownWords = (path: string): string[] => [
  ...new Set(textsIn(parseAst(textOf(path), { lang: path.endsWith('x') ? 'tsx' : 'ts' }).body)),
];

describe('what the window says', () => {
  const sources = filesEnding('.ts', '.tsx').filter(
    (path) => /^renderer\/(?!catalogue\/)/.test(path) && !path.endsWith('.d.ts'),
  );

  test('stands in the catalogue, and nowhere in components, stores and tables', () => {
    expect(sources.length).toBeGreaterThan(200);
    const found = sources
      .map((path) => [path, ownWords(path)] as const)
      .filter(([, words]) => words.length > 0);
    expect(Object.fromEntries(found)).toEqual({});
  });
});
