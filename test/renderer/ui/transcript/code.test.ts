import { describe, expect, test } from 'vitest';
import { codeOf, placedTokens } from '../../../../renderer/ui/transcript/code/code-of.ts';
import { highlighted } from '../../../../renderer/ui/transcript/code/languages.ts';
import { tokensOf } from '../../../../renderer/ui/transcript/code/tokens.ts';
import { readSection } from '../../../../renderer/ui/transcript/markdown/read.ts';

/** The tokens of the code in a text as `kind:words`, cut out of the text itself. */
function coloured(text: string): string[] {
  const nodes = readSection(text, { kind: 'markdown', language: '' });
  return codeOf(nodes, text).flatMap((code) =>
    placedTokens(code, tokensOf(highlighted(code.text, code.language) ?? '')).map(
      ({ from, to, kind }) => `${kind}:${text.slice(from, to)}`,
    ),
  );
}

describe('code in an answer', () => {
  test('has its keywords, strings, numbers and comments told apart, each at its place in the text', () => {
    const tokens = coloured('Look:\n\n```js\nconst a = "x < y & z"; // done\nreturn 42;\n```\n');
    expect(tokens).toEqual(
      expect.arrayContaining([
        'keyword:const',
        'string:"x < y & z"',
        'comment:// done',
        'keyword:return',
        'number:42',
      ]),
    );
  });

  test('is found in lists and quotations, where its lines are indented', () => {
    expect(coloured('- see\n\n  ```python\n  if x:\n    return "a"\n  ```\n')).toEqual(
      expect.arrayContaining(['keyword:if', 'keyword:return', 'string:"a"']),
    );
    expect(coloured('> ```python\n> """one\n> two"""\n> ```\n')).toEqual([
      'string:"""one\n',
      'string:two"""',
    ]);
  });

  test('in a language that is not known, or in none, stays as it is', () => {
    expect(coloured('```nonesuch\nif\n```')).toEqual([]);
    expect(coloured('```\nif\n```')).toEqual([]);
  });

  test('tokens lie within the code, whatever it is', () => {
    const hostile = [
      '"'.repeat(3_000),
      '/*'.repeat(2_000),
      '${`'.repeat(1_000),
      '<a '.repeat(1_500),
      '\\'.repeat(3_000),
    ];
    for (const language of ['js', 'python', 'json', 'xml', 'bash', 'cpp', 'sql', 'php', 'ruby'])
      for (const code of hostile) {
        const html = highlighted(code, language) ?? '';
        expect(tokensOf(html).every(({ from, to }) => from >= 0 && to > from && to <= code.length)).toBe(
          true,
        );
      }
  });
});
