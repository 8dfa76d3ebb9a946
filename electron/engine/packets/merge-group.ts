import type { JobContext } from '../lanes.ts';
import type { MergeCounts, MergeFile } from './store-merge.ts';

export interface ReadFile {
  ready: MergeFile;
  raters: string[];
}

interface PathedFile extends ReadFile {
  path: string;
}

/** Events that go to the writer at once: what a rating by hand may have to wait for. */
const MOST_EVENTS = 50_000;

/** Hands files to the writer some at a time. While they are stored the next ones can be read. */
export class MergeGroup {
  private readonly context: JobContext;
  private readonly merged: (PathedFile & { counts: MergeCounts })[] = [];
  private waiting: PathedFile[] = [];
  private events = 0;
  private storing: Promise<void> = Promise.resolve();

  constructor(context: JobContext) {
    this.context = context;
  }

  async add(file: PathedFile): Promise<void> {
    this.waiting.push(file);
    this.events += file.ready.bundle.events.length;
    if (this.events >= MOST_EVENTS) await this.send();
  }

  /** Waits until all are stored; throws what went wrong with any. */
  async end(): Promise<readonly (PathedFile & { counts: MergeCounts })[]> {
    if (!this.context.signal.aborted) await this.send();
    await this.storing;
    return this.merged;
  }

  private async send(): Promise<void> {
    const files = this.waiting;
    this.waiting = [];
    this.events = 0;
    await this.storing;
    if (files.length === 0) return;
    this.storing = this.store(files);
    // What goes wrong is thrown where it is waited for.
    this.storing.catch(() => undefined);
  }

  private async store(files: readonly PathedFile[]): Promise<void> {
    const counts = await this.context.act('packet.merge', { files: files.map(({ ready }) => ready) });
    for (const [at, file] of files.entries()) {
      const own = counts[at];
      if (own) this.merged.push({ ...file, counts: own });
    }
  }
}
