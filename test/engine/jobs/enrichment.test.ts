import { expect, test } from 'vitest';
import { ACTS, type ActOutput } from '../../../electron/engine/acts.ts';
import type { Enriched, Enrichment, StartEnrichment } from '../../../electron/engine/jobs/enrichment.ts';
import { importTranscripts } from '../../../electron/engine/jobs/import-transcripts.ts';
import type { JobContext } from '../../../electron/engine/lanes.ts';
import { verify } from '../../../electron/engine/verify/verify.ts';
import { type Conversation, type Message, placedMessages } from '../../../shared/domain/conversation.ts';
import { Desk } from '../../support/desk.ts';
import { intake } from '../../support/intake.ts';

const { lines, withProject } = intake();

const SECRET = /secret-\d/g;

/** Marks every secret, wherever it stands. */
function hidden(message: Message, index: number): { message: Message; redactions: Enriched['redactions'] } {
  const redactions: {
    message: number;
    start: number;
    end: number;
    kind: string;
    placeholder: string;
    original: string;
  }[] = [];
  let text = '';
  let from = 0;
  for (const match of message.text.matchAll(SECRET)) {
    text += message.text.slice(from, match.index);
    redactions.push({
      message: index,
      start: text.length,
      end: text.length + 3,
      kind: 'secret',
      placeholder: '[S]',
      original: match[0],
    });
    text += '[S]';
    from = match.index + match[0].length;
  }
  if (redactions.length === 0) return { message, redactions };
  const clean = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value).replaceAll(SECRET, '[S]'));
  return {
    message: {
      ...message,
      text: text + message.text.slice(from),
      parts: clean(message.parts),
      feedback: clean(message.feedback),
    },
    redactions,
  };
}

class Hiding implements Enrichment {
  private counted = { enriched: 0, again: 0 };

  enrich(conversation: Conversation): Enriched {
    this.counted.enriched += 1;
    return this.hide(conversation);
  }

  private hide(conversation: Conversation): Enriched {
    const made = placedMessages(conversation).map(({ message }, index) => hidden(message, index));
    const messages = made.map(({ message }) => message);
    const context = conversation.messages.length;
    const redactions = made.flatMap((one) => one.redactions);
    return {
      conversation: {
        ...conversation,
        messages: messages.slice(0, context),
        candidates: messages.slice(context),
      },
      findings: [...new Set(redactions.map(({ message }) => message))].map((message) => ({
        message,
        code: 'pii.secret',
      })),
      redactions,
      detectedLanguage: 'en',
    };
  }

  goOn(conversation: Conversation): Enriched {
    return this.again(conversation);
  }

  again(conversation: Conversation): Enriched {
    this.counted.again += 1;
    return this.hide(conversation);
  }

  report(): string {
    return JSON.stringify(this.counted);
  }
}

const start: StartEnrichment = () => new Hiding();

/** Imports with an enrichment, as the job would. */
async function importHiding(desk: Desk, file: string) {
  const context: JobContext = {
    db: desk.db,
    path: desk.project.path,
    notices: [],
    signal: new AbortController().signal,
    progress: () => undefined,
    act: async (name, payload) =>
      desk.write((writing) => ACTS[name](writing, payload as never)) as ActOutput<typeof name>,
  };
  const input = { adapter: 'native', dryRun: false, personalData: 'keep', names: false } as const;
  const [done] = (await importTranscripts(context, { ...input, files: [file] }, start)).files;
  return done;
}

const user = (content: unknown) => ({ role: 'user', content });
const said = (content: unknown, comment = 'of secret-9') => ({
  role: 'assistant',
  content,
  feedback: [{ kind: 'explicit', signal: 'comment', comment }],
});

test('what was made of conversations is stored, what they were is known: they are found by it, and verify by it', async () => {
  const project = await withProject(async (_engine, path) => path);
  const desk = await Desk.open(project);
  const first = {
    id: 'a',
    messages: [user('My secret-1 and secret-22'), said([{ type: 'text', text: 'secret-1' }])],
  };
  const file = lines(first, { id: 'b', messages: [user('Nothing'), said('here', 'plain')] });
  expect(await importHiding(desk, file)).toMatchObject({ imported: 2 });
  const ask = (sql: string) => desk.db.prepare(sql).raw().all();
  expect(ask('SELECT text, parts FROM message ORDER BY id')).toEqual([
    ['My [S] and [S]2', null],
    ['[S]', '[{"type":"text","text":"[S]"}]'],
    ['Nothing', null],
    ['here', null],
  ]);
  expect(ask('SELECT message_id, code FROM finding')).toEqual([
    [1, 'pii.secret'],
    [2, 'pii.secret'],
  ]);
  expect(ask('SELECT message_id, start, "end", kind, original FROM redaction ORDER BY id')).toEqual([
    [1, 3, 6, 'secret', 'secret-1'],
    [1, 11, 14, 'secret', 'secret-2'],
    [2, 0, 3, 'secret', 'secret-1'],
    [2, 0, 0, 'parts', '[{"type":"text","text":"secret-1"}]'],
  ]);
  expect(ask('SELECT detected_language FROM conversation')).toEqual([['en'], ['en']]);
  expect(ask('SELECT comment FROM feedback ORDER BY id')).toEqual([['of [S]'], ['plain']]);
  expect(ask('SELECT body FROM batch_report')).toEqual([['{"enriched":2,"again":0}']]);
  expect(verify(desk.db, () => undefined)).toMatchObject({ ok: true });

  // The same again adds nothing, a conversation that goes on is told by what it was.
  expect(await importHiding(desk, file)).toMatchObject({ imported: 0, duplicates: 2, merged: 0 });
  const further = lines({
    ...first,
    messages: [...first.messages, user('And secret-3?'), said('No.', 'plain')],
  });
  expect(await importHiding(desk, further)).toMatchObject({ imported: 0, merged: 1 });
  expect(ask('SELECT text FROM message WHERE conversation_id = 1 AND position > 1')).toEqual([
    ['And [S]?'],
    ['No.'],
  ]);
  expect(ask('SELECT original FROM redaction ORDER BY id DESC LIMIT 1')).toEqual([['secret-3']]);
  expect(
    await importHiding(desk, lines(first, { ...first, messages: [user('My secret-1 and secret-22')] })),
  ).toMatchObject({
    imported: 0,
    duplicates: 2,
  });
  expect(verify(desk.db, () => undefined)).toMatchObject({ ok: true });
  desk.db.prepare("UPDATE redaction SET original = 'other' WHERE id = 1").run();
  expect(verify(desk.db, () => undefined)).toMatchObject({
    first_bad: { table: 'conversation', sequence: 1 },
  });
  desk.close();
});
