import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openContents, packetBytes } from '../../../electron/engine/packets/read-contents.ts';
import { digestOf } from '../../support/bytes.ts';
import { useSettings } from '../../support/settings.ts';
import { complete, idOf, queueOf, rate } from '../../support/study.ts';
import { writeLines } from '../../support/transcripts.ts';
import { scene } from './scene.ts';

const { at, study, inProject, copyOfStudy, rated, merge } = scene();

describe('packets', () => {
  test('go out, are rated in projects of their own, and come back: any of them, in any order, any number of times', async () => {
    const ada = await rated('Ada', 'her machine', 4);
    const ben = await rated('Ben', 'his machine', 2);
    const first = await inProject(async (engine) => {
      const merged = await merge(engine, ada, ben);
      expect(merged).toMatchObject({ ratings: 8, new: 8, duplicates: 0, conflicting: 0, conflicts: [] });
      expect((await engine.ask('project.stats', {})).per_rater).toEqual({ Ada: 4, Ben: 4, Cyd: 0 });
      expect(await engine.ask('audit.verify', {})).toMatchObject({
        ok: true,
        first_bad: null,
        content_digest: merged.digest,
      });
      return merged.digest;
    });
    await inProject(async (engine) => {
      expect((await merge(engine, ben)).new).toBe(4);
      expect((await merge(engine, ada, ben, ada)).digest).toBe(first);
    });
  });

  test('that bring nothing new leave no trace', async () => {
    const back = await rated('Cyd', 'a machine', 3, 2);
    await inProject(async (engine) => {
      await merge(engine, back);
      const before = await engine.ask('audit.verify', {});
      expect(await merge(engine, back)).toMatchObject({ ratings: 2, new: 0, duplicates: 2 });
      expect(await engine.ask('audit.verify', {})).toEqual(before);
    });
  });

  test('that are sent again after more was rated bring only that', async () => {
    await rated('Ben', 'one machine', 2, 1);
    const sent = await inProject(async (engine) => {
      using _settings = useSettings(at('settings of one machine'));
      const [first = '', second = ''] = await queueOf(engine, idOf(study(), 'Ben'));
      await rate(engine, second, complete(5));
      await rate(engine, first, [{ kind: 'value', dimension: 'fluency', value: 1 }, { kind: 'submit' }]);
      await engine.ask('packet.make', { out: at('more.packet') });
      return first;
    }, at('Ben on one machine.touchstone'));
    await inProject(async (engine) => {
      await merge(engine, at('Ben from one machine.packet'));
      const more = await merge(engine, at('more.packet'));
      expect(more).toMatchObject({ ratings: 2, new: 2, duplicates: 0, conflicts: [] });
      const { stored } = await engine.ask('item.show', { assignment: sent });
      expect(stored.rating).toMatchObject({ status: 'submitted', values: { fluency: 1 } });
      // The packet that was sent first comes late, and changes nothing.
      const late = await merge(engine, at('Ben from one machine.packet'));
      expect(late).toMatchObject({ new: 0, duplicates: 1, conflicts: [], digest: more.digest });
    });
  });

  test('let a rater go on where they stopped, without taking anything for new on the way back', async () => {
    const project = copyOfStudy('begun.touchstone');
    const ada = idOf(study(), 'Ada');
    await inProject(async (engine) => {
      const [first = ''] = await queueOf(engine, ada);
      await rate(engine, first, complete(3));
      await engine.ask('packet.make', { raters: ['Ada'], out: at('begun.packet') });
    }, project);
    await inProject(async (engine) => {
      await engine.ask('packet.open', { file: at('begun.packet'), out: at('begun at home.touchstone') });
      const { entries, next } = await engine.ask('queue.open', { rater: ada });
      expect(entries.map(({ status }) => status)).toEqual(['submitted', 'open', 'open', 'open']);
      expect(next.undo, 'what was done elsewhere is not undone here').toBeNull();
      await rate(engine, entries[0]?.assignment ?? '', [
        { kind: 'value', dimension: 'fluency', value: 5 },
        { kind: 'submit' },
      ]);
      await engine.ask('packet.make', { out: at('begun back.packet') });
    });
    await inProject(async (engine) => {
      const merged = await merge(engine, at('begun back.packet'));
      expect(merged).toMatchObject({ ratings: 1, new: 1, events: 2, conflicts: [] });
      const [first = ''] = await queueOf(engine, ada);
      const { stored } = await engine.ask('item.show', { assignment: first });
      expect(stored).toMatchObject({ rating: { values: { fluency: 5 } }, activeMs: 7000 });
      expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true });
    }, project);
  });

  test('of work and of ratings know which they are', async () => {
    const back = await rated('Cyd', 'another machine', 3, 1);
    await inProject(async (engine) => {
      expect(await engine.refused('packet.open', { file: back, out: at('no.touchstone') })).toMatchObject({
        code: 'PACKET_NO_WORK',
      });
      expect(await engine.refused('project.open', { file: back })).toMatchObject({
        code: 'PACKET_NOT_OPENED',
      });
    });
    await inProject(async (engine) => {
      const { origin, raters } = await engine.ask('packet.state', {});
      expect(origin?.rater).toMatchObject({ name: 'Cyd', id: idOf(study(), 'Cyd') });
      expect(raters).toMatchObject([{ rater: { name: 'Cyd' }, assigned: 4, done: 1 }]);
    }, at('Cyd on another machine.touchstone'));
  });

  test('are made for several raters at once, under names of their own, and overwrite nothing', async () => {
    await inProject(async (engine) => {
      const { packets } = await engine.ask('packet.make', { raters: ['Ada', 'Ben'], folder: at('.') });
      expect(packets.map(({ file }) => file)).toEqual([
        at('study - Ada.touchstone-packet'),
        at('study - Ben.touchstone-packet'),
      ]);
      const again = await engine.ask('packet.make', { raters: ['Ada'], folder: at('.') });
      expect(again.packets[0]?.file).toBe(at('study - Ada 2.touchstone-packet'));
      expect(
        await engine.refused('packet.make', { raters: ['Ada'], out: at('study - Ada.touchstone-packet') }),
      ).toMatchObject({ code: 'FILE_EXISTS' });
      expect(await engine.refused('packet.make', { raters: ['Zoe'], out: at('zoe') })).toMatchObject({
        code: 'RATER_UNKNOWN',
      });
      await engine.ask('rater.add', { name: 'Zoe' });
      expect(await engine.refused('packet.make', { raters: ['Zoe'], out: at('zoe') })).toMatchObject({
        code: 'PACKET_EMPTY',
      });
      expect((await engine.ask('packet.state', {})).raters[0]?.handedOut).not.toBeNull();
    });
  });
});

