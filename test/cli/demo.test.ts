import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ask, digestOf, run, scratch } from './touchstone.ts';

const DEMO = join(import.meta.dirname, '..', '..', 'electron', 'demo.ts');
const folder = scratch();
const out = join(folder, 'demo');

describe('the demo', () => {
  it('goes from conversations to datasets, and says what it is made of', async () => {
    const { status, stdout, stderr } = await run(process.execPath, [DEMO, '--out', out]);
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

  it('never writes over an earlier one', async () => {
    const before = digestOf(join(out, 'demo.touchstone'));
    const { status, stderr } = await run(process.execPath, [DEMO, '--out', out]);
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('FILE_EXISTS') });
    expect(digestOf(join(out, 'demo.touchstone'))).toBe(before);
  });

  it('makes a folder of its own where none is named', async () => {
    const { status } = await run(process.execPath, [DEMO], { env: { ...process.env, TMPDIR: folder } });
    expect(status).toBe(0);
    const made = readdirSync(folder).find((name) => name.startsWith('touchstone-demo-')) ?? '';
    expect(existsSync(join(folder, made, 'demo.touchstone'))).toBe(true);
  });
});
