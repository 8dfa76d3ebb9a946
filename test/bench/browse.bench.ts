import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemSource } from '../../electron/engine/ids.ts';
import type { EngineCommandName, InputOf, OutputOf } from '../../shared/contract/commands.ts';
import { ChildEngine } from '../support/child-engine.ts';
import { TestEngine, unwrap } from '../support/engine.ts';
import { transcriptFile } from './inputs/transcripts.ts';
import { judged, type Measurement, type Scale } from './measurement.ts';
import { median, percentile } from './statistics.ts';

type Page = OutputOf<'browse.page'>;

/** What a lead may ask for: few, many, most and none of the conversations, by facts, numbers, time, and what answers hold. */
const FILTERS = [
  'model = asst-2',
  'model = nobody',
  'group.country = NG and language = de',
  'feedback.thumb = -1',
  'feedback.thumb = -1 and length < 60',
  'model != asst-1 and not feedback.thumb = 1',
  'turns > 5',
  'created_at >= 2025-10-09 and created_at < 2025-10-10',
  'language is null or use_case ~ summ',
  'rated = true',
  'text ~ refund and use_case = code',
];
const TYPED = ['refund order', '"password delivery"', 'café subscription zebra'];
const PAGES = 200;

interface Times {
  importing: number;
  indexing: number;
}

async function timed<Value>(work: () => Promise<Value>): Promise<{ ms: number; value: Value }> {
  const from = performance.now();
  const value = await work();
  return { ms: performance.now() - from, value };
}

/** Imports so many conversations and indexes them, each by itself. */
async function makeProject(path: string, conversations: number): Promise<Times> {
  const file = await transcriptFile(conversations);
  const engine = new TestEngine({ source: systemSource });
  try {
    await engine.ask('project.create', { file: path });
    await engine.ask('project.stats', {});
    const imported = await timed(() => engine.ask('import.transcripts', { files: [file] }));
    const indexed = await timed(() => engine.ask('search.build', {}));
    if (!indexed.value.isComplete) throw new Error('the index is not complete');
    return { importing: imported.ms, indexing: indexed.ms };
  } finally {
    await engine.close();
  }
}

/** Browsing as the page does it, in an engine of its own. */
class Browsing {
  readonly engine: ChildEngine;

  private constructor(engine: ChildEngine) {
    this.engine = engine;
  }

  static async open(project: string): Promise<Browsing> {
    const engine = await ChildEngine.start();
    unwrap(await engine.call('project.open', { file: project }));
    // The thread that answers reads has started, as it has beside a window.
    unwrap(await engine.call('project.summary', {}));
    return new Browsing(engine);
  }

  async ask<Name extends EngineCommandName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>> {
    return unwrap(await this.engine.call(name, input)) as OutputOf<Name>;
  }

  /** How long until there is something to show, or it is certain that there is nothing. */
  async firstPage(input: InputOf<'browse.page'>): Promise<number> {
    const { ms } = await timed(async () => {
      for (let after: string | undefined; ; ) {
        const page: Page = await this.ask('browse.page', {
          ...input,
          limit: 50,
          ...(after === undefined ? {} : { after }),
        });
        if (page.rows.length > 0 || page.next === null) return;
        after = page.next;
      }
    });
    return ms;
  }

  /** Every letter of a text typed one after another. */
  async typed(text: string): Promise<number[]> {
    const times: number[] = [];
    for (let length = 2; length <= text.length; length += 1)
      times.push(
        (await timed(() => this.ask('browse.page', { text: text.slice(0, length), limit: 100 }))).ms,
      );
    return times;
  }

  async pages(input: InputOf<'browse.page'>): Promise<number[]> {
    const times: number[] = [];
    for (let after: string | undefined; times.length < PAGES; ) {
      const { ms, value } = await timed(() =>
        this.ask('browse.page', { ...input, limit: 100, ...(after === undefined ? {} : { after }) }),
      );
      times.push(ms);
      if (value.next === null) break;
      after = value.next;
    }
    return times;
  }
}

/** From a project that was just opened to its first rows, some times over. */
async function opened(project: string, rounds: number): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const desk = await Browsing.open(project);
    times.push(await desk.firstPage({}));
    await desk.engine.kill();
  }
  return median(times);
}

const count = (conversations: number): string => conversations.toLocaleString('en-GB');

/** Browsing many conversations: opening, filters, search as one types, paging; and what the index costs. */
export async function run({ small, say }: Scale): Promise<Measurement[]> {
  const conversations = small ? 4000 : 1_000_000;
  const folder = await mkdtemp(join(tmpdir(), 'touchstone-bench-'));
  const project = join(folder, 'browse.touchstone');
  try {
    say(`browse: ${count(conversations)} conversations are imported and indexed`);
    const { importing, indexing } = await makeProject(project, conversations);
    say('browse: opening');
    const opening = await opened(project, small ? 2 : 5);
    const desk = await Browsing.open(project);
    say('browse: filters');
    await desk.ask('browse.facets', {});
    const filters: number[] = [];
    for (const where of FILTERS) filters.push(await desk.firstPage({ where }));
    say('browse: typing');
    const typing: number[] = [];
    for (const text of TYPED) typing.push(...(await desk.typed(text)));
    say('browse: paging');
    const paging = [
      ...(await desk.pages({})),
      ...(await desk.pages({ where: 'feedback.thumb = -1', text: 'refund' })),
    ];
    await desk.engine.kill();
    const slowest = FILTERS[filters.indexOf(Math.max(...filters))] ?? '';
    return [
      judged({
        name: `index of ${count(conversations)} conversations, facts and words`,
        value: indexing,
        unit: 'ms',
        floor: importing,
        limit: { ratio: 1 },
        note: 'floor: the import of the same conversations',
      }),
      judged({
        name: `first rows of ${count(conversations)} conversations`,
        value: opening,
        unit: 'ms',
        limit: { value: 300 },
      }),
      judged({
        name: 'first page of a filter, slowest',
        value: Math.max(...filters),
        unit: 'ms',
        limit: { value: 150 },
        note: `${FILTERS.length} filters, median ${median(filters).toFixed(1)} ms; slowest: ${slowest}`,
      }),
      judged({
        name: 'a letter typed into the search, slowest',
        value: Math.max(...typing),
        unit: 'ms',
        limit: { value: 100 },
        note: `${typing.length} letters, median ${median(typing).toFixed(1)} ms, p90 ${percentile(typing, 0.9).toFixed(1)} ms`,
      }),
      judged({
        name: 'the next hundred rows, p99',
        value: percentile(paging, 0.99),
        unit: 'ms',
        limit: { value: 100 },
        note: `${paging.length} pages, median ${median(paging).toFixed(1)} ms`,
      }),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
