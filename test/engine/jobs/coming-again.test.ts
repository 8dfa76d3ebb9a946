import { describe, expect, test } from 'vitest';
import { withDatabase } from '../../support/database.ts';
import type { TestEngine } from '../../support/engine.ts';
import { importAll, importOne, intake, verified } from '../../support/intake.ts';
import { fc } from '../../support/property.ts';
import { times } from '../../support/thorough.ts';
import { numbers, transcript } from '../../support/transcripts.ts';

const { lines, withProject } = intake();

const user = (content: string) => ({ role: 'user', content });
const said = (content: string, feedback: object[] = []) => ({ role: 'assistant', content, feedback });
const thumb = (value: number, comment?: string) => ({ kind: 'explicit', signal: 'thumb', value, comment });
/** A conversation of so many turns. */
const chat = (id: string, turns: number, more: object = {}) => ({
  id,
  use_case: 'chat',
  messages: numbers(turns).flatMap((n) => [user(`${id} question ${n}`), said(`${id} answer ${n}`)]),
  ...more,
});

interface Row {
  name: string;
  messages: string;
  feedback: number;
}

/** Every conversation with its texts in order and how much feedback it has. */
const rowsOf = (project: string): Row[] =>
  withDatabase(project, (db) =>
    db
      .prepare<[], Row>(
        `SELECT c.name, (SELECT group_concat(m.text, ' | ' ORDER BY m.position, m.candidate) FROM message m WHERE m.conversation_id = c.id) AS messages,
           (SELECT count(*) FROM feedback f JOIN message m ON m.id = f.message_id WHERE m.conversation_id = c.id) AS feedback
         FROM conversation c ORDER BY c.name, messages`,
      )
      .all(),
  );

const texts = (id: string, turns: number): string =>
  numbers(turns)
    .flatMap((n) => [`${id} question ${n}`, `${id} answer ${n}`])
    .join(' | ');

describe('feedback on a conversation that is there', () => {
  test('is added where it is new, once, and never replaces any', async () => {
    await withProject(async (engine, project) => {
      const given = (...feedback: object[]) => ({
        id: 'a',
        use_case: 'x',
        messages: [user('Hi'), said('Hello', feedback)],
      });
      await importOne(engine, lines(given(thumb(-1))));
      const again = lines(
        given(thumb(-1)),
        given(thumb(-1), thumb(1)),
        given(thumb(1)),
        given(thumb(-1, 'why')),
      );
      expect(await importOne(engine, again)).toMatchObject({
        records: 4,
        imported: 0,
        duplicates: 4,
        merged: 2,
        messages: 0,
      });
      expect(rowsOf(project)).toMatchObject([{ feedback: 3 }]);
      expect(await importOne(engine, again)).toMatchObject({ duplicates: 4, merged: 0 });
      expect(rowsOf(project)).toMatchObject([{ feedback: 3 }]);
      expect(await verified(engine)).toBeNull();
    });
  });
  test('within one file too, on whichever candidate it is', async () => {
    await withProject(async (engine, project) => {
      const given = (...feedback: object[][]) => ({
        id: 'a',
        messages: [user('Hi')],
        candidates: [said('One', feedback[0]), said('Two', feedback[1])],
      });
      const file = lines(given(), given([], [thumb(1)]), given([thumb(-1)], [thumb(1)]));
      expect(await importOne(engine, file)).toMatchObject({ imported: 1, duplicates: 2, merged: 2 });
      const places = withDatabase(project, (db) =>
        db
          .prepare(
            'SELECT m.text, f.value FROM feedback f JOIN message m ON m.id = f.message_id ORDER BY m.text',
          )
          .raw()
          .all(),
      );
      expect(places).toEqual([
        ['One', -1],
        ['Two', 1],
      ]);
      expect(await verified(engine)).toBeNull();
    });
  });
});

