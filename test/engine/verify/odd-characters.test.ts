import { expect, test } from 'vitest';
import { importOne, intake } from '../../support/intake.ts';

const { lines, withProject } = intake();

/** Every character that JSON writes in a way of its own, and some that are near to those. */
const ODD = `${String.fromCharCode(...Array.from({ length: 0x21 }, (_, code) => code + 1))}"\\/\u007f\u0080\u2028\u2029é漢🙂`;

const message = (role: string, text: string) => ({
  role,
  id: `id ${ODD}`,
  content: text,
  model: `model ${ODD}`,
  latency_ms: 12.5,
  sent: { by: ODD, at: 0.1, twice: 1e21 },
  feedback: [{ kind: 'explicit', signal: 'stars', value: 4, comment: ODD }],
});

test('what was imported with odd characters in every field is proved to be what is stored', async () => {
  const records = [1, 2, 3].map((number) => ({
    id: `${number} ${ODD}`,
    created_at: '2026-10-02T09:31:04.123Z',
    model: ODD,
    model_version: ODD,
    language: number === 1 ? undefined : ODD,
    use_case: ODD,
    groups: { [ODD]: ODD },
    extra: [ODD, 1.5, { [ODD]: null }],
    messages: [message('user', `${number} ${ODD}`), message('assistant', `yes ${ODD}`)],
  }));
  await withProject(async (engine) => {
    await importOne(engine, lines(...records));
    expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true });
  });
});
