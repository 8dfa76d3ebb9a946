import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { jobHandlers } from '../../electron/engine/handlers/jobs.ts';
import { readHandlers } from '../../electron/engine/handlers/reads.ts';
import { writeHandlers } from '../../electron/engine/handlers/writes.ts';
import { openings } from '../../electron/engine/openings.ts';
import {
  COMMANDS,
  type EngineCommandName,
  type InputOf,
  isCommandName,
  isEngineCommand,
  type OutputOf,
} from '../../shared/contract/commands.ts';
import { ERRORS } from '../../shared/contract/errors.ts';
import { draftOf } from '../../shared/domain/rubric-draft.ts';
import { TestEngine, withEngine } from '../support/engine.ts';
import { complete, queueOf, rate } from '../support/study.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { numbers, transcript, writeLines } from '../support/transcripts.ts';

const ENGINE_COMMANDS = Object.keys(COMMANDS).filter(isCommandName).filter(isEngineCommand);

describe('every command of the contract', () => {
  test('but the window its own has exactly one handler, in the lane it names', () => {
    const lanes = { job: jobHandlers, read: readHandlers, write: { ...writeHandlers, ...openings } };
    const handled = Object.entries(lanes).flatMap(([lane, handlers]) =>
      Object.keys(handlers).map((name) => [name, lane]),
    );
    const wanted = ENGINE_COMMANDS.map((name) => [name, COMMANDS[name].lane]);
    expect(handled.sort()).toEqual(wanted.sort());
    expect(Object.keys(writeHandlers).filter((name) => name in openings)).toEqual([]);
  });

  test('refuses input that is not what it asks for, before anything is done', async () => {
    const engine = new TestEngine();
    for (const name of ENGINE_COMMANDS) {
      const result = await engine.engine.dispatch(name, 'not an object', { actor: 'Lea' });
      expect(result, name).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    }
  });

  test('but those that open one says so when no project is open', async () => {
    const engine = new TestEngine();
    expect(await engine.refused('project.summary', {})).toMatchObject({ code: 'NO_PROJECT' });
    expect(await engine.refused('rater.add', { name: 'Ada' })).toMatchObject({ code: 'NO_PROJECT' });
    expect(await engine.refused('audit.verify', {})).toMatchObject({
      code: 'NO_PROJECT',
      advice: ERRORS.NO_PROJECT.advice,
    });
  });
});

