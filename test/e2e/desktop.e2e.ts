import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { companions } from '../support/bytes.ts';
import { withEngine } from '../support/engine.ts';
import { makeStudy } from '../support/study.ts';
import { electronCommand, environment, launch, type Touchstone, workFolder } from './harness.ts';

const study = async (folder: string): Promise<string> =>
  (await withEngine((engine) => makeStudy(engine, folder))).path;

/** What the window shows, also when the test tool has lost sight of a page that crashed. */
const shown = (touchstone: Touchstone): Promise<string> =>
  touchstone.app.evaluate(
    ({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText') ?? '',
  );

test('a second start hands its project to the first and leaves', async () => {
  await using folder = await workFolder();
  const project = await study(folder.path);
  await using touchstone = await launch(folder.path);
  await touchstone.page.getByText('Try the sample project').waitFor();
  const { executable, args } = electronCommand();
  const second = spawn(executable, [...args, 'study.touchstone'], {
    cwd: folder.path,
    env: environment({ TOUCHSTONE_USER_DATA: join(folder.path, 'user-data') }),
    stdio: 'ignore',
  });
  expect(await once(second, 'exit')).toEqual([0, null]);
  await touchstone.page.getByText('Who is at the desk?').waitFor();
  const state = await touchstone.call('app.state', {});
  expect(state.ok && state.value.recents).toMatchObject([
    { name: 'study', folder: join(project, '..'), exists: true },
  ]);
});

test('a page that crashed comes back with its project', async () => {
  await using folder = await workFolder();
  await using touchstone = await launch(folder.path, { project: await study(folder.path) });
  await touchstone.page.getByText('Who is at the desk?').waitFor();
  await touchstone.app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const back = new Promise((resolve) => contents?.once('did-finish-load', () => resolve(true)));
    contents?.forcefullyCrashRenderer();
    await back;
  });
  await expect.poll(() => shown(touchstone), { timeout: 20_000 }).toContain('Who is at the desk?');
});

test('quitting closes the project: one plain file is left, and nothing to mend', async () => {
  await using folder = await workFolder();
  const project = await study(folder.path);
  {
    await using touchstone = await launch(folder.path, { project });
    await touchstone.page.getByText('Who is at the desk?').waitFor();
    expect(companions(project)).toContain('-wal');
  }
  expect(companions(project)).not.toContain('-wal');
  await withEngine(async (engine) => {
    expect((await engine.ask('project.open', { file: project })).notices).toEqual([]);
  });
});

test('quitting works although the engine is down for good', async () => {
  await using folder = await workFolder();
  const touchstone = await launch(folder.path);
  for (let kill = 0; kill < 6; kill += 1) {
    const { engine } = await touchstone.processes();
    process.kill(engine, 'SIGKILL');
    await expect.poll(() => touchstone.runs(engine), { timeout: 10_000 }).toBe(false);
  }
  expect(await touchstone.call('project.summary', {})).toMatchObject({
    ok: false,
    error: { code: 'ENGINE_STOPPED' },
  });
  const ended = once(touchstone.app.process(), 'exit');
  await touchstone.app.close();
  expect(await ended).toEqual([0, null]);
});

test('closing the window on what could not be saved asks first, and closing again leaves', async () => {
  await using folder = await workFolder();
  await using touchstone = await launch(folder.path);
  const { page } = touchstone;
  await touchstone.setDocuments(folder.path);
  await page.getByText('Try the sample project').click();
  await page.getByRole('button', { name: 'Guest' }).click();
  await page.waitForSelector('html[data-ready=rate]');
  for (let kill = 0; kill < 6; kill += 1) {
    const { engine } = await touchstone.processes();
    process.kill(engine, 'SIGKILL');
    await expect.poll(() => touchstone.runs(engine), { timeout: 10_000 }).toBe(false);
  }
  await touchstone.press('1');
  await page.getByText('1 not saved').waitFor();
  const close = () =>
    touchstone.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await close();
  await page.getByText('Leave without saving?').waitFor();
  await touchstone.press('Enter');
  await expect.poll(() => page.getByText('Leave without saving?').count()).toBe(0);
  await close();
  const ended = once(touchstone.app.process(), 'exit');
  await page.getByRole('button', { name: 'Leave without them' }).click();
  expect(await ended).toEqual([0, null]);
});

test('the window stands where it stood, in the theme it had', async () => {
  await using folder = await workFolder();
  const bounds = { x: 40, y: 30, width: 1100, height: 700 };
  const seen = (touchstone: Touchstone) =>
    touchstone.app.evaluate(({ BrowserWindow, nativeTheme }) => ({
      bounds: BrowserWindow.getAllWindows()[0]?.getBounds(),
      theme: nativeTheme.themeSource,
    }));
  {
    await using touchstone = await launch(folder.path);
    expect(await seen(touchstone)).toMatchObject({ bounds: { width: 1280, height: 800 }, theme: 'system' });
    await touchstone.app.evaluate(
      ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to),
      bounds,
    );
    await expect.poll(async () => (await seen(touchstone)).bounds).toEqual(bounds);
    await touchstone.call('app.remember', { theme: 'dark' });
  }
  await using touchstone = await launch(folder.path);
  expect(await seen(touchstone)).toEqual({ bounds, theme: 'dark' });
});

test('places and files are asked for and given out by name', async () => {
  await using folder = await workFolder();
  await using touchstone = await launch(folder.path);
  await touchstone.setDocuments(folder.path);
  writeFileSync(join(folder.path, 'Sample project.touchstone'), 'there already');
  expect(await touchstone.call('pick.sampleProject', {})).toMatchObject({
    ok: true,
    value: { name: 'Sample project 2.touchstone', bytes: 0 },
  });
  await touchstone.answerSaveDialog(join(folder.path, 'refund'));
  expect(await touchstone.call('pick.newProject', { name: 'refund' })).toMatchObject({
    ok: true,
    value: { name: 'refund.touchstone' },
  });
  await touchstone.answerOpenDialog(join(folder.path, 'Sample project.touchstone'));
  expect(await touchstone.call('pick.transcripts', {})).toMatchObject({
    ok: true,
    value: [{ name: 'Sample project.touchstone', bytes: 13 }],
  });
  await touchstone.answerOpenDialog();
  expect(await touchstone.call('pick.project', {})).toEqual({ ok: true, value: null });
  expect(await touchstone.call('pick.transcripts', {})).toEqual({ ok: true, value: [] });
});

test('the command line runs without a display and says nothing but its answer', async () => {
  await using folder = await workFolder();
  const project = await study(folder.path);
  const { executable, args } = electronCommand();
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = environment();
  const child = spawn(executable, [...args, '--cli', 'stats', project, '--json'], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [out, [status]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  expect(status).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ conversations: 12, samples: 1 });
});
