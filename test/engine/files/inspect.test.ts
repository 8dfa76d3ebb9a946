import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileFault } from '../../../electron/engine/files/file-fault.ts';
import { inspectFile } from '../../../electron/engine/files/inspect.ts';
import { openSource } from '../../../electron/engine/files/source.ts';
import { readMapping } from '../../../shared/formats/mapping.ts';

fc.configureGlobal({ seed: 20261002 });

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'touchstone-inspect-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const refusal = (code: string) => expect.objectContaining({ failure: expect.objectContaining({ code }) });
const line = (content: string) => JSON.stringify({ messages: [{ role: 'user', content }] });
const FED = '../shared/data/fed/transcripts.jsonl';
const SHAREGPT = '../shared/data/sharegpt/dummy_conversation_sharegpt_format.json';

describe('a file that cannot be read is refused with the reason', () => {
  it('missing, a folder, empty', async () => {
    await expect(openSource(join(folder, 'none'))).rejects.toEqual(refusal('FILE_NOT_FOUND'));
    await expect(openSource(folder)).rejects.toEqual(refusal('FILE_IS_DIRECTORY'));
    await expect(openSource(file('empty.jsonl', ''))).rejects.toEqual(refusal('FILE_EMPTY'));
    await expect(inspectFile(file('list.json', '[ ]'))).rejects.toEqual(refusal('FILE_EMPTY'));
  });

  it.skipIf(process.getuid?.() === 0)('not permitted', async () => {
    const path = file('secret.jsonl', line('x'));
    chmodSync(path, 0o000);
    await expect(openSource(path)).rejects.toEqual(refusal('FILE_NOT_PERMITTED'));
  });

  it('by whatever the system says', () => {
    const codeFor = (code: string) => fileFault(Object.assign(new Error(code), { code }), 'x').failure.code;
    expect(['EACCES', 'EPERM', 'EIO', 'Z_DATA_ERROR'].map(codeFor)).toEqual([
      'FILE_NOT_PERMITTED',
      'FILE_NOT_PERMITTED',
      'FILE_UNREADABLE',
      'GZIP_DAMAGED',
    ]);
  });
});

