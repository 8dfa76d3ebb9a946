import type { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { transcript, writeLines } from '../support/transcripts.ts';
import { ask, errorIn, objectIn, type Run, scratch, touchstone } from './touchstone.ts';

const folder = scratch();
const at = (name: string): string => join(folder, name);
const line = (n: number): string => `${JSON.stringify(transcript(n))}\n`;

let made = 0;
/** A new project. */
async function project(): Promise<string> {
  made += 1;
  await ask('init', at(`${made}.touchstone`));
  return at(`${made}.touchstone`);
}

/** Runs with this on standard input. */
function piped(input: Buffer | string, ...args: string[]): Promise<Run> {
  return touchstone([...args, '--json'], {
    stdio: ['pipe', 'pipe', 'pipe'],
    running: (child: ReturnType<typeof spawn>) => {
      child.stdin?.end(input);
    },
  });
}

describe('import', () => {
  it('reads standard input, packed or not, among other files', async () => {
    const own = await project();
    writeFileSync(at('one.jsonl'), line(1));
    const done = await piped(zstdCompressSync(line(2) + line(3)), 'import', own, at('one.jsonl'), '-');
    expect(done.status).toBe(0);
    expect(objectIn(done)).toMatchObject({
      files: [
        { path: at('one.jsonl'), imported: 1 },
        { path: '-', name: 'standard-input', adapter: 'native', imported: 2 },
      ],
    });
    const empty = await piped('', 'import', own, '-');
    expect({ status: empty.status, code: errorIn(empty).code }).toEqual({ status: 1, code: 'FILE_EMPTY' });
  });

  it('reads a folder, tells what is no transcript, and ends with 1 only where something is damaged', async () => {
    const own = await project();
    mkdirSync(at('logs/deep'), { recursive: true });
    writeFileSync(at('logs/a.jsonl.gz'), gzipSync(line(1)));
    writeFileSync(at('logs/deep/b.jsonl'), line(2));
    writeFileSync(at('logs/notes.md'), '# Notes\n');
    const done = await touchstone(['import', own, at('logs'), '--json']);
    expect(done.status).toBe(0);
    expect(objectIn(done)).toMatchObject({
      files: [
        { path: at('logs/a.jsonl.gz'), status: 'imported' },
        { path: at('logs/deep/b.jsonl'), name: 'deep/b.jsonl', status: 'imported' },
        { path: at('logs/notes.md'), status: 'skipped', error: { code: 'NOT_JSON' } },
      ],
    });
    writeFileSync(at('logs/cut.jsonl.gz'), gzipSync(line(1).repeat(50)).subarray(0, 60));
    const again = await touchstone(['import', own, at('logs')]);
    expect(again.status).toBe(1);
    expect(again.stdout).toMatch(/cut\.jsonl\.gz could not be read.*GZIP_DAMAGED/);
    expect(again.stdout).toMatch(/notes\.md is no transcript/);
  });

  it('takes a mapping from a file or by its name, and an encoding', async () => {
    const own = await project();
    const map = {
      touchstone_mapping: 1,
      layout: 'pairs',
      prompt: 'Frage',
      response: 'Antwort',
      groups: { land: 'Land' },
    };
    writeFileSync(at('map.json'), JSON.stringify(map));
    writeFileSync(
      at('chat.csv'),
      Buffer.from('Frage;Antwort;Land\nWo?;Zürich;CH\nWann?;Später;AT\n', 'latin1'),
    );
    const done = await ask(
      'import',
      own,
      at('chat.csv'),
      '--map',
      at('map.json'),
      '--encoding',
      'windows-1252',
    );
    expect(done).toMatchObject({
      files: [{ adapter: 'mapping', framing: 'table', encoding: 'windows-1252', imported: 2, repaired: 0 }],
    });
    const refusals: [string, string[]][] = [
      ['FILE_NOT_FOUND', ['--map', at('none.json')]],
      ['MAPPING_UNKNOWN', ['--map', 'support']],
      ['MAPPING_INVALID', ['--map', at('chat.csv')]],
      ['USAGE', ['--encoding', 'klingon']],
    ];
    for (const [code, options] of refusals)
      expect(errorIn(await touchstone(['import', own, at('chat.csv'), ...options, '--json'])).code).toBe(
        code,
      );
  });

  it('keeps every field that other programs rely on', async () => {
    const own = await project();
    const { files } = await ask(
      'import',
      own,
      writeLines(at('mixed.jsonl'), [transcript(1), transcript(1), '{']),
    );
    expect(files).toMatchObject([
      {
        path: at('mixed.jsonl'),
        adapter: 'native',
        confidence: expect.any(Number),
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        records: 3,
        imported: 1,
        duplicates: 1,
        rejected: 1,
        messages: 3,
        reasons: { NOT_JSON: 1 },
        quarantine: expect.any(String),
        conversations: 1,
        merged: 0,
        runners_up: expect.any(Array),
        error: null,
        repaired: 0,
      },
    ]);
  });
});

describe('quarantine', () => {
  let own = '';
  beforeAll(async () => {
    own = await project();
    const bad = (n: number) => ({ id: `b${n}`, messages: [{ role: 'nobody', content: `${n}` }] });
    await ask('import', own, writeLines(at('bad.jsonl'), [transcript(1), bad(1), bad(2), '{"cut']));
  });

  it('tells what was rejected, by reason', async () => {
    expect(await ask('quarantine', own)).toMatchObject({
      total: 3,
      groups: [
        { code: 'RECORD_INVALID', place: '$.messages[*].role', count: 2 },
        { code: 'NOT_JSON', count: 1 },
      ],
    });
    const told = await touchstone(['quarantine', own]);
    expect(told.stdout).toMatch(
      /3 records rejected[\s\S]*RECORD_INVALID at \$\.messages\[\*\]\.role[\s\S]*bad\.jsonl, line 2/,
    );
  });

  it('writes the records out, and takes them in when they are mended', async () => {
    const out = at('rejected.jsonl');
    const done = await ask('quarantine', own, '--code', 'RECORD_INVALID', '--out', out);
    expect(done).toMatchObject({ files: [{ path: out, records: 2, source: 'bad.jsonl' }] });
    writeFileSync(out, readFileSync(out, 'utf8').replaceAll('nobody', 'user'));
    expect(await ask('import', own, out)).toMatchObject({ files: [{ imported: 2, rejected: 0 }] });
    const again = await touchstone(['quarantine', own, '--out', out, '--json']);
    expect(errorIn(again).code).toBe('FILE_EXISTS');
    const none = await project();
    expect(await ask('quarantine', none)).toEqual({ total: 0, mended: 0, groups: [] });
  });
});