describe('a conversation whose id is known', () => {
  test('and that goes on is continued: messages are added, those before keep their places and items', async () => {
    await withProject(async (engine, project) => {
      await importOne(engine, lines(chat('a', 1)));
      const { sample } = await engine.ask('sample.draw', { size: 1, seed: 1 });
      await engine.ask('assign.plan', { sample, raters: ['Ada'], overlap: 1, seed: 1 });
      const result = await importOne(engine, lines(chat('a', 3), chat('b', 1)));
      expect(result).toMatchObject({ imported: 1, duplicates: 1, merged: 1, conversations: 1, messages: 6 });
      expect(rowsOf(project).map(({ messages }) => messages)).toEqual([texts('a', 3), texts('b', 1)]);
      expect((await engine.ask('project.summary', {})).counts).toMatchObject({
        conversations: 2,
        messages: 8,
        answers: 4,
      });
      expect(await verified(engine)).toBeNull();
      // All of it is known now, what it was before and what it is.
      const all = [chat('a', 1), chat('a', 2), chat('a', 3)];
      expect(await importOne(engine, lines(...all))).toMatchObject({ imported: 0, duplicates: 3, merged: 0 });
    });
  });

  test('and that ends in candidates is continued with all of them, and then no more', async () => {
    await withProject(async (engine, project) => {
      await importOne(engine, lines({ id: 'a', messages: [user('Hi')] }));
      const several = {
        id: 'a',
        messages: [user('Hi'), said('Hello'), user('Which?')],
        candidates: [said('A'), said('B')],
      };
      expect(await importOne(engine, lines(several))).toMatchObject({ merged: 1, messages: 4 });
      expect(rowsOf(project)[0]?.messages).toBe('Hi | Hello | Which? | A | B');
      const further = {
        ...several,
        messages: [...several.messages, said('A'), user('Why?')],
        candidates: undefined,
      };
      expect(await importOne(engine, lines(further))).toMatchObject({
        imported: 1,
        notes: [expect.stringContaining('under an id that another one has')],
      });
      expect(await verified(engine)).toBeNull();
    });
  });

  test('and whose content is another is a conversation of its own, and the result says so', async () => {
    await withProject(async (engine, project) => {
      await importOne(engine, lines(chat('a', 2)));
      const fork = { ...chat('a', 1), messages: [...chat('a', 1).messages, user('Something else')] };
      const other = { id: 'a', messages: [user('Quite another'), said('Yes')] };
      const result = await importOne(engine, lines(fork, other));
      expect(result).toMatchObject({ imported: 2, merged: 0 });
      expect(result.notes).toEqual([expect.stringMatching(/^2 conversations came under an id/)]);
      expect(rowsOf(project)).toHaveLength(3);
      expect(await importOne(engine, lines(other, fork))).toMatchObject({
        imported: 0,
        duplicates: 2,
        notes: [],
      });
      expect(await verified(engine)).toBeNull();
    });
  });

  test('and that is the beginning of what is there adds nothing', async () => {
    await withProject(async (engine) => {
      await importOne(engine, lines(chat('a', 3)));
      expect(await importOne(engine, lines(chat('a', 1)))).toMatchObject({
        imported: 0,
        duplicates: 1,
        merged: 0,
      });
      expect(await verified(engine)).toBeNull();
    });
  });

  test('in a trial gives the figures that the import then has', async () => {
    await withProject(async (engine) => {
      await importOne(engine, lines(chat('a', 1), chat('b', 2)));
      const file = lines(chat('a', 2), chat('a', 3), chat('c', 1), chat('c', 2), chat('b', 1), chat('c', 1));
      const tried = await importOne(engine, file, { dryRun: true });
      expect(tried).toEqual({ ...(await importOne(engine, file)), quarantine: null });
      expect(tried).toMatchObject({ imported: 1, duplicates: 5, merged: 3 });
    });
  });
});

/** Conversations that grow, with feedback that comes later, among others that stay as they are. */
const histories = fc.array(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    turns: fc.integer({ min: 1, max: 4 }),
    liked: fc.boolean(),
  }),
  { minLength: 1, maxLength: 12 },
);

const versionOf = ({ id, turns, liked }: { id: string; turns: number; liked: boolean }) => {
  const record = chat(id, turns);
  const messages = record.messages.map((message, index) =>
    liked && index === 1 ? { ...message, feedback: [thumb(1)] } : message,
  );
  return { ...record, messages };
};

