import type { WriteContext } from '../context.ts';
import { audit } from '../context.ts';
import { all, get, run } from '../db/statements.ts';
import { choosePseudonym, type RaterRow, raterById, raterByName } from '../store/raters.ts';
import type { IncomingRater } from './incoming.ts';

interface SplitRow {
  rater_id: number;
  journal_id: number;
  to_rater_id: number;
}

/** Who is meant by the raters of a file: those of the same id; else of the same name, since a name is one person in a study; else new ones. */
export class People {
  private readonly context: WriteContext;
  private readonly known = new Map<string, RaterRow>();
  private readonly splits: readonly SplitRow[];

  constructor(context: WriteContext) {
    this.context = context;
    this.splits = all<SplitRow>(
      context.db,
      "SELECT rater_id, journal_id, to_rater_id FROM standing_decision WHERE kind = 'another' ORDER BY id",
    );
  }

  of(rater: IncomingRater): RaterRow {
    const known = this.known.get(rater.id);
    if (known) return known;
    const { db } = this.context;
    const row =
      get<RaterRow>(db, 'SELECT id, uuid, name, pseudonym FROM rater WHERE uuid = ?', rater.id) ??
      raterByName(db, rater.name) ??
      addIncomingRater(this.context, rater);
    this.known.set(rater.id, row);
    return row;
  }

  /** True where some of what comes under this rater's name is another's. */
  isSplit(rater: RaterRow): boolean {
    return this.splits.some(({ rater_id }) => rater_id === rater.id);
  }

  /** The lead may have decided that what comes from a journal under one name is another rater's. */
  behind(rater: RaterRow, journal: number): RaterRow {
    const split = this.splits.find((one) => one.rater_id === rater.id && one.journal_id === journal);
    if (!split) return rater;
    const row = get<RaterRow>(
      this.context.db,
      'SELECT id, uuid, name, pseudonym FROM rater WHERE id = ?',
      split.to_rater_id,
    );
    return row ?? rater;
  }
}

/** Adds a rater as they are known elsewhere in the study; with another pseudonym where theirs is taken. */
export function addIncomingRater(context: WriteContext, { id, name, pseudonym }: IncomingRater): RaterRow {
  const isTaken = get(context.db, 'SELECT 1 FROM rater WHERE pseudonym = ?', pseudonym) !== undefined;
  const own = isTaken ? choosePseudonym(context.db, id) : pseudonym;
  run(
    context.db,
    'INSERT INTO rater (uuid, name, pseudonym, created_at) VALUES (?, ?, ?, ?)',
    id,
    name,
    own,
    context.now,
  );
  audit(context, 'rater.add', { rater: id, name, pseudonym: own });
  return raterById(context.db, id);
}
