import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../shared/domain/settings.ts';
import { tamper } from '../../support/database.ts';
import { withEngine } from '../../support/engine.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const folder = tempFolder();
const path = join(folder, 'study.touchstone');

test('a project begins blind, and keeps what the lead chooses instead', async () => {
  await withEngine(async (engine) => {
    await engine.ask('project.create', { file: path });
    expect(await engine.ask('settings.read', {})).toEqual(DEFAULT_SETTINGS);
    expect(DEFAULT_SETTINGS).toMatchObject({ blind: true, goldFeedback: 'hidden', pauseAfterMinutes: null });
    await engine.ask('settings.change', { blind: false, pauseAfterMinutes: 50 });
    await engine.ask('settings.change', { pauseAfterMinutes: null, goldFeedback: 'training' });
  });
  await withEngine(async (engine) => {
    const { settings } = await engine.ask('project.open', { file: path });
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, blind: false, goldFeedback: 'training' });
  });
});

test('who changed what is in the audit log, and what was not changed is not', async () => {
  await withEngine(async (engine) => {
    await engine.ask('project.open', { file: path });
    const before = (await engine.ask('audit.log', {})).total;
    await engine.ask('settings.change', { blind: true, goldFeedback: 'training' });
    await engine.ask('settings.change', { blind: true });
    const { total, entries } = await engine.ask('audit.log', {});
    expect(total).toBe(before + 1);
    expect(entries[0]).toMatchObject({ actor: 'Lea', action: 'settings.change' });
    expect(entries[0]?.payload).toContain('"settings":{"blind":true}');
    expect(await engine.ask('audit.verify', {})).toMatchObject({ ok: true });
  });
});

test('a setting that is not one is refused', async () => {
  await withEngine(async (engine) => {
    await engine.ask('project.open', { file: path });
    for (const change of [{ blind: 'no' }, { pauseAfterMinutes: 1 }, { colour: 'red' }])
      expect(await engine.engine.dispatch('settings.change', change, { actor: 'Lea' })).toMatchObject({
        ok: false,
        error: { code: 'INVALID_INPUT' },
      });
  });
});

test('a setting changed or added behind the log is found', async () => {
  for (const statement of [
    "UPDATE setting SET value = 'false' WHERE id = (SELECT max(id) FROM setting WHERE name = 'blind')",
    "INSERT INTO setting (name, value, at) VALUES ('blind', 'false', 0)",
  ]) {
    tamper(path, statement);
    await withEngine(async (engine) => {
      await engine.ask('project.open', { file: path });
      expect(await engine.ask('audit.verify', {}), statement).toMatchObject({ ok: false });
    });
  }
});
