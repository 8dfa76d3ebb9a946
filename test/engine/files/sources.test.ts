import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { candidates } from '../../../electron/engine/files/sources.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const folder = tempFolder();

function tree(name: string, files: readonly string[]): string {
  const root = join(folder, name);
  for (const file of files) {
    mkdirSync(join(root, file, '..'), { recursive: true });
    writeFileSync(join(root, file), 'x');
  }
  return root;
}

const within = async (...paths: string[]) =>
  (await candidates(paths)).map((file) => file.within ?? file.path);

it('a folder stands for all files in it and in its folders, in the order of their names, hidden ones left out', async () => {
  const root = tree('plain', [
    'b.jsonl',
    'a/2.csv',
    'a/1.csv',
    '.hidden',
    '.git/config',
    'a/.cache/x',
    'c.txt',
  ]);
  expect(await within(root)).toEqual(['a/1.csv', 'a/2.csv', 'b.jsonl', 'c.txt']);
});

it('a file that was named is taken as it is, hidden or not, there or not', async () => {
  const root = tree('named', ['.log', 'b']);
  const hidden = join(root, '.log');
  expect(await candidates([hidden, root])).toEqual([
    { path: hidden },
    { path: join(root, 'b'), within: 'b' },
  ]);
  await expect(candidates([join(root, 'nowhere')])).rejects.toMatchObject({
    failure: { code: 'FILE_NOT_FOUND' },
  });
});

it('links to folders that hold them end somewhere, and no file comes twice', async () => {
  const root = tree('loop', ['a/1', 'b/2']);
  symlinkSync(root, join(root, 'a', 'up'));
  symlinkSync(join(root, 'a'), join(root, 'b', 'over'));
  symlinkSync(join(root, 'b', '2'), join(root, 'c'));
  symlinkSync(join(root, 'nowhere'), join(root, 'd'));
  expect(await within(root)).toEqual(['a/1', 'b/2', 'd']);
});

it('a folder with nothing in it is refused, and so is one with nothing but what is left out', async () => {
  const root = tree('own', ['study.touchstone', '.x']);
  await expect(candidates([root], (path) => path.endsWith('.touchstone'))).rejects.toMatchObject({
    failure: { code: 'FILE_EMPTY' },
  });
});

it('names that would lead out of a folder, or hold anything else, are only names', async () => {
  const names = ['..evil', '$(rm -rf)', "'; DROP TABLE batch; --", '<img src=x onerror=alert(1)>'];
  const root = tree(
    'odd',
    names.map((name) => name.replace('/', '_')),
  );
  expect(await within(root)).toEqual(names.filter((name) => !name.startsWith('.')).sort());
});
