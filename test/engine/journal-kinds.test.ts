import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { toFailure } from '../../electron/engine/faults.ts';
import { openQueue, record, showItem } from '../../electron/engine/store/queue.ts';
import { step } from '../../electron/engine/store/steps.ts';
import { verify } from '../../electron/engine/verify/verify.ts';
import { Desk } from '../support/desk.ts';
import { withEngine } from '../support/engine.ts';
import { JournalModel } from '../support/journal-model.ts';
import { fc } from '../support/property.ts';
import { shippedRubric } from '../support/rubric.ts';
import { idOf, makeStudy, type Study } from '../support/study.ts';
import { tempFolder } from '../support/temp-folder.ts';

const folder = tempFolder();
let study: Study;
let copies = 0;

beforeAll(async () => {
  study = await withEngine((engine) =>
    makeStudy(engine, folder, { conversations: 4, rubric: shippedRubric('review') }),
  );
});

async function openCopy(): Promise<Desk> {
  copies += 1;
  const path = join(folder, `copy-${copies}.touchstone`);
  copyFileSync(study.path, path);
  const desk = await Desk.open(path);
  desk.db.pragma('synchronous = OFF');
  return desk;
}

/** True where it was done, false where it was refused. */
function isDone(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch (error) {
    expect(toFailure(error).code).toMatch(/^(VALUE_NOT_ALLOWED|RATING_INCOMPLETE|NOTHING_TO_)/);
    return false;
  }
}

const faults = fc.subarray(['too_long', 'leaves_out', 'unclear', 'tone', 'other', 'rude']);
const given = <Value>(dimension: string, value: fc.Arbitrary<Value>) =>
  fc.record({ kind: fc.constant('value' as const), dimension: fc.constant(dimension), value });
const actions = fc.oneof(
  given('correctness', fc.constantFrom(0, 1, 2, 3, null)),
  given('usefulness', fc.constantFrom(0, 7, 73, 100, 101, 0.5, null)),
  given('faults', fc.oneof(faults, fc.constant(null))),
  given('other_fault', fc.constantFrom('Shouts', 'Shouts at', ' ', null)),
  given('bias', fc.constantFrom(0, 1, 2)),
  fc.record({ kind: fc.constant('categories' as const), categories: fc.subarray(['age', 'religion']) }),
  fc.record({
    kind: fc.constant('cannot' as const),
    dimension: fc.constantFrom('correctness', 'usefulness', 'faults', 'bias'),
    reason: fc.constantFrom('context', 'it is a poem', null),
  }),
  fc.constant({ kind: 'submit' as const }),
);
const deeds = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('act' as const), place: fc.nat(1), action: actions }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }) },
);

test('values of every kind, taken back and brought back, are what a simple model says', async () => {
  const rater = idOf(study, 'Ada');
  await fc.assert(
    fc.asyncProperty(fc.array(deeds, { minLength: 5, maxLength: 40 }), async (all) => {
      const desk = await openCopy();
      const model = new JournalModel();
      const queue = openQueue(desk.db, rater).entries.map(({ assignment }) => assignment);
      for (const deed of all) {
        if (deed.do === 'act') {
          const assignment = queue[deed.place] ?? '';
          const { action } = deed;
          const doing = () => desk.write((context) => record(context, { assignment, action, activeMs: 0 }));
          if (isDone(doing)) model.act(rater, assignment, action);
        } else {
          const moved = isDone(() => desk.write((context) => step(context, rater, deed.do)));
          expect(model.move(rater, deed.do) !== undefined).toBe(moved);
        }
      }
      for (const assignment of queue)
        expect(showItem(desk.db, assignment).stored.rating).toEqual(model.rating(assignment));
      expect(verify(desk.db, () => undefined)).toMatchObject({ ok: true });
      desk.close();
    }),
    { numRuns: 40 },
  );
});
