import type { ReadConnection } from '../db/connection.ts';
import { all } from '../db/statements.ts';
import { ContentSet } from './content-set.ts';
import { KnownContent } from './known-content.ts';
import { NameFilter } from './name-filter.ts';
import type { Sink } from './sink.ts';

/** Hashes handed to the writer in one act. */
const PART = 5000;

const NAMES = `SELECT value AS name FROM json_each(?) n
  WHERE EXISTS (SELECT 1 FROM conversation c WHERE c.name = n.value)
    OR EXISTS (SELECT 1 FROM conversation_alias a WHERE a.name = n.value)`;

/** What came in with files that are read together, and where in the project each content now is. */
export class Arrivals {
  readonly known: KnownContent;
  /** Messages that a conversation has by now, by its row id, where these files made it go on. */
  readonly ends = new Map<number, { messages: number; candidates: number }>();
  /** Digests of the feedback these files add to messages that are there; it is not stored as such yet. */
  readonly feedback = new ContentSet();
  readonly db: ReadConnection;
  private readonly names = new NameFilter();
  /** Of each content, by its index among what was seen: the row id; negative where it need not be made known any more. */
  private readonly rowIds: number[] = [];

  constructor(db: ReadConnection) {
    this.db = db;
    this.known = new KnownContent(db);
  }

  /** The conversation that has the content at this index; undefined while it is not stored. */
  rowId(place: number): number | undefined {
    const id = this.rowIds[place];
    return id === undefined ? undefined : Math.abs(id);
  }

  /** Content that is stored now, and will have to be made known. */
  place(place: number, rowId: number): void {
    this.rowIds[place] = rowId;
  }

  /** Content that the project has already, or needs no finding. */
  placeKnown(place: number, rowId: number): void {
    this.rowIds[place] = -rowId;
  }

  /**
   * Of each of these names, whether a conversation may have it: of the project, or of those before, in the list too. Those of known
   * content need not be looked for.
   */
  seenNames(names: readonly (string | null)[], isKnown: (index: number) => boolean): boolean[] {
    const seen = names.map((name) => name !== null && this.names.add(name));
    if (this.known.isEmpty) return seen;
    const others = names.filter((name, index) => name !== null && !seen[index] && !isKnown(index));
    if (others.length === 0) return seen;
    const inProject = new Set(
      all<{ name: string }>(this.db, NAMES, JSON.stringify(others)).map(({ name }) => name),
    );
    return names.map((name, index) => seen[index] === true || (name !== null && inProject.has(name)));
  }

  /** Makes the new content known, in the order of its hashes. */
  async index(sink: Sink): Promise<void> {
    const { seen } = this.known;
    const order = seen.sorted().filter((place) => (this.rowIds[place] ?? 0) > 0);
    for (let from = 0; from < order.length; from += PART) {
      const part = order.subarray(from, from + PART);
      const hashes = Buffer.concat(Array.from(part, (place) => seen.at(place)));
      const ids = Array.from(part, (place) => this.rowIds[place] ?? 0);
      await sink.index(hashes, ids);
    }
  }
}
