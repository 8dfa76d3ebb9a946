import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll } from 'vitest';
import type { MergeResult } from '../../../shared/contract/packets.ts';
import { type TestEngine, withEngine } from '../../support/engine.ts';
import { useSettings } from '../../support/settings.ts';
import { complete, idOf, makeStudy, queueOf, rate, type Study } from '../../support/study.ts';
import { tempFolder } from '../../support/temp-folder.ts';

export type Rater = 'Ada' | 'Ben' | 'Cyd';

/** A study with a packet for each of its raters, and what can be done with them. */
export interface Scene {
  study(): Study;
  at(name: string): string;
  /** Works on a fresh copy of the study, or on another project. */
  inProject<Value>(work: (engine: TestEngine) => Promise<Value>, project?: string): Promise<Value>;
  copyOfStudy(name: string): string;
  /** A rater opens the packet on a machine, rates so many items, and sends them back; gives the file. */
  rated(rater: Rater, machine: string, fluency: number, items?: number): Promise<string>;
  merge(engine: TestEngine, ...files: string[]): Promise<MergeResult>;
}

export function scene({ conversations = 6 } = {}): Scene {
  const folder = tempFolder();
  const at = (name: string): string => join(folder, name);
  let study: Study;
  let copies = 0;

  beforeAll(async () => {
    study = await withEngine((engine) => makeStudy(engine, folder, { conversations }));
    await withEngine(async (engine) => {
      await engine.ask('project.open', { file: study.path });
      for (const rater of ['Ada', 'Ben', 'Cyd'])
        await engine.ask('packet.make', { raters: [rater], out: at(`${rater}.packet`) });
    });
  });

  const copyOfStudy = (name: string): string => {
    copyFileSync(study.path, at(name));
    return at(name);
  };

  return {
    study: () => study,
    at,
    copyOfStudy,
    inProject: (work, project) =>
      withEngine(async (engine) => {
        copies += 1;
        await engine.ask('project.open', { file: project ?? copyOfStudy(`copy-${copies}.touchstone`) });
        return await work(engine);
      }),
    rated: (rater, machine, fluency, items = Number.POSITIVE_INFINITY) =>
      withEngine(async (engine) => {
        using _settings = useSettings(at(`settings of ${machine}`));
        const project = at(`${rater} on ${machine}.touchstone`);
        await engine.ask('packet.open', { file: at(`${rater}.packet`), out: project });
        const queue = await queueOf(engine, idOf(study, rater));
        for (const assignment of queue.slice(0, items)) await rate(engine, assignment, complete(fluency));
        const back = at(`${rater} from ${machine}.packet`);
        await engine.ask('packet.make', { out: back });
        return back;
      }),
    merge: (engine, ...files) => engine.ask('packet.merge', { files }),
  };
}