/** All that is in a packet but the rubric, as text. */
function textOf(packet: string): string {
  const { contents } = openContents(packetBytes(packet), packet, undefined);
  return JSON.stringify({ ...contents, work: { ...contents.work, rubrics: [] } });
}

describe('a packet of work', () => {
  test('tells nothing of models, users, sources, other raters, known answers or repeats', async () => {
    await inProject(async (engine) => {
      const line = {
        conversation: 'c-1',
        message: 2,
        rater: 'lead',
        values: { sensibleness: 1, specificity: 1, fluency: 3, bias: 0 },
      };
      const gold = writeLines(at('gold.jsonl'), [line]);
      await engine.ask('import.ratings', {
        files: [writeLines(at('dan.jsonl'), [{ ...line, rater: 'Dan' }])],
      });
      await engine.ask('assign.plan', {
        sample: study().sample,
        raters: ['Eve'],
        overlap: 1,
        repeat: 2,
        gold,
        seed: 1,
      });
      await engine.ask('packet.make', { raters: ['Eve'], out: at('eve.packet') });
    });
    const text = textOf(at('eve.packet'));
    expect(text).toContain('Question 1: where is my parcel?');
    expect(text).not.toMatch(/asst-\d|log-\d|"comment|thumb|refund|NG|Ada|Ben|Dan|lead|[Gg]old|[Rr]epeat/);
    expect(text, 'ids of the source').not.toMatch(/"[cm]-\d/);
    await inProject(async (engine) => {
      await engine.ask('packet.open', { file: at('eve.packet'), out: at('eve.touchstone') });
      const { counts } = await engine.ask('project.summary', {});
      expect(counts, 'a repeat is an item like any other').toMatchObject({
        raters: 1,
        items: 8,
        assignments: 8,
        ratings: 0,
      });
      expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true });
    });
  });

  test('of a project that is not blind tells the model, and nothing else', async () => {
    await inProject(async (engine) => {
      await engine.ask('settings.change', { blind: false, showPace: false });
      await engine.ask('packet.make', { raters: ['Ada'], out: at('open.packet') });
      await engine.ask('packet.open', { file: at('open.packet'), out: at('open.touchstone') });
      expect(await engine.ask('settings.read', {})).toMatchObject({ blind: false, showPace: false });
    });
    const text = textOf(at('open.packet'));
    expect(text).toMatch(/asst-\d/);
    expect(text).not.toMatch(/log-\d|"comment|thumb|Ben/);
  });

  test('holds what stands in the place of personal data, and nothing that it could be found out by', async () => {
    const secret = 'mia.berger@example.org';
    const file = writeLines(at('personal.jsonl'), [
      {
        id: 'p-1',
        messages: [
          { role: 'user', content: `Write to ${secret}, please.` },
          { role: 'assistant', content: `I have written to ${secret}.` },
        ],
      },
    ]);
    await inProject(async (engine) => {
      await engine.ask('project.create', { file: at('personal.touchstone') });
      await engine.ask('import.transcripts', { files: [file] });
      const { sample } = await engine.ask('sample.draw', { size: 1, seed: 1 });
      await engine.ask('assign.plan', { sample, raters: ['Ada'], overlap: 1, seed: 1 });
      await engine.ask('packet.make', { raters: ['Ada'], out: at('personal.packet') });
      const { id } = await engine.ask('project.summary', {});
      const text = textOf(at('personal.packet'));
      expect(text).toContain('[EMAIL_1]');
      expect(text).not.toContain(secret);
      // What names the answer by its content is keyed by the project id, which does not travel.
      expect(text).not.toContain(id);
    });
  });

  test('shows a comparison as the study does: the candidates by their numbers, in the order drawn for the rater', async () => {
    const answer = (content: string) => ({ role: 'assistant', content });
    const file = writeLines(at('compared.jsonl'), [
      {
        id: 'k-1',
        messages: [{ role: 'user', content: 'Which?' }],
        candidates: [answer('The first.'), answer('The second.'), answer('The third.')],
      },
    ]);
    const sent = await inProject(async (engine) => {
      await engine.ask('import.transcripts', { files: [file] });
      const { sample } = await engine.ask('sample.draw', { size: 1, seed: 1, comparisons: true });
      await engine.ask('assign.plan', { sample, raters: ['Eve'], overlap: 1, seed: 1 });
      await engine.ask('packet.make', { raters: ['Eve'], out: at('compared.packet') });
      const { raters } = await engine.ask('project.summary', {});
      const eve = raters.find(({ name }) => name === 'Eve')?.id ?? '';
      const [first = ''] = await queueOf(engine, eve);
      const { candidates } = await engine.ask('item.show', { assignment: first });
      return { eve, candidates, project: (await engine.ask('project.summary', {})).file };
    });
    await inProject(async (engine) => {
      await engine.ask('packet.open', { file: at('compared.packet'), out: at('compared home.touchstone') });
      const [first = ''] = await queueOf(engine, sent.eve);
      const { candidates } = await engine.ask('item.show', { assignment: first });
      expect(candidates).toEqual(sent.candidates);
      await rate(engine, first, [{ kind: 'preference', choice: 1, strength: 3 }, { kind: 'submit' }]);
      expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true, first_bad: null });
      await engine.ask('packet.make', { out: at('compared back.packet') });
    });
    await inProject(async (engine) => {
      const merged = await merge(engine, at('compared back.packet'));
      expect(merged).toMatchObject({ ratings: 1, new: 1, conflicts: [] });
    }, at(sent.project));
  });
});

test('the key of a machine is made once, for its user alone', async () => {
  await rated('Ada', 'a new machine', 3, 1);
  const key = join(at('settings of a new machine'), 'signing-key.pem');
  const made = digestOf(key);
  expect(statSync(key).mode & 0o777).toBe(0o600);
  using _settings = useSettings(at('settings of a new machine'));
  await inProject(
    (engine) => engine.ask('packet.make', { out: at('once more.packet') }),
    at('Ada on a new machine.touchstone'),
  );
  expect(digestOf(key)).toBe(made);
});
