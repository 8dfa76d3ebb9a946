import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { app, type BrowserWindow, dialog, type FileFilter, type OpenDialogOptions } from 'electron';

const PROJECT = { name: 'Touchstone projects', extensions: ['touchstone'] };
const ANY = { name: 'All files', extensions: ['*'] };

const PACKED = ['gz', 'zst'];
const JSON_FILES = ['jsonl', 'ndjson', 'json'];
const TRANSCRIPTS: FileFilter[] = [
  { name: 'Transcripts', extensions: [...JSON_FILES, 'csv', 'tsv', 'parquet', ...PACKED] },
  ANY,
];
const RATINGS: FileFilter[] = [{ name: 'Ratings', extensions: [...JSON_FILES, ...PACKED] }, ANY];

type Choice = Pick<OpenDialogOptions, 'title' | 'filters' | 'properties'>;

/** What each question for existing files asks. */
export const CHOICES = {
  project: { title: 'Open project', filters: [PROJECT, ANY], properties: ['openFile'] },
  transcripts: {
    title: 'Choose transcript files',
    filters: TRANSCRIPTS,
    properties: ['openFile', 'multiSelections'],
  },
  transcriptFolder: {
    title: 'Choose folders of transcripts',
    properties: ['openDirectory', 'multiSelections'],
  },
  ratings: { title: 'Choose ratings files', filters: RATINGS, properties: ['openFile', 'multiSelections'] },
  rubric: {
    title: 'Choose a rubric',
    filters: [{ name: 'Rubrics', extensions: ['json'] }, ANY],
    properties: ['openFile'],
  },
  folder: { title: 'Choose a folder', properties: ['openDirectory', 'createDirectory'] },
} as const satisfies Record<string, Choice>;

/** Asks for existing files or a folder; gives their paths, none when the user turned it down. */
export async function chooseExisting(window: BrowserWindow, choice: keyof typeof CHOICES): Promise<string[]> {
  const { filePaths } = await dialog.showOpenDialog(window, structuredClone<Choice>(CHOICES[choice]));
  return filePaths;
}

/** A file name that every system takes, made from a project's name. */
export const projectFileName = (name: string): string =>
  `${name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim() || 'Project'}.touchstone`;

/** Asks where a new project goes; null when the user turned it down. */
export async function chooseNewProject(window: BrowserWindow, name: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'New project',
    defaultPath: join(app.getPath('documents'), projectFileName(name)),
    filters: [PROJECT],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (canceled || !filePath) return null;
  return filePath.endsWith('.touchstone') ? filePath : `${filePath}.touchstone`;
}

/** Asks where rejected records are written to; null when the user turned it down. */
export async function chooseRejectedFile(window: BrowserWindow, name: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'Write rejected records',
    defaultPath: join(app.getPath('documents'), basename(name)),
    filters: [ANY],
    properties: ['createDirectory'],
  });
  return canceled || !filePath ? null : filePath;
}

/** A free path for the sample project in the user's documents folder. */
export async function sampleProjectPath(folder: string = app.getPath('documents')): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (let copy = 1; ; copy += 1) {
    const path = join(folder, `Sample project${copy === 1 ? '' : ` ${copy}`}.touchstone`);
    if (!existsSync(path)) return path;
  }
}
