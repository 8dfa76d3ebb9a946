import { systemSource } from '../../../electron/engine/ids.ts';
import { TestEngine } from '../../support/engine.ts';
import { peakMemory } from './peak-memory.ts';

// Imports a file into a new project and says how long the import took. Arguments: the file, and where the project goes.
const [, , file = '', path = ''] = process.argv;

const engine = new TestEngine({ source: systemSource });
await engine.ask('project.create', { file: path });
// A first read, so that the thread that answers reads has started, as it has beside a window.
await engine.ask('project.stats', {});
const from = performance.now();
const { files } = await engine.ask('import.transcripts', { files: [file] });
const ms = performance.now() - from;
await engine.close();
process.stdout.write(JSON.stringify({ ms, stored: files[0]?.imported ?? 0, megabytes: peakMemory() }));
