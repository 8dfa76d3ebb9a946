import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OutputOf } from '../../shared/contract/commands.ts';
import type { ImportedFile } from '../../shared/contract/importing.ts';
import { type TestEngine, withEngine } from './engine.ts';
import { tempFolder } from './temp-folder.ts';
import { writeLines } from './transcripts.ts';

/** Files and projects for the tests of one test file. */
export function intake() {
  const folder = tempFolder();
  let made = 0;
  const path = (name: string): string => {
    made += 1;
    return join(folder, `${made}-${name}`);
  };
  return {
    folder,
    path,
    lines: (...records: unknown[]): string => writeLines(path('file.jsonl'), records),
    file: (content: string | Buffer, name = 'file'): string => {
      const own = path(name);
      writeFileSync(own, content);
      return own;
    },
    /** An engine on a new project. */
    withProject: <Value>(work: (engine: TestEngine, project: string) => Promise<Value>): Promise<Value> => {
      const project = path('project.touchstone');
      return withEngine(async (engine) => {
        await engine.ask('project.create', { file: project });
        return work(engine, project);
      });
    },
  };
}

type Options = Omit<Parameters<TestEngine['ask']>[1], 'files'>;

/** Imports files; what became of each. */
export async function importAll(
  engine: TestEngine,
  files: string[],
  options: Options = {},
): Promise<ImportedFile[]> {
  return (await engine.ask('import.transcripts', { ...options, files })).files;
}

/** Imports one file. */
export async function importOne(
  engine: TestEngine,
  file: string,
  options: Options = {},
): Promise<ImportedFile> {
  const [imported] = await importAll(engine, [file], options);
  if (!imported) throw new Error('no file was imported');
  return imported;
}

/** records = imported + duplicates + rejected, and each rejected record has its reason. */
export function holdsTheEquation({
  records,
  imported,
  duplicates,
  rejected,
  reasons,
}: ImportedFile): boolean {
  const told = Object.values(reasons).reduce((sum, n) => sum + n, 0);
  return records === imported + duplicates + rejected && told === rejected;
}

export const verified = async (engine: TestEngine): Promise<OutputOf<'audit.verify'>['first_bad']> =>
  (await engine.ask('audit.verify', {})).first_bad;
