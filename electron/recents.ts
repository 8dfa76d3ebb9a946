import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { readJsonFile, writeJsonFile } from './json-file.ts';

const KEPT = 12;

const entry = z.object({ path: z.string(), name: z.string(), openedAt: z.iso.datetime() });
const stored = z.object({ projects: z.array(entry).default([]) });

export interface Recent {
  /** Absolute. */
  path: string;
  name: string;
  folder: string;
  /** UTC, ISO 8601. */
  openedAt: string;
}

/** The projects opened last on this machine, newest first, in `recents.json`; in memory alone while the disk takes none. */
export class RecentsFile {
  readonly #path: string;
  readonly #now: () => Date;
  #projects: z.infer<typeof entry>[];

  constructor(folder: string, now: () => Date = () => new Date()) {
    this.#path = join(folder, 'recents.json');
    this.#now = now;
    this.#projects = readJsonFile(this.#path, stored).projects;
  }

  list(): Recent[] {
    return this.#projects.map((project) => ({ ...project, folder: dirname(project.path) }));
  }

  /** Puts a project that was just opened at the head. Without a name, the file's stands in. */
  note(path: string, name: string = basename(path, '.touchstone')): void {
    const head = { path, name, openedAt: this.#now().toISOString() };
    this.#store([head, ...this.#others(path)].slice(0, KEPT));
  }

  forget(path: string): void {
    this.#store(this.#others(path));
  }

  #others(path: string): z.infer<typeof entry>[] {
    return this.#projects.filter((project) => project.path !== path);
  }

  #store(projects: z.infer<typeof entry>[]): void {
    this.#projects = projects;
    writeJsonFile(this.#path, { projects });
  }
}
