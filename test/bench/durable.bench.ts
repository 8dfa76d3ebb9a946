import { setTimeout as sleep } from 'node:timers/promises';
import type { OutputOf } from '../../shared/contract/commands.ts';
import type { RatingAction } from '../../shared/domain/rating.ts';
import { ChildEngine } from '../support/child-engine.ts';
import { unwrap } from '../support/engine.ts';
import { complete } from '../support/study.ts';
import { RATER, type WorkingCopy, workingCopy } from './inputs/project.ts';
import { transcriptFile } from './inputs/transcripts.ts';
import { judged, type Measurement, type Scale } from './measurement.ts';
import { percentile } from './statistics.ts';
import { SyncedRows } from './synced-row.ts';

/** How long a call takes, milliseconds, from the sending process and back. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

class RatingDesk {
  readonly engine: ChildEngine;
  private readonly queue: OutputOf<'queue.open'>['entries'];
  private at = 0;

  private constructor(engine: ChildEngine, queue: OutputOf<'queue.open'>['entries']) {
    this.engine = engine;
    this.queue = queue;
  }

  static async open(project: string): Promise<RatingDesk> {
    const engine = await ChildEngine.start();
    const opened = unwrap(await engine.call('project.open', { file: project })) as OutputOf<'project.open'>;
    const rater = opened.raters.find(({ name }) => name === RATER)?.id ?? '';
    const { entries } = unwrap(await engine.call('queue.open', { rater })) as OutputOf<'queue.open'>;
    return new RatingDesk(engine, entries);
  }

  nextItem(): string {
    const entry = this.queue[this.at];
    if (!entry) throw new Error('the queue is through');
    this.at += 1;
    return entry.assignment;
  }

  async record(assignment: string, action: RatingAction): Promise<number> {
    return timed(async () =>
      unwrap(await this.engine.call('rating.record', { assignment, action, activeMs: 800 })),
    );
  }
}

/** Rates items one after another; before each action, the least that can be made durable. */
async function submits(desk: RatingDesk, { folder }: WorkingCopy, items: number) {
  using floor = new SyncedRows(folder);
  const own: number[] = [];
  for (let item = 0; item < items; item += 1) {
    const assignment = desk.nextItem();
    for (const action of complete()) {
      floor.add();
      const time = await desk.record(assignment, action);
      if (action.kind === 'submit') own.push(time);
      await sleep(4);
    }
  }
  return { own, floor: floor.times };
}

const KEY_EVERY_MS = 15;

/** Gives values, one every now and then, until an import has ended. */
async function valuesDuringImport(desk: RatingDesk, file: string): Promise<number[]> {
  const times: number[] = [];
  let importing = true;
  const imported = desk.engine.call('import.transcripts', { files: [file] }).finally(() => {
    importing = false;
  });
  while (importing) {
    const assignment = desk.nextItem();
    for (const fluency of [1, 2, 3, 4, 5]) {
      if (!importing) break;
      times.push(await desk.record(assignment, { kind: 'value', dimension: 'fluency', value: fluency }));
      await sleep(KEY_EVERY_MS);
    }
  }
  unwrap(await imported);
  return times;
}

/** Time until an action is on disk, told by the engine's answer: by itself, and while an import runs. */
export async function run({ small, say }: Scale): Promise<Measurement[]> {
  await using copy = await workingCopy(small);
  const desk = await RatingDesk.open(copy.project);
  try {
    say('durable: submits one after another');
    const { own, floor } = await submits(desk, copy, small ? 20 : 300);
    say('durable: values while an import runs');
    const during = await valuesDuringImport(desk, await transcriptFile(small ? 4000 : 100_000, 2));
    return [
      judged({
        name: 'submit to durable in the engine, p99',
        value: percentile(own, 0.99),
        unit: 'ms',
        floor: percentile(floor, 0.99),
        limit: { value: 15 },
        note: `floor: one row in SQLite, synced, p99; p50 of both ${percentile(own, 0.5).toFixed(2)} and ${percentile(floor, 0.5).toFixed(2)} ms`,
      }),
      judged({
        name: 'value to durable in the engine while an import runs, longest',
        value: Math.max(...during),
        unit: 'ms',
        floor: percentile(own, 0.5),
        limit: { value: 60 },
        note: `${during.length} values; p50 ${percentile(during, 0.5).toFixed(1)}, p99 ${percentile(during, 0.99).toFixed(1)} ms; floor: p50 without an import`,
      }),
    ];
  } finally {
    await desk.engine.kill();
  }
}