describe('one walk through every command', () => {
  const folder = tempFolder();
  const file = (name: string): string => join(folder, name);
  const engine = new TestEngine();
  afterAll(() => engine.close());
  const done = new Set<string>();
  let logged = 0;

  const transcripts = writeLines(file('transcripts.jsonl'), [...numbers(8).map(transcript), '{']);
  const rated = (n: number, rater: string, fluency: number) => ({
    conversation: `c-${n}`,
    message: 2,
    rater,
    values: { sensibleness: 1, specificity: 1, fluency, bias: 0 },
    rewrite: `Better ${n}.`,
  });
  const ratings = writeLines(
    file('ratings.jsonl'),
    numbers(4).flatMap((n) => [rated(n, 'Dan', 1 + n), rated(n, 'Eve', 5 - n)]),
  );
  const gold = writeLines(file('gold.jsonl'), [rated(7, 'lead', 5)]);

  /** What the rater of a packet sends back, who judged its first answer. */
  const sendBack = (packet: string, back: string): Promise<unknown> =>
    withEngine(async (other) => {
      const { raters } = await other.ask('packet.open', { file: packet, out: `${packet}.touchstone` });
      const [first = ''] = await queueOf(other, raters[0]?.id ?? '');
      await rate(other, first, complete());
      return await other.ask('packet.make', { out: back });
    });

  /** The acts that the audit log has gained since it was last asked. */
  async function newActs(): Promise<string[]> {
    const { total, entries } = await engine.ask('audit.log', { limit: 500 });
    const fresh = entries.slice(0, total - logged).map(({ action }) => action);
    logged = total;
    return fresh.reverse();
  }

  /**
   * Makes a call. Its output must be just what the contract says, nothing missing and nothing more, and the audit log must gain
   * exactly these acts.
   */
  async function walk<Name extends EngineCommandName>(
    name: Name,
    input: InputOf<Name>,
    acts: string[] = [],
  ): Promise<OutputOf<Name>> {
    const output = await engine.ask(name, input);
    const parsed = COMMANDS[name].output.parse(output);
    // Statistics come with how they were computed, which callers may ignore.
    if (name === 'project.stats') expect(output).toMatchObject(parsed);
    else expect(parsed, name).toEqual(output);
    done.add(name);
    if (name !== 'project.close') expect(await newActs(), `${name} in the audit log`).toEqual(acts);
    return output;
  }

  test('gives what the contract says, and logs every change and nothing else', async () => {
    await walk('project.create', { file: file('study.touchstone') }, ['project.create', 'rubric.add']);
    await walk('import.inspect', { file: transcripts });
    await walk('import.transcripts', { files: [transcripts], dryRun: true });
    const { files } = await walk('import.transcripts', { files: [transcripts] }, ['import.transcripts']);
    await walk('import.transcripts', { files: [transcripts] }, ['import.transcripts']);
    await walk('import.batches', {});
    await walk('import.quarantine', { batch: files[0]?.quarantine ?? '' });
    await walk('import.look', { file: transcripts });
    await walk('quarantine.export', { out: file('rejected.jsonl') });
    const mapping = {
      touchstone_mapping: 1,
      layout: 'pairs',
      prompt: 'q',
      response: 'a',
      time: 'auto',
    } as const;
    await walk('mapping.save', { name: 'questions', mapping }, ['mapping.save']);
    await walk('mapping.list', {});
    await walk('mapping.remove', { name: 'questions' }, ['mapping.remove']);
    await walk('import.ratings', { files: [ratings] }, [
      'rater.add',
      'rater.add',
      'ratings.import',
      'import.ratings',
    ]);
    await walk('import.ratings', { files: [ratings] }, ['import.ratings']);

    await walk('search.build', {});
    await walk('search.state', {});
    const { rows } = await walk('browse.page', { where: 'feedback.thumb = -1', text: 'parcel' });
    await walk('browse.count', { text: 'parcel' });
    const conversation = rows[0]?.id ?? 0;
    await walk('browse.conversation', { id: conversation });
    await walk('privacy.reveal', { conversation, reason: 'A question of the customer.' }, ['privacy.reveal']);
    await walk('survey.report', {});
    await walk('browse.facets', {});

    await walk('sample.fields', {});
    await walk('sample.plan', { size: 6, seed: 7 });
    const { sample } = await walk('sample.draw', { size: 6, seed: 7, strata: ['model'] }, ['sample.draw']);
    await walk('sample.list', {});
    await walk('sample.verify', { sample });
    const ada = await walk('rater.add', { name: 'Ada' }, ['rater.add']);
    await walk('assign.plan', { sample, raters: ['Ada', 'Ben'], overlap: 2, repeat: 1, gold, seed: 7 }, [
      'gold.set',
      'rater.add',
      'assign.plan',
    ]);

    await walk('packet.make', { raters: ['Ada'], out: file('ada.packet') }, ['packet.make']);
    const { entries } = await walk('queue.open', { rater: ada.id });
    const assignment = entries[0]?.assignment ?? '';
    await walk('item.show', { assignment });
    await walk('rating.record', { assignment, action: { kind: 'flag', flagged: true, question: 'So?' } }, [
      'rate',
    ]);
    const skip = { kind: 'skip', reason: 'unclear' } as const;
    await walk('rating.record', { assignment, action: skip }, ['rate']);
    await walk('rating.undo', { rater: ada.id }, ['undo']);
    await walk('rating.redo', { rater: ada.id }, ['redo']);

    await walk('mark.list', {});
    await walk('mark.item', { assignment });
    await walk('mark.answer', { assignment, text: 'Yes.' }, ['mark.answer']);
    const place = { assignment, dimension: 'fluency', panel: null };
    await walk('place.keep', { rater: ada.id, place });
    await walk('queue.open', { rater: ada.id });
    await walk('item.show', { assignment });
    await walk('pace.since', { rater: ada.id, since: '2026-01-01T00:00:00Z' });
    await walk('feedback.show', { assignment });

    await walk('settings.change', { blind: false, showPace: true }, ['settings.change']);
    await walk('settings.change', { blind: false });
    await walk('settings.read', {});
    await walk('item.show', { assignment });
    const gus = await walk('rater.add', { name: 'Gus' }, ['rater.add']);
    await walk('assign.plan', { sample, raters: ['Gus'], overlap: 1, calibration: true, seed: 7 }, [
      'assign.plan',
    ]);
    for (const own of (await engine.ask('queue.open', { rater: gus.id })).entries)
      await walk('rating.record', { assignment: own.assignment, action: skip }, ['rate']);
    await walk('calibration.answers', { rater: gus.id, round: sample });

    const { versions } = await walk('rubric.read', {});
    const rubric = await walk('rubric.load', {});
    const draft = draftOf(rubric, () => 'u');
    await walk('rubric.keep', { draft: { base: versions[0]?.rubric.version ?? 0, draft } });
    const [first, ...others] = rubric.dimensions;
    const reworded = { ...rubric, dimensions: [{ ...first, question: 'Does it?' }, ...others] };
    await walk('rubric.save', { base: 1, rubric: reworded, note: 'In other words.' }, ['rubric.save']);
    await walk('rubric.affected', {});
    const { act } = await walk('rubric.rerate', { dimensions: ['sensibleness'] }, ['rubric.rerate']);
    await walk('rubric.takeBack', { act }, ['rubric.takeBack']);
    await walk('rubric.export', { out: file('rubric.json') });

    await walk('assign.state', { sample });
    await walk('assign.replace', { rater: 'Ben', by: ['Fay'], sample, seed: 7 }, [
      'rater.add',
      'assign.replace',
    ]);
    await walk('agreement.report', { bootstrap: 20, by: 'model' });
    await walk('agreement.costly', { dimension: 'fluency' });
    await walk('agreement.pulse', {});
    await walk('agreement.document', { at: '2026-10-05T14:02:11Z' });
    const { units } = await walk('adjudication.queue', { by: 'model' });
    const unit = { item: units[0]?.item ?? '', dimension: units[0]?.dimension ?? '' };
    await walk('adjudication.unit', unit);
    await walk('adjudication.decide', { decisions: [{ unit, value: 4 }] }, ['adjudicate.decide']);
    await walk('adjudication.return', { unit, note: 'Look again.' }, ['adjudicate.return']);
    for (const way of ['undo', 'redo'] as const) await walk(`adjudication.${way}`, {}, [`adjudicate.${way}`]);
    await walk('export.preview', { recipe: { format: 'trl-sft' } });
    await walk('export.write', { recipe: { format: 'trl-preference' }, out: file('out') });

    const drawn = await walk('audit.draw', { unmarked: 2, seed: 7 }, ['audit.draw']);
    await walk('audit.samples', {});
    const audited = await walk('audit.entries', { sample: drawn.id });
    const entry = audited.entries[0]?.entry ?? '';
    await walk('audit.item', { entry });
    await walk('audit.decide', { entry, decision: 'confirm', reason: 'Yes.' }, ['audit.decide']);
    await sendBack(file('ada.packet'), file('back.packet'));
    await walk('packet.merge', { files: [file('back.packet')] }, ['packet.merge']);
    await walk('packet.merge', { files: [file('back.packet')] });
    const { conflicts } = await walk('packet.state', {});
    const kept = conflicts[0]?.versions[1]?.event;
    await walk('packet.resolve', { conflict: conflicts[0]?.id ?? '', how: 'keep', event: kept }, [
      'packet.resolve',
    ]);

    await walk('audit.verify', {});
    await walk('audit.log', {});
    await walk('project.summary', {});
    await walk('project.stats', {});
    await walk('project.close', {});
    await walk('project.open', { file: file('study.touchstone') });

    // What was refused leaves no trace.
    await engine.refused('rater.add', { name: 'Ada' });
    await engine.refused('rating.record', {
      assignment,
      action: { kind: 'value', dimension: 'fluency', value: 9 },
    });
    await engine.refused('audit.decide', { entry: sample, decision: 'confirm', reason: 'x' });
    await engine.refused('sample.draw', { size: 1, seed: 1, where: 'language = xx' });
    await engine.refused('assign.plan', { sample, raters: ['Ada'], overlap: 2, seed: 1 });
    expect(await newActs()).toEqual([]);
  });

  test('makes a project of a packet', async () => {
    logged = 0;
    await walk('packet.open', { file: file('ada.packet'), out: file('ada.touchstone') }, [
      'project.create',
      'rubric.add',
      'rater.add',
      'import.transcripts',
      'packet.open',
    ]);
    expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true });
  });

  test('makes the sample project, which says that it is illustrative', async () => {
    logged = 0;
    const output = await engine.ask('project.createSample', { file: file('sample.touchstone') });
    expect(COMMANDS['project.createSample'].output.parse(output)).toEqual(output);
    expect(output).toMatchObject({
      illustrative: true,
      raters: expect.arrayContaining([expect.objectContaining({ name: 'Guest' })]),
    });
    expect(output.counts.ratings).toBeGreaterThan(0);
    const acts = new Set(await newActs());
    expect([...acts]).toEqual(
      expect.arrayContaining([
        'project.create',
        'import.transcripts',
        'import.ratings',
        'sample.draw',
        'assign.plan',
      ]),
    );
    const rater = output.raters.find(({ name }) => name === 'Guest')?.id ?? '';
    expect((await engine.ask('queue.open', { rater })).entries).toHaveLength(40);
    expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true });
    done.add('project.createSample');
  });

  test('leaves none of them out', () => {
    expect([...done].sort()).toEqual([...ENGINE_COMMANDS].sort());
  });
});
