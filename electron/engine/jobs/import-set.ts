import { Fault } from '../../../shared/contract/errors.ts';
import type { FrameReader } from '../files/framing.ts';
import type { JobContext } from '../lanes.ts';
import type { BatchHandle } from '../store/batches.ts';
import { Gathering, type Group } from '../store/gathering.ts';
import { Arrivals } from './arrivals.ts';
import { Chunks } from './chunks.ts';
import type { StartEnrichment } from './enrichment.ts';
import { BrokenFile, takeIn } from './intake.ts';
import type { Chosen } from './look-at-files.ts';
import { mendedFor } from './mended-for.ts';
import { type Aside, readFrame, readGathered } from './reading.ts';
import { type Sink, trying, writing } from './sink.ts';
import { type Fate, TranscriptBatch } from './transcript-batch.ts';

/** What a file was read to, when all that belongs to it is in. */
export interface FileDone {
  chosen: Chosen;
  batch: TranscriptBatch;
  /** Public id of the batch; null in a trial. */
  uuid: string | null;
  sha256: string;
  /** Records that were joined with others into conversations. */
  gathered: number;
  layout: FrameReader['layout'];
}

/** An import that is only tried: what came in with the files before. */
export interface Trial {
  arrivals: Arrivals;
  sink: Sink;
}

export const newTrial = ({ db }: JobContext): Trial => ({ arrivals: new Arrivals(db), sink: trying(db) });

export interface SetOptions {
  /** Null where everything is stored. */
  trial: Trial | null;
  startEnrichment: StartEnrichment;
  /** Told of each file when it is part of the project. */
  done(file: FileDone): void;
}

/** A file of a set that cannot be read to its end. */
export class BrokenInSet extends Error {
  readonly chosen: Chosen;
  readonly broken: BrokenFile;
  constructor(chosen: Chosen, broken: BrokenFile) {
    super(broken.message);
    this.chosen = chosen;
    this.broken = broken;
  }
}

interface Reading extends FileDone {
  handle: BatchHandle | null;
}

/**
 * Imports files of one format in turn. Each becomes part of the project when it is whole, but for those whose conversations may go
 * on in a later file: they become part of it together, at the end.
 */
export class ImportSet {
  private readonly context: JobContext;
  private readonly options: SetOptions;
  private readonly sink: Sink;
  private arrivals: Arrivals;
  private gathering: Gathering | null = null;
  private waiting: Reading[] = [];

  constructor(context: JobContext, options: SetOptions) {
    this.context = context;
    this.options = options;
    this.sink = options.trial?.sink ?? writing(context);
    this.arrivals = options.trial?.arrivals ?? new Arrivals(context.db);
  }

  async run(files: readonly Chosen[]): Promise<void> {
    try {
      for (const chosen of files) {
        this.waiting.push(await this.read(chosen));
        if (this.gathering === null) await this.publish();
      }
      if (this.gathering) await this.readGathered(this.gathering);
      await this.publish();
    } finally {
      this.gathering?.close();
      this.gathering = null;
    }
  }

  private async read(chosen: Chosen): Promise<Reading> {
    const { source, detection, encoding } = chosen;
    const { adapter } = detection;
    const handle = await this.begin(chosen);
    const batch = new TranscriptBatch({
      batch: handle?.id ?? 0,
      arrivals: this.arrivals,
      sink: this.sink,
      enrichment: this.options.startEnrichment?.(adapter.name) ?? null,
    });
    const aside: Aside = {
      gathering: () => {
        this.gathering ??= new Gathering(this.context.path);
        return this.gathering;
      },
      file: this.waiting.length,
    };
    try {
      const { sha256, layout } = await takeIn<Fate>(this.context, source, {
        phase: `${this.options.trial ? 'trying' : 'importing'} ${source.name}`,
        encoding,
        take: (frame) => readFrame(adapter, frame, aside, batch),
        weigh: ({ weight }) => weight,
        put: (rows, faults) => batch.put(rows, faults),
      });
      return { chosen, handle, batch, uuid: handle?.uuid ?? null, sha256, layout, gathered: 0 };
    } catch (error) {
      if (error instanceof BrokenFile) throw new BrokenInSet(chosen, error);
      throw error;
    }
  }

  private async begin({ source, detection }: Chosen): Promise<BatchHandle | null> {
    if (this.options.trial) return null;
    const { name } = detection.adapter;
    return await this.context.act('batch.begin', { kind: 'transcripts', file: source.name, adapter: name });
  }

  /** The conversations that were spread over several records; each belongs to the file of its first. */
  private async readGathered(gathering: Gathering): Promise<void> {
    const { signal, progress } = this.context;
    for (const [index, { chosen, batch }] of this.waiting.entries()) {
      let done = 0;
      const chunks = new Chunks<Fate>(
        (rows, faults) => batch.put(rows, faults),
        ({ weight }) => weight,
        () =>
          progress({
            phase: `joining the records of ${chosen.source.name}`,
            done,
            total: done,
            unit: 'rows',
          }),
      );
      try {
        for (const group of gathering.ofFile(index)) {
          done += 1;
          if (group.records > 1) this.countJoined(group);
          chunks.add(readGathered(chosen.detection.adapter, group, batch), group.bytes);
          if (signal.aborted) throw new Fault('CANCELLED', 'The import was cancelled.');
          if (chunks.isFull()) await chunks.send();
        }
        await chunks.send();
      } finally {
        await chunks.end();
      }
      chunks.rethrow();
    }
  }

  private countJoined({ members }: Group): void {
    for (const { file } of members) {
      const reading = this.waiting[file];
      if (reading) reading.gathered += 1;
    }
  }

  /** Makes what was read part of the project. */
  private async publish(): Promise<void> {
    const done = this.waiting;
    this.waiting = [];
    if (!this.options.trial) {
      await this.arrivals.index(this.sink);
      await this.context.act(
        'batches.finish',
        done.flatMap(({ chosen, handle, batch, sha256, layout }) => {
          const { records, imported, duplicates, rejected } = batch.tally;
          const counts = { records, imported, duplicates, rejected };
          if (!handle) return [];
          const contents = batch.contents(layout);
          return [{ batch: handle.id, sha256, counts, contents, stood: mendedFor(chosen.source.path) }];
        }),
      );
    }
    for (const file of done) this.options.done(file);
    if (!this.options.trial) this.arrivals = new Arrivals(this.context.db);
  }
}
