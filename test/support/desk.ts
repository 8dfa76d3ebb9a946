import type { WriteContext } from '../../electron/engine/context.ts';
import { closeProject, type OpenProject, openForWriting } from '../../electron/engine/db/open.ts';
import { transact } from '../../electron/engine/db/transaction.ts';
import { fixedSource } from './source.ts';

/** One for all desks of a test file: no id comes twice, however often a project is opened. */
const source = fixedSource(2);

/** A project open for writing without the engine around it: for tests of what the writer does, which need no threads. */
export class Desk {
  readonly project: OpenProject;

  private constructor(project: OpenProject) {
    this.project = project;
  }

  static async open(path: string): Promise<Desk> {
    return new Desk(await openForWriting(path, 0));
  }

  get db(): OpenProject['db'] {
    return this.project.db;
  }

  /** One change in one transaction, as the engine makes it. */
  write<Value>(change: (context: WriteContext) => Value): Value {
    const { db, path } = this.project;
    return transact(db, () => change({ db, path, actor: 'Lea', now: source.now(), newId: source.newId }));
  }

  close(): void {
    closeProject(this.project);
  }
}
