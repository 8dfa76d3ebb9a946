import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeRatings, writeTranscripts } from './study.ts';
import { ask, errorIn, scratch, touchstone } from './touchstone.ts';

const folder = scratch();

describe('a disk that is full', () => {
  it('keeps the project as it was, and says so', async ({ skip, onTestFinished }) => {
    const disk = join(folder, 'disk');
    const ratings = writeRatings(folder);
    mkdirSync(disk);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk], { stdio: 'ignore' });
    } catch {
      skip('a small disk cannot be mounted here');
    }
    onTestFinished(() => void execFileSync('umount', [disk]));
    const small = join(disk, 'study.touchstone');
    await ask('init', small);
    await ask('import', small, writeTranscripts(folder));
    const before = await ask('stats', small);
    const large = await touchstone([
      'import',
      small,
      writeTranscripts(folder, 20_000, 'large.jsonl'),
      '--json',
    ]);
    expect({ status: large.status, code: errorIn(large).code }).toEqual({ status: 1, code: 'DISK_FULL' });
    expect(await ask('stats', small)).toEqual(before);
    expect(await ask('verify', small)).toMatchObject({ ok: true });
    writeFileSync(join(disk, 'filler'), '');
    try {
      for (;;) writeFileSync(join(disk, 'filler'), Buffer.alloc(4096), { flag: 'a' });
    } catch {
      expect(existsSync(join(disk, 'filler'))).toBe(true);
    }
    for (const args of [
      ['init', join(disk, 'new.touchstone')],
      ['ratings', small, ratings],
    ]) {
      const done = await touchstone([...args, '--json']);
      expect({ status: done.status, code: errorIn(done).code }).toEqual({ status: 1, code: 'DISK_FULL' });
    }
    expect(existsSync(join(disk, 'new.touchstone'))).toBe(false);
    expect(await ask('stats', small)).toEqual(before);
  });
});
