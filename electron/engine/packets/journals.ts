import type { WriteContext } from '../context.ts';
import { all, run } from '../db/statements.ts';
import type { IncomingEvent } from './incoming.ts';

export interface Journal {
  id: number;
  project: string;
  fork: string;
  signedBy: string | null;
}

/**
 * The files that events of one source were made in. A copy of a file has its project id: what it brings is told apart by the first
 * event it brought, and found again by any event of it that is known.
 */
export class Journals {
  /** Files that no event came from before. */
  added = 0;
  private readonly context: WriteContext;
  private readonly signedBy: string | null;
  private readonly byProject = new Map<string, Journal>();
  private readonly known: Journal[];
  private readonly projects: Set<string>;

  constructor(context: WriteContext, signedBy: string | null) {
    this.context = context;
    this.signedBy = signedBy;
    this.known = all<Journal>(
      context.db,
      'SELECT id, project, fork, signed_by AS signedBy FROM foreign_journal ORDER BY id',
    );
    this.projects = new Set(this.known.map(({ project }) => project));
  }

  /** True where events of that file, or of a copy of it, came before. */
  has(project: string): boolean {
    return this.projects.has(project);
  }

  /** Events of this file came before under this row: what else comes of it belongs there too. */
  recognise(project: string, row: number): void {
    const journal = this.known.find(({ id }) => id === row);
    if (journal && !this.byProject.has(project)) this.byProject.set(project, journal);
  }

  /** The journal of a row; all of them are read. */
  at(row: number): Journal {
    const journal = this.known.find(({ id }) => id === row);
    if (!journal) throw new Error(`there is no journal ${row}`);
    return journal;
  }

  /** The row for an event that was made in a file. */
  of({ journal: project, uuid }: IncomingEvent): Journal {
    const recognised = this.byProject.get(project);
    if (recognised !== undefined) return recognised;
    const known = this.known.find((one) => one.project === project && one.fork === uuid);
    const journal = known ?? this.add(project, uuid);
    this.byProject.set(project, journal);
    return journal;
  }

  private add(project: string, fork: string): Journal {
    const { lastInsertRowid } = run(
      this.context.db,
      'INSERT INTO foreign_journal (project, fork, signed_by) VALUES (?, ?, ?)',
      project,
      fork,
      this.signedBy,
    );
    const journal = { id: Number(lastInsertRowid), project, fork, signedBy: this.signedBy };
    this.known.push(journal);
    this.projects.add(project);
    this.added += 1;
    return journal;
  }
}
