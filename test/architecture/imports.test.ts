import { describe, expect, test } from 'vitest';
import { codeOf, filesEnding, type Import, importsOf, textOf } from './sources.ts';

const sources = filesEnding('.ts', '.tsx').filter((path) => !path.startsWith('test/'));
const all = sources.flatMap(importsOf);

interface House {
  /** What its files' paths begin with. */
  of: string;
  /** What it may import: folders and files of the project, packages, `node:`. */
  may: readonly string[];
}

/** Who may import whom. A file belongs to the first line that fits; what is not named is not allowed. */
const HOUSES: readonly House[] = [
  { of: 'shared/', may: ['shared/', 'zod'] },
  {
    of: 'electron/engine/files/',
    may: [
      'electron/engine/files/',
      'shared/',
      'csv-parse',
      'csv-parse/',
      'fzstd',
      'hyparquet',
      'hyparquet/',
      'hyparquet-compressors',
      'node:',
    ],
  },
  {
    of: 'electron/engine/survey/',
    may: ['electron/engine/survey/', 'electron/engine/jobs/enrichment.ts', 'shared/', 'eld', 'eld/', 'node:'],
  },
  { of: 'electron/engine/', may: ['electron/engine/', 'shared/', 'better-sqlite3', 'uuid', 'zod', 'node:'] },
  {
    of: 'electron/cli',
    may: ['electron/cli/', 'electron/engine/', 'shared/', 'commander', 'zod', 'node:'],
  },
  {
    of: 'electron/provision/',
    may: [
      'electron/provision/',
      'electron/build/',
      'electron',
      '@electron/',
      '@electron-internal/',
      'better-sqlite3',
      'tar',
      'zod',
      'node:',
    ],
  },
  {
    of: 'electron/build/',
    may: ['electron/', 'vite', '@vitejs/', 'electron-builder', '@electron/', 'node:'],
  },
  { of: 'electron/', may: ['electron/', 'shared/', 'electron', 'zod', 'node:'] },
  {
    of: 'renderer/',
    may: [
      'renderer/',
      'shared/',
      'react',
      'react-dom',
      'zustand',
      '@mantine/',
      '@tanstack/react-virtual',
      '@observablehq/plot',
      '@fontsource-variable/',
      '@lezer/',
      'highlight.js',
      'zod',
    ],
  },
  { of: 'resources/', may: ['resources/', 'shared/', 'zod', 'node:'] },
];

const allows = (may: readonly string[], to: string): boolean =>
  may.some((allowed) =>
    allowed.endsWith('/') || allowed.endsWith(':') ? to.startsWith(allowed) : to === allowed,
  );

const told = ({ from, to }: Import): string => `${from} imports ${to}`;

describe('who imports whom', () => {
  test('something is looked at in every house', () => {
    for (const { of } of HOUSES)
      expect(sources.filter((path) => path.startsWith(of)).length, of).toBeGreaterThan(0);
    expect(all.length).toBeGreaterThan(500);
  });

  test('is as the houses allow', () => {
    const wrong = all.filter(({ from, to }) => {
      const house = HOUSES.find(({ of }) => from.startsWith(of));
      return !house || !allows(house.may, to);
    });
    expect(wrong.map(told)).toEqual([]);
  });

  test('the engine and the command line run without Electron', () => {
    const reached = new Set<string>();
    const visit = (path: string): void => {
      if (reached.has(path)) return;
      reached.add(path);
      for (const { from, to } of all) if (from === path) visit(to);
    };
    for (const entry of ['electron/engine/entry.ts', 'electron/engine/reader.ts', 'electron/cli.ts'])
      visit(entry);
    expect(reached).toContain('electron/engine/engine.ts');
    expect([...reached].filter((path) => path === 'electron' || path.startsWith('renderer/'))).toEqual([]);
  });

  test('no feature of the page imports a sibling', () => {
    const featureOf = (path: string): string | undefined => /^renderer\/features\/([^/]+)\//.exec(path)?.[1];
    const crossing = all.filter(({ from, to }) => {
      const [own, other] = [featureOf(from), featureOf(to)];
      return own !== undefined && other !== undefined && own !== other;
    });
    expect(crossing.map(told)).toEqual([]);
    expect(new Set(sources.flatMap((path) => featureOf(path) ?? [])).size).toBeGreaterThan(5);
  });

  test('no part of the page below the features imports one of them', () => {
    const lower = /^renderer\/(ui|store|keys)\//;
    expect(
      all.filter(({ from, to }) => lower.test(from) && to.startsWith('renderer/features/')).map(told),
    ).toEqual([]);
  });

  test('nothing outside the tests imports a test', () => {
    expect(all.filter(({ to }) => to.startsWith('test/')).map(told)).toEqual([]);
  });
});

describe('the one way out of the page', () => {
  const page = filesEnding('.ts', '.tsx').filter((path) => path.startsWith('renderer/'));

  test('is bridge.ts: no other file touches window.touchstone', () => {
    expect(page.filter((path) => /\btouchstone\b\s*[.[(]|window\.touchstone/.test(codeOf(path)))).toEqual([
      'renderer/bridge.ts',
    ]);
  });

  test('and nothing in it makes HTML of text, or asks for anything from elsewhere', () => {
    const forbidden =
      /dangerouslySetInnerHTML|\binnerHTML\b|insertAdjacentHTML|document\.write|globalThis\.fetch|\bfetch\(['"`]|XMLHttpRequest|WebSocket|EventSource|sendBeacon/;
    expect(page.filter((path) => forbidden.test(codeOf(path)))).toEqual([]);
    expect(
      filesEnding('.css', '.html').filter(
        (path) => path.startsWith('renderer/') && /https?:/.test(textOf(path)),
      ),
    ).toEqual([]);
  });

  test('ipc is spoken in its own files only', () => {
    const speakers = sources.filter((path) => /\bipc(Main|Renderer)\b/.test(codeOf(path)));
    expect(speakers).toEqual(['electron/ipc.ts', 'electron/preload.ts']);
  });
});