describe('a file damaged in any way', () => {
  const records = [line('one'), line('zwei äöü 😀'), line('three "quoted" {[')];
  const whole = [
    records.join('\n'),
    `[${records.join(',\n')}]`,
    JSON.stringify(JSON.parse(line('x')), null, 2),
  ];
  const bytes = fc.constantFrom(...whole).map((text) => Buffer.from(text));

  it('is looked into or refused with a code, never more', async () => {
    const path = join(folder, 'damaged.jsonl');
    await fc.assert(
      fc.asyncProperty(
        bytes,
        fc.array(fc.tuple(fc.nat(), fc.nat(255))),
        fc.nat(),
        async (intact, hits, cut) => {
          const damaged = Buffer.from(intact);
          for (const [at, byte] of hits) damaged[at % damaged.length] = byte;
          writeFileSync(path, damaged.subarray(0, hits.length % 2 ? damaged.length : cut % damaged.length));
          try {
            const found = await inspectFile(path);
            expect(found.preview.length + found.faults.length).toBeGreaterThan(0);
          } catch (error) {
            expect(error).toMatchObject({
              failure: {
                code: expect.stringMatching(
                  /^(NOT_JSON|FILE_EMPTY|UNKNOWN_FORMAT|GZIP_DAMAGED|ZSTD_DAMAGED|PARQUET_DAMAGED)$/,
                ),
              },
            });
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('looking into a transcript file', () => {
  it('tells the format, shows the first conversations, and says what is wrong where', async () => {
    const content = [
      line('one'),
      '{"messages":',
      '{"messages":[{"role":"usr"}]}',
      ...Array(80).fill(line('more')),
    ];
    const path = file('mixed.jsonl.gz', gzipSync(content.join('\n')));
    const found = await inspectFile(path);
    expect(found).toMatchObject({
      name: 'mixed.jsonl.gz',
      compressed: true,
      adapter: 'openai-messages',
      runnersUp: [{ adapter: 'native' }],
    });
    expect(found.preview).toHaveLength(5);
    expect(found.preview[0]?.messages).toEqual([{ role: 'user', text: 'one', candidate: 0 }]);
    expect(found.faults).toEqual([
      expect.stringMatching(/^Line 2: It is not JSON: /),
      expect.stringMatching(/^Line 3, \$\.messages\[0\]\.role: .*"usr"/),
    ]);
  });

  it('shows long texts by their beginning', async () => {
    const { preview } = await inspectFile(file('long.jsonl', line('x'.repeat(3_000_000))));
    expect(preview[0]?.messages[0]?.text).toHaveLength(2003);
  });

  it('takes the format the user names', async () => {
    const found = await inspectFile(file('one.jsonl', line('one')), { adapter: 'native' });
    expect(found).toMatchObject({ adapter: 'native', because: 'chosen by the user' });
    await expect(inspectFile(file('one.jsonl', line('one')), { adapter: 'natif' })).rejects.toEqual(
      refusal('USAGE'),
    );
  });

  it('refuses what is in no known format, or has no readable record', async () => {
    await expect(inspectFile(file('other.jsonl', '{"chosen":"a"}'))).rejects.toEqual(
      refusal('UNKNOWN_FORMAT'),
    );
    await expect(inspectFile(file('cut.jsonl', '{"messages":['))).rejects.toMatchObject({
      failure: { code: 'NOT_JSON', place: { line: 1 } },
    });
  });

  it.skipIf(!existsSync(FED))('finds the FED and ShareGPT files to be what they are', async () => {
    expect(await inspectFile(FED)).toMatchObject({ adapter: 'native', confidence: 0.98, faults: [] });
    expect(await inspectFile(SHAREGPT)).toMatchObject({ adapter: 'sharegpt', confidence: 0.95, faults: [] });
  });
});

describe('the first records stand beside what they become', () => {
  it('by a mapping of rows: each field that is filled, the messages, and what stays out', async () => {
    const table = file(
      'rows.csv',
      'frage,antwort,land,daumen\nWo?,Hier.,NG,1\n,Ohne Frage,NG,\n"Wann?",Morgen.,DE,-1\n',
    );
    const mapping = readMapping(
      JSON.stringify({
        touchstone_mapping: 1,
        layout: 'pairs',
        prompt: 'frage',
        response: 'antwort',
        groups: { country: 'land' },
        feedback: [{ signal: 'thumb', from: 'daumen' }],
      }),
      'mapping',
    );
    const { rows } = await inspectFile(table, { mapping });
    expect(rows[0]).toEqual({
      line: 2,
      source: [
        { path: 'frage', text: 'Wo?' },
        { path: 'antwort', text: 'Hier.' },
        { path: 'land', text: 'NG' },
        { path: 'daumen', text: '1' },
      ],
      piece: false,
      became: [
        {
          fields: [
            { field: 'groups.country', text: 'NG' },
            { field: 'feedback.thumb', text: '1' },
          ],
          messages: [
            { role: 'user', text: 'Wo?', candidate: 0 },
            { role: 'assistant', text: 'Hier.', candidate: 0 },
          ],
        },
      ],
      faults: [],
    });
    expect(rows[1]).toMatchObject({ line: 3, became: [], faults: [{ reason: expect.any(String) }] });
    expect(rows[2]?.became[0]?.fields).toContainEqual({ field: 'feedback.thumb', text: '-1' });
  });

  it('of records that are pieces of a conversation, each as its own message', async () => {
    const path = file(
      'pieces.jsonl',
      ['user', 'assistant'].map((role) => JSON.stringify({ c: '7', role, content: role })).join('\n'),
    );
    const text = '{"touchstone_mapping":1,"layout":"messages","id":"c","role":"role","content":"content"}';
    const { rows } = await inspectFile(path, { mapping: readMapping(text, 'mapping') });
    expect(rows.map(({ piece, became }) => [piece, became[0]?.messages])).toEqual([
      [true, [{ role: 'user', text: 'user', candidate: 0 }]],
      [true, [{ role: 'assistant', text: 'assistant', candidate: 0 }]],
    ]);
  });
});
