import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { app, type BrowserWindow, dialog, type FileFilter, type OpenDialogOptions } from 'electron';
import type { SavedKind } from '../shared/contract/window.ts';
import { type MainWords, words } from './words.ts';

const PACKED = ['gz', 'zst'];
const JSON_FILES = ['jsonl', 'ndjson', 'json'];

const projects = (t: MainWords): FileFilter => ({ name: t.projects, extensions: ['touchstone'] });
const any = (t: MainWords): FileFilter => ({ name: t.allFiles, extensions: ['*'] });
const packets = (t: MainWords): FileFilter => ({ name: t.packets, extensions: ['touchstone-packet'] });
const rubrics = (t: MainWords): FileFilter => ({ name: t.rubrics, extensions: ['json'] });

type Choice = (t: MainWords) => Pick<OpenDialogOptions, 'title' | 'filters' | 'properties'>;

/** What each question for existing files asks. */
export const CHOICES = {
  project: (t) => ({
    title: t.openProject,
    filters: [{ name: t.projects, extensions: ['touchstone', 'touchstone-packet'] }, any(t)],
    properties: ['openFile'],
  }),
  transcripts: (t) => ({
    title: t.chooseTranscripts,
    filters: [
      { name: t.transcripts, extensions: [...JSON_FILES, 'csv', 'tsv', 'parquet', ...PACKED] },
      any(t),
    ],
    properties: ['openFile', 'multiSelections'],
  }),
  transcriptFolder: (t) => ({
    title: t.chooseTranscriptFolders,
    properties: ['openDirectory', 'multiSelections'],
  }),
  ratings: (t) => ({
    title: t.chooseRatings,
    filters: [{ name: t.ratings, extensions: [...JSON_FILES, ...PACKED] }, any(t)],
    properties: ['openFile', 'multiSelections'],
  }),
  rubric: (t) => ({ title: t.chooseRubric, filters: [rubrics(t), any(t)], properties: ['openFile'] }),
  packets: (t) => ({
    title: t.choosePackets,
    filters: [{ name: t.packets, extensions: ['touchstone-packet', 'touchstone'] }, any(t)],
    properties: ['openFile', 'multiSelections'],
  }),
  folder: (t) => ({ title: t.chooseFolder, properties: ['openDirectory', 'createDirectory'] }),
} as const satisfies Record<string, Choice>;

/** Asks for existing files or a folder; gives their paths, none when the user turned it down. */
export async function chooseExisting(window: BrowserWindow, choice: keyof typeof CHOICES): Promise<string[]> {
  const { filePaths } = await dialog.showOpenDialog(window, CHOICES[choice](words()));
  return filePaths;
}

/** A file name that every system takes, made from a project's name. */
export const projectFileName = (name: string): string =>
  `${name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim() || words().project}.touchstone`;

/** Asks where a new project goes; null when the user turned it down. */
export async function chooseNewProject(window: BrowserWindow, name: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: words().newProject,
    defaultPath: join(app.getPath('documents'), projectFileName(name)),
    filters: [projects(words())],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (canceled || !filePath) return null;
  return filePath.endsWith('.touchstone') ? filePath : `${filePath}.touchstone`;
}

type Saving = (
  t: MainWords,
  name: string,
) => { title: string; called: string; filters: FileFilter[]; asksBeforeReplacing?: boolean };

/** What is asked of each kind of file that is written where the user says. */
const SAVINGS: Record<SavedKind, Saving> = {
  rejected: (t, name) => ({ title: t.writeRejected, called: basename(name), filters: [any(t)] }),
  rubric: (t, name) => ({ title: t.writeRubric, called: basename(name), filters: [rubrics(t), any(t)] }),
  packet: (t, name) => ({
    title: t.writePacket,
    called: projectFileName(name).replace(/touchstone$/, 'touchstone-packet'),
    filters: [packets(t), any(t)],
  }),
  report: (t, name) => ({
    title: t.writeReport,
    called: projectFileName(name).replace(/touchstone$/, 'html'),
    filters: [{ name: 'HTML', extensions: ['html'] }, any(t)],
    asksBeforeReplacing: true,
  }),
  printed: (t, name) => ({
    title: t.writeReport,
    called: projectFileName(name).replace(/touchstone$/, 'pdf'),
    filters: [{ name: 'PDF', extensions: ['pdf'] }, any(t)],
    asksBeforeReplacing: true,
  }),
};

/** Asks where a file of a kind is written to; null when the user turned it down. */
export async function chooseNewFile(
  window: BrowserWindow,
  kind: SavedKind,
  name: string,
): Promise<string | null> {
  const { title, called, filters, asksBeforeReplacing } = SAVINGS[kind](words(), name);
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title,
    defaultPath: join(app.getPath('documents'), called),
    filters,
    properties: ['createDirectory', ...(asksBeforeReplacing ? ['showOverwriteConfirmation' as const] : [])],
  });
  return canceled || !filePath ? null : filePath;
}

/** A free path for the sample project in the user's documents folder. */
export async function sampleProjectPath(folder: string = app.getPath('documents')): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (let copy = 1; ; copy += 1) {
    const path = join(folder, `${words().sampleProject}${copy === 1 ? '' : ` ${copy}`}.touchstone`);
    if (!existsSync(path)) return path;
  }
}
