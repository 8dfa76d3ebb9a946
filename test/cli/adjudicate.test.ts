import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeRatings, writeTranscripts } from './study.ts';
import { ask, errorIn, objectIn, scratch, touchstone } from './touchstone.ts';

const folder = scratch();
const project = join(folder, 'study.touchstone');
const decisions = (...lines: (object | string)[]): string => {
  const path = join(folder, 'decisions.jsonl');
  writeFileSync(
    path,
    lines.map((one) => `${typeof one === 'string' ? one : JSON.stringify(one)}\n`).join(''),
  );
  return path;
};

beforeAll(async () => {
  await ask('init', project);
  await ask('import', project, writeTranscripts(folder));
  await ask('ratings', project, writeRatings(folder));
});

describe('adjudication from the command line', () => {
  it('lists what raters differ on, with what the ratings come to', async () => {
    const found = await ask('adjudicate', project);
    expect(found).toMatchObject({ counts: { open: 6, decided: 0, returned: 0 }, total: 6, newly_decided: 0 });
    expect(await ask('adjudicate', project, '--dimension', 'fluency', '--by', 'model')).toMatchObject({
      total: 3,
      slices: [
        { key: 'asst-1', units: 2 },
        { key: 'asst-2', units: 1 },
      ],
    });
    const { stdout } = await touchstone(['adjudicate', project]);
    expect(stdout).toMatch(/6 units open, 0 decided, 0 back with raters/);
    expect(stdout).toMatch(/c-0 .*fluency.*open/);
  });

  it('keeps the rule', async () => {
    expect(await ask('adjudicate', project, '--rule', 'range:2', '--ties', 'lower')).toMatchObject({
      rule: { doubt: { kind: 'range', atLeast: 2 }, model: 'votes', ties: 'lower' },
    });
    const { units } = await ask('adjudicate', project, '--dimension', 'fluency');
    expect(units).toMatchObject([{ consensus: { value: 3, source: 'tie_lower' } }, {}, {}]);
    await ask('adjudicate', project, '--rule', 'any');
  });

  it('takes decisions from a file, and exports have them', async () => {
    const file = decisions(
      { conversation: 'c-0', message: 'a-0', dimension: 'fluency', value: 4, rationale: 'In between.' },
      '',
      { conversation: 'c-5', message: 'a-5', dimension: 'specificity', value: null },
    );
    expect(await ask('adjudicate', project, '--set', file, '--as', 'Lea')).toMatchObject({
      counts: { open: 4, decided: 2, returned: 0 },
      newly_decided: 2,
    });
    const { units } = await ask('adjudicate', project, '--state', 'decided', '--dimension', 'fluency');
    expect(units).toMatchObject([{ conversation: 'c-0', decided: 4 }]);
    expect(await ask('verify', project)).toMatchObject({ ok: true });
  });

  it('takes none where one is refused, and says on which line', async () => {
    const good = { conversation: 'c-10', message: 'a-10', dimension: 'fluency', value: 4 };
    const refused = async (...lines: (object | string)[]) =>
      objectIn(await touchstone(['adjudicate', project, '--set', decisions(...lines), '--json'])).error;
    expect(await refused(good, { ...good, value: 9 })).toMatchObject({
      code: 'VALUE_NOT_ALLOWED',
      place: { line: 2 },
    });
    expect(await refused(good, { ...good, message: 'a-99' })).toMatchObject({
      code: 'ITEM_UNKNOWN',
      place: { line: 2 },
    });
    expect(await refused(good, 'nonsense')).toMatchObject({ code: 'RECORD_INVALID', place: { line: 2 } });
    expect(await refused()).toMatchObject({ code: 'FILE_EMPTY' });
    const wrong = await touchstone(['adjudicate', project, '--rule', 'range', '--json']);
    expect(errorIn(wrong)).toMatchObject({ code: 'USAGE' });
    expect((await ask('adjudicate', project)).counts).toMatchObject({ decided: 2 });
  });
});
