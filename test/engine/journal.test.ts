import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { toFailure } from '../../electron/engine/faults.ts';
import { type NewRating, storeRatings } from '../../electron/engine/store/imported-ratings.ts';
import { openQueue, record, showItem } from '../../electron/engine/store/queue.ts';
import { step } from '../../electron/engine/store/steps.ts';
import { verify } from '../../electron/engine/verify/verify.ts';
import { EMPTY_RATING, type Rating, type RatingAction } from '../../shared/domain/rating.ts';
import { Desk } from '../support/desk.ts';
import { withEngine } from '../support/engine.ts';
import { JournalModel } from '../support/journal-model.ts';
import { fc } from '../support/property.ts';
import { complete, idOf, makeStudy, type Study } from '../support/study.ts';
import { tempFolder } from '../support/temp-folder.ts';

type ImportAction = Extract<RatingAction, { kind: 'import' }>;

const folder = tempFolder();
let study: Study;
let desk: Desk;
let queues: Record<string, string[]>;
let copies = 0;
let files = 0;

beforeAll(async () => {
  study = await withEngine((engine) => makeStudy(engine, folder, { conversations: 4 }));
});

async function openCopy(): Promise<void> {
  copies += 1;
  const path = join(folder, `copy-${copies}.touchstone`);
  copyFileSync(study.path, path);
  desk = await Desk.open(path);
  queues = Object.fromEntries(['Ada', 'Ben'].map((name) => [name, queueOf(study.raters[name] ?? '')]));
}
const queueOf = (rater: string): string[] =>
  openQueue(desk.db, rater).entries.map(({ assignment }) => assignment);
const reopen = async (): Promise<void> => {
  desk.close();
  desk = await Desk.open(desk.project.path);
};
beforeEach(openCopy);
afterEach(() => {
  if (desk.db.open) desk.close();
});

const ada = (): string => idOf(study, 'Ada');
const ben = (): string => idOf(study, 'Ben');
const rate = (assignment: string | undefined, action: RatingAction): Rating =>
  desk.write((context) => record(context, { assignment: assignment ?? '', action, activeMs: 0 })).rating;
const take = (rater: string, kind: 'undo' | 'redo') => desk.write((context) => step(context, rater, kind));
const shown = (assignment: string | undefined): Rating => showItem(desk.db, assignment ?? '').stored.rating;
const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return toFailure(error).code;
  }
  return 'done';
};
const note = (text: string): RatingAction => ({ kind: 'rationale', text });
const value = (dimension: string, given: number): RatingAction => ({
  kind: 'value',
  dimension,
  value: given,
});

/** A rating that came from a file of its own. */
function importRating(assignment: string | undefined, action: ImportAction): void {
  files += 1;
  const place = desk.db
    .prepare(
      `SELECT p.name AS rater, c.name AS conversation, m.position AS message
       FROM assignment a JOIN rater p ON p.id = a.rater_id JOIN item i ON i.id = a.item_id
       JOIN message m ON m.id = i.message_id JOIN conversation c ON c.id = m.conversation_id WHERE a.uuid = ?`,
    )
    .get(assignment) as Pick<NewRating, 'rater' | 'conversation' | 'message'>;
  const source = {
    line: 1,
    byteOffset: 0,
    path: '$',
    code: '',
    reason: '',
    original: '',
    bytes: null,
    size: null,
  };
  const rating = { ...place, rubric: 'ssfb@1', action, comparison: null, activeMs: 0, extra: { files } };
  const { imported: stored } = desk.write((context) =>
    storeRatings(context, {
      file: 'r.jsonl',
      sha256: '',
      records: 1,
      ratings: [{ ...rating, source }],
      faults: [],
    }),
  );
  expect(stored).toBe(1);
}
const imported = (fluency: number): ImportAction => ({
  kind: 'import',
  values: { fluency },
  categories: [],
  spans: [],
  rationale: '',
  rewrite: null,
  createdAt: null,
});

