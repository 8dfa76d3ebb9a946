import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ask, digestOf, type Run, run, scratch, shellEnv } from './touchstone.ts';

const DEMO = join(import.meta.dirname, '..', '..', 'electron', 'demo.ts');
const folder = scratch();
let out: string;
let demo: Run;

beforeAll(async () => {
  demo = await run(process.execPath, [DEMO], { env: { ...shellEnv(), TMPDIR: folder } });
  out = join(folder, readdirSync(folder).find((name) => name.startsWith('touchstone-demo-')) ?? '');
});

describe('the demo', () => {
  it('goes from conversations to datasets in a folder of its own, and says what it is made of', async () => {
    const { status, stdout, stderr } = demo;
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/ratings are illustrative/);
    expect(stdout).toMatch(/OASST.*Apache/s);
    for (const dimension of ['sensibleness', 'specificity', 'fluency', 'bias'])
      expect(stdout).toMatch(new RegExp(`^${dimension} +(nominal|ordinal) +0\\.\\d{3} `, 'm'));
    expect(stdout).toContain('The record is intact');
    expect(await ask('verify', join(out, 'demo.touchstone'))).toMatchObject({ ok: true });
  });

  it.each(['trl-sft', 'trl-preference'])(
    'leaves a %s dataset with a manifest that names its files',
    (format) => {
      const datasets = join(out, 'datasets');
      const manifest = JSON.parse(readFileSync(join(datasets, `${format}.manifest.json`), 'utf8'));
      expect(manifest.files).not.toHaveLength(0);
      for (const { name, rows, sha256 } of manifest.files) {
        expect(digestOf(join(datasets, name))).toBe(sha256);
        expect(readFileSync(join(datasets, name), 'utf8').trim().split('\n')).toHaveLength(rows);
        expect(rows).toBeGreaterThan(20);
      }
    },
  );

  it('never writes over one that is in the folder named', async () => {
    const before = digestOf(join(out, 'demo.touchstone'));
    const { status, stderr } = await run(process.execPath, [DEMO, '--out', out]);
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('FILE_EXISTS') });
    expect(digestOf(join(out, 'demo.touchstone'))).toBe(before);
  });
});
