import { systemSource } from '../../../electron/engine/ids.ts';
import { TestEngine } from '../../support/engine.ts';
import { peakMemory } from './peak-memory.ts';

// Imports a file into a new project, then the same file again, and says how long each took. Arguments: the file, where the project goes, and
// `plain` to store the conversations as they are, with nothing found or replaced in them.
const [, , file = '', path = '', how = ''] = process.argv;
const personalData = how === 'plain' ? 'keep' : 'placeholders';

const engine = new TestEngine({ source: systemSource });
await engine.ask('project.create', { file: path });
// A first read, and a look into the file, as the window has them before an import: the threads have started.
await engine.ask('project.stats', {});
await engine.ask('import.inspect', { file });

async function importOnce(): Promise<{ ms: number; imported: number }> {
  const from = performance.now();
  const { files } = await engine.ask('import.transcripts', { files: [file], personalData });
  return { ms: performance.now() - from, imported: files[0]?.imported ?? 0 };
}

const first = await importOnce();
const megabytes = peakMemory();
const again = await importOnce();
await engine.close();
if (again.imported > 0) throw new Error(`${again.imported} conversations came in twice`);
process.stdout.write(JSON.stringify({ ms: first.ms, again: again.ms, stored: first.imported, megabytes }));