describe('undo', () => {
  test('goes back over items, a submit included, and over a closed and opened project', async () => {
    const [first, second] = queues.Ada ?? [];
    for (const action of complete()) rate(first, action);
    rate(second, value('fluency', 2));
    await reopen();
    expect(take(ada(), 'undo')).toMatchObject({ assignment: second, action: value('fluency', 2) });
    expect(shown(second)).toEqual(EMPTY_RATING);
    expect(take(ada(), 'undo')).toMatchObject({ assignment: first, action: { kind: 'submit' } });
    expect(shown(first)).toMatchObject({ status: 'draft', values: { fluency: 4 } });
    await reopen();
    expect(take(ada(), 'redo')).toMatchObject({ assignment: first, action: { kind: 'submit' } });
    expect(take(ada(), 'redo')).toMatchObject({ assignment: second });
    expect([shown(first).status, shown(second).values]).toEqual(['submitted', { fluency: 2 }]);
    expect(codeOf(() => take(ada(), 'redo'))).toBe('NOTHING_TO_REDO');
  });

  test('takes what was written a word at a time, and brings it back so, however many bursts it came in', async () => {
    const [first] = queues.Ada ?? [];
    for (const text of ['T', 'To', 'Too', 'Too ', 'Too v', 'Too va', 'Too vague']) rate(first, note(text));
    expect(openQueue(desk.db, ada()).next).toMatchObject({ undo: { action: note('Too v') }, redo: null });
    take(ada(), 'undo');
    expect(shown(first).rationale).toBe('Too ');
    take(ada(), 'undo');
    expect(shown(first).rationale).toBe('');
    await reopen();
    expect(take(ada(), 'redo')).toMatchObject({
      action: note('T'),
      next: { redo: { action: note('Too v') } },
    });
    expect(shown(first).rationale).toBe('Too ');
    take(ada(), 'redo');
    expect(shown(first).rationale).toBe('Too vague');
    expect(verify(desk.db, () => undefined)).toMatchObject({ ok: true });
  });

  test('takes a value together with the categories and labels that went with it', () => {
    const [first] = queues.Ada ?? [];
    rate(first, value('bias', 1));
    rate(first, { kind: 'categories', categories: ['age'] });
    rate(first, value('bias', 0));
    rate(first, { kind: 'categories', categories: [] });
    expect(take(ada(), 'undo').action).toEqual(value('bias', 0));
    expect(shown(first)).toMatchObject({ values: { bias: 1 }, categories: ['age'] });
  });

  test('never takes back what another rater did', () => {
    rate(queues.Ada?.[0], value('fluency', 1));
    rate(queues.Ben?.[0], value('fluency', 2));
    expect(take(ada(), 'undo').action).toEqual(value('fluency', 1));
    expect(codeOf(() => take(ada(), 'undo'))).toBe('NOTHING_TO_UNDO');
    expect(shown(queues.Ben?.[0]).values).toEqual({ fluency: 2 });
    expect(openQueue(desk.db, ben())).toMatchObject({
      next: { undo: { action: value('fluency', 2) }, redo: null },
    });
  });

  test('does not take back ratings that came from a file', () => {
    const [first] = queues.Ada ?? [];
    rate(first, value('fluency', 1));
    importRating(first, imported(3));
    expect(shown(first)).toMatchObject({ status: 'submitted', values: { fluency: 3 } });
    expect(take(ada(), 'undo').action).toEqual(value('fluency', 1));
    expect(shown(first).values).toEqual({ fluency: 3 });
    expect(codeOf(() => take(ada(), 'undo'))).toBe('NOTHING_TO_UNDO');
  });

  test('is refused where there is nothing, and stores nothing then', () => {
    const events = () => desk.db.prepare('SELECT count(*) FROM rating_event').pluck().get();
    expect(codeOf(() => take(ada(), 'undo'))).toBe('NOTHING_TO_UNDO');
    expect(codeOf(() => take(ada(), 'redo'))).toBe('NOTHING_TO_REDO');
    expect(codeOf(() => take('00000000-0000-7000-8000-00000000ffff', 'undo'))).toBe('RATER_UNKNOWN');
    expect(events()).toBe(0);
  });
});