test('however the versions of conversations are split into files, in whatever order: the longest of each, once, with all feedback', async () => {
  await fc.assert(
    fc.asyncProperty(
      histories,
      fc.array(fc.nat(12), { maxLength: 4 }),
      fc.boolean(),
      async (versions, cuts, oneImport) => {
        const records = versions.map(versionOf);
        const ends = [...new Set([...cuts.map((cut) => cut % records.length), records.length])].sort(
          (a, b) => a - b,
        );
        const parts = ends
          .map((end, index) => records.slice(ends[index - 1] ?? 0, end))
          .filter(({ length }) => length > 0);
        await withProject(async (engine, project) => {
          const files = parts.map((part) => lines(...part));
          if (oneImport) await importAll(engine, files);
          else for (const file of files) await importOne(engine, file);
          const ids = [...new Set(versions.map(({ id }) => id))].sort();
          expect(rowsOf(project)).toEqual(
            ids.map((id) => {
              const own = versions.filter((version) => version.id === id);
              return {
                name: id,
                messages: texts(id, Math.max(...own.map(({ turns }) => turns))),
                feedback: own.some(({ liked }) => liked) ? 1 : 0,
              };
            }),
          );
          expect(await verified(engine)).toBeNull();
          for (const file of files.reverse())
            expect(await importOne(engine, file)).toMatchObject({ imported: 0, merged: 0, rejected: 0 });
        });
      },
    ),
    { numRuns: times(6, 40) },
  );
});

test('an import of conversations that go on, cut off before its end, leaves those that are there as they were', async () => {
  await withProject(async (engine: TestEngine, project) => {
    await importOne(engine, lines(...numbers(400).map(transcript)));
    const before = rowsOf(project);
    const longer = numbers(400).map((n) => {
      const { messages, ...rest } = transcript(n);
      return { ...rest, messages: [...messages, user(`And ${n}?`), said(`Yes ${n}.`)] };
    });
    const file = lines(...longer, ...numbers(9000, 1000).map(transcript));
    const running = engine.call('import.transcripts', { files: [file] }, 'import');
    engine.engine.cancel('import');
    expect(await running).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    expect(rowsOf(project)).toEqual(before);
    expect(await importOne(engine, file)).toMatchObject({ imported: 9000, duplicates: 400, merged: 400 });
    expect(await verified(engine)).toBeNull();
  });
});

describe('turns that are added', () => {
  test('are looked through like all others: personal data, leaks, language, and the report of their file', async () => {
    await withProject(async (engine, project) => {
      const opening = [user('Hm.'), said('Ok.')];
      const rest = [
        user('Please write to anna.schmidt@example.org and tell her where the parcel is today.'),
        said('As a language model trained by OpenAI I cannot write mail, but this is what it would say.'),
      ];
      const talk = (messages: object[]) => ({ id: 'a', model: 'asst-3', messages });
      await importOne(engine, lines(talk(opening)));
      expect(await importOne(engine, lines(talk([...opening, ...rest])))).toMatchObject({
        imported: 0,
        duplicates: 1,
        merged: 1,
      });
      const found = withDatabase(project, (db) =>
        db
          .prepare<[], { position: number; text: string; codes: string; original: string | null }>(
            `SELECT m.position, m.text, (SELECT group_concat(code, ' ') FROM finding f WHERE f.message_id = m.id) AS codes,
               (SELECT original FROM redaction r WHERE r.message_id = m.id) AS original
             FROM message m WHERE m.position > 1 ORDER BY m.position`,
          )
          .all(),
      );
      expect(found).toMatchObject([
        {
          text: 'Please write to [EMAIL_1] and tell her where the parcel is today.',
          codes: 'pii.email',
          original: 'anna.schmidt@example.org',
        },
        { codes: 'model_leak', original: null },
      ]);
      const language = withDatabase(project, (db) =>
        db.prepare<[], { detected_language: string }>('SELECT detected_language FROM conversation').get(),
      );
      expect(language).toEqual({ detected_language: 'en' });
      const { report } = await engine.ask('survey.report', {});
      expect(report).toMatchObject({ conversations: 1, messages: 4 });
      expect(await verified(engine)).toBeNull();
    });
  });
});
