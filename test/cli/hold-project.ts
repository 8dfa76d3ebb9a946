import { Engine } from '../../electron/engine/engine.ts';

/** Holds a project open for writing, as a window does, until its input ends: `node hold-project.ts PROJECT RESOURCES`. */
const [file = '', resources = ''] = process.argv.slice(2);
const engine = new Engine({ resources });
const opened = await engine.call('project.open', { file }, { actor: 'holder' });
process.stdout.write(opened.ok ? 'open\n' : `${opened.error.message}\n`);
process.stdin.resume().once('end', () => void engine.close());