const actions = fc.oneof(
  fc.record({
    kind: fc.constant('value' as const),
    dimension: fc.constant('sensibleness'),
    value: fc.constantFrom(0, 1, null),
  }),
  fc.record({
    kind: fc.constant('value' as const),
    dimension: fc.constant('specificity'),
    value: fc.constantFrom(0, 1),
  }),
  fc.record({
    kind: fc.constant('value' as const),
    dimension: fc.constant('fluency'),
    value: fc.constantFrom(1, 5, null),
  }),
  fc.record({
    kind: fc.constant('value' as const),
    dimension: fc.constant('bias'),
    value: fc.constantFrom(0, 2),
  }),
  fc.record({
    kind: fc.constant('rationale' as const),
    text: fc.constantFrom('', 'S', 'So', 'So ', 'So i', 'So it', 'So it is.'),
  }),
  fc.record({ kind: fc.constant('flag' as const), flagged: fc.boolean(), question: fc.constant('') }),
  fc.record({ kind: fc.constant('skip' as const), reason: fc.constantFrom('unclear', 'other') }),
  fc.constant({ kind: 'submit' as const }),
  fc.constant({ kind: 'reopen' as const }),
);
const deeds = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      do: fc.constant('act' as const),
      rater: fc.constantFrom('Ada', 'Ben'),
      place: fc.nat(1),
      action: actions,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      kind: fc.constantFrom('undo' as const, 'redo' as const),
      rater: fc.constantFrom('Ada', 'Ben'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('import' as const),
      rater: fc.constantFrom('Ada', 'Ben'),
      place: fc.nat(1),
      fluency: fc.constantFrom(2, 3),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen' as const) }) },
);

test('whatever raters do, take back, bring back and import, over sessions, they find what a simple model says', async () => {
  desk.close();
  await fc.assert(
    fc.asyncProperty(fc.array(deeds, { minLength: 5, maxLength: 30 }), async (all) => {
      await openCopy();
      desk.db.pragma('synchronous = OFF');
      const model = new JournalModel();
      for (const deed of all) {
        if (deed.do === 'reopen') {
          await reopen();
          desk.db.pragma('synchronous = OFF');
          continue;
        }
        const rater = study.raters[deed.rater] ?? '';
        if (deed.do === 'move') {
          const expected = model.move(rater, deed.kind);
          if (expected)
            expect(take(rater, deed.kind)).toMatchObject({
              assignment: expected.assignment,
              action: expected.action,
            });
          else expect(codeOf(() => take(rater, deed.kind))).toMatch(/^NOTHING_TO/);
          continue;
        }
        const assignment = queues[deed.rater]?.[deed.place] ?? '';
        if (deed.do === 'import') {
          importRating(assignment, imported(deed.fluency));
          model.add(assignment, imported(deed.fluency));
        } else if (codeOf(() => rate(assignment, deed.action)) === 'done')
          model.act(rater, assignment, deed.action);
      }
      for (const [name, assignments] of Object.entries(queues)) {
        const rater = study.raters[name] ?? '';
        expect(openQueue(desk.db, rater)).toMatchObject({ next: model.next(rater) });
        for (const assignment of assignments) expect(shown(assignment)).toEqual(model.rating(assignment));
      }
      expect(verify(desk.db, () => undefined)).toMatchObject({ ok: true });
      desk.close();
    }),
    { numRuns: 40 },
  );
});

describe('the record', () => {
  test.each(['rating_event', 'audit_entry'])('%s is only ever added to', (table) => {
    rate(queues.Ada?.[0], value('fluency', 1));
    expect(() => desk.db.exec(`UPDATE ${table} SET at = 0`)).toThrow(/never changed/);
    expect(() => desk.db.exec(`DELETE FROM ${table}`)).toThrow(/never removed/);
    expect(() => desk.db.exec(`REPLACE INTO ${table} SELECT * FROM ${table} WHERE seq = 1`)).toThrow(
      /never removed/,
    );
    expect(verify(desk.db, () => undefined)).toMatchObject({ ok: true, events: 1 });
  });
});
