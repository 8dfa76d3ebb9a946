import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { electronCommand, environment } from '../../e2e/harness.ts';
import { withDatabase } from '../../support/database.ts';
import { RATER } from '../inputs/project.ts';

/** A program with a window, as it is started. */
export interface Program {
  executable: string;
  args: string[];
  env: Record<string, string>;
  /** What its page says in `data-ready` when it can be used. */
  ready: string;
}

const settingsFolder = (folder: string, name: string): string => {
  const settings = join(folder, name);
  mkdirSync(settings, { recursive: true });
  return settings;
};

/** The least that a program with a window can be. */
export function bareProgram(folder: string): Program {
  const { executable, args } = electronCommand();
  const options = args.filter((arg) => arg.startsWith('-'));
  const settings = `--user-data-dir=${settingsFolder(folder, 'bare-settings')}`;
  return {
    executable,
    args: [...options, settings, join(import.meta.dirname, 'bare')],
    env: environment(),
    ready: 'bare',
  };
}

/** Touchstone as a rater starts it day by day: the project is named, and who sits there and what for is remembered. */
export function raterProgram(folder: string, project: string): Program {
  const { executable, args } = electronCommand();
  const settings = settingsFolder(folder, 'settings');
  const id = withDatabase(project, (db) => String(db.prepare('SELECT uuid FROM project').pluck().get()));
  writeFileSync(
    join(settings, 'preferences.json'),
    JSON.stringify({ people: { [id]: RATER }, screens: { [id]: 'rate' } }),
  );
  return {
    executable,
    args: [...args, project],
    env: environment({ TOUCHSTONE_USER_DATA: settings }),
    ready: 'rate',
  };
}
