import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect } from 'vitest';
import { writeRatings, writeTranscripts } from './study.ts';
import { ask, digestOf, errorIn, scratch, touchstone } from './touchstone.ts';

/** A project with transcripts in it, and beside it files of every bad kind. */
export interface Scene {
  folder: string;
  project: string;
  transcripts: string;
  ratings: string;
  /** The path of a file in the folder. */
  at(name: string): string;
  /** Refused with this code and status 1, and not a byte of the project is another; nothing is left beside it. Gives the message. */
  expectRefusal(code: string, args: string[], options?: { uid: number; gid: number }): Promise<string>;
}

/** Lays the scene before the tests of a file. */
export function scene(): Scene {
  const folder = scratch();
  const at = (name: string): string => join(folder, name);
  const project = at('study.touchstone');
  beforeAll(async () => {
    writeTranscripts(folder);
    writeRatings(folder);
    writeFileSync(at('words.txt'), 'Dear reader,\nthis is not JSON.\n');
    writeFileSync(at('other.jsonl'), '{"colour":"green","size":3}\n{"colour":"blue","size":4}\n');
    writeFileSync(at('list.json'), '[1, 2, 3]');
    writeFileSync(at('empty.jsonl'), '');
    writeFileSync(at('blank.jsonl'), '\n\n  \n');
    writeFileSync(at('cut.jsonl.gz'), gzipSync(Buffer.from('{"a":1}\n'.repeat(1000))).subarray(0, 40));
    mkdirSync(at('folder'));
    await ask('init', project);
    await ask('import', project, at('transcripts.jsonl'));
  });
  return {
    folder,
    project,
    transcripts: at('transcripts.jsonl'),
    ratings: at('ratings.jsonl'),
    at,
    async expectRefusal(code, args, options) {
      const before = digestOf(project);
      const done = await touchstone([...args, '--json'], options);
      const error = errorIn(done);
      expect({ status: done.status, code: error.code }).toEqual({ status: 1, code });
      expect(digestOf(project)).toBe(before);
      expect(readdirSync(folder).filter((name) => name.startsWith('study.touchstone'))).toEqual([
        'study.touchstone',
      ]);
      return error.message;
    },
  };
}
