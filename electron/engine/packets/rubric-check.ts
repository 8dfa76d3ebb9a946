import type { ConflictCode } from '../../../shared/contract/packets.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all, get } from '../db/statements.ts';

export interface RubricName {
  ref: string;
  digest: string;
}

/** Why an event cannot be taken in. */
export type HoldReason = Extract<ConflictCode, 'ITEM_UNKNOWN' | 'RUBRIC_UNKNOWN' | 'RUBRIC_DIFFERS'>;

const nameOf = ({ ref, digest }: RubricName): string => `${ref} ${digest}`;

/** The text of a rubric as a decision names it. */
export const rubricSubject = nameOf;

/** Whether ratings made under a rubric can stand beside those of this project: it must know the version, with the same text. */
export class RubricCheck {
  private readonly db: ReadConnection;
  private readonly accepted: ReadonlySet<string>;
  private readonly known = new Map<string, HoldReason | null>();
  /** The events of a file share a few objects. */
  private readonly seen = new WeakMap<RubricName, HoldReason | null>();

  constructor(db: ReadConnection) {
    this.db = db;
    this.accepted = new Set(
      all<{ subject: string }>(db, "SELECT subject FROM standing_decision WHERE kind = 'accept'").map(
        ({ subject }) => subject,
      ),
    );
  }

  /** The name of a text that stands here with another, and was accepted; null of one that is this project's own. */
  acceptedAs(rubric: RubricName): string | null {
    if (this.accepted.size === 0) return null;
    const name = nameOf(rubric);
    return this.accepted.has(name) && this.digestOf(rubric) !== rubric.digest ? name : null;
  }

  reason(rubric: RubricName): HoldReason | null {
    const seen = this.seen.get(rubric);
    if (seen !== undefined) return seen;
    const reason = this.find(rubric);
    this.seen.set(rubric, reason);
    return reason;
  }

  private find(rubric: RubricName): HoldReason | null {
    const name = nameOf(rubric);
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const digest = this.digestOf(rubric);
    const isSame = digest === rubric.digest || this.accepted.has(name);
    const reason = digest === undefined ? 'RUBRIC_UNKNOWN' : isSame ? null : 'RUBRIC_DIFFERS';
    this.known.set(name, reason);
    return reason;
  }

  private digestOf({ ref }: RubricName): string | undefined {
    return get<{ digest: string }>(this.db, "SELECT digest FROM rubric WHERE id || '@' || version = ?", ref)
      ?.digest;
  }
}
