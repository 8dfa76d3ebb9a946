import { readdirSync } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemSource } from '../../../electron/engine/ids.ts';
import { withEngine } from '../../support/engine.ts';
import { cached, digestOfFiles } from './cache.ts';
import { transcriptFile } from './transcripts.ts';

const MIGRATIONS = join(import.meta.dirname, '..', '..', '..', 'electron', 'engine', 'db', 'migrations');

export const RATER = 'Ada';

/** A project of so many conversations, of which a sample is assigned to one rater. */
async function studyProject(conversations: number, assignments: number): Promise<string> {
  const schema = readdirSync(MIGRATIONS).map((name) => join(MIGRATIONS, name));
  const made = digestOfFiles([import.meta.filename, join(import.meta.dirname, 'transcripts.ts'), ...schema]);
  return cached(`project-${conversations}-${made}.touchstone`, async (path) => {
    const file = await transcriptFile(conversations);
    await withEngine(
      async (engine) => {
        await engine.ask('project.create', { file: path });
        await engine.ask('import.transcripts', { files: [file] });
        const { sample } = await engine.ask('sample.draw', { size: assignments, seed: 7 });
        await engine.ask('assign.plan', { sample, raters: [RATER], overlap: 1, seed: 7 });
      },
      { source: systemSource },
    );
  });
}

export interface WorkingCopy extends AsyncDisposable {
  folder: string;
  project: string;
}

/** A copy of the project in a folder of its own, gone when the scope ends. */
export async function workingCopy(small: boolean): Promise<WorkingCopy> {
  const kept = await studyProject(small ? 2000 : 100_000, small ? 200 : 3000);
  const folder = await mkdtemp(join(tmpdir(), 'touchstone-bench-'));
  const project = join(folder, 'bench.touchstone');
  await copyFile(kept, project);
  return {
    folder,
    project,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
}
