import { createHmac } from 'node:crypto';
import type { ReadConnection } from '../db/connection.ts';
import { all } from '../db/statements.ts';
import { itemKey } from './names.ts';

/** What names a hidden repeat of an item by its content. */
export const repeatKey = (study: string, ref: string, showing: number): string =>
  itemKey(study, `${ref}#${showing}`);

/** An id for a hidden repeat, the same in every packet of the study; it begins with the time of the item's own, and looks like any other. */
function repeatId(study: string, item: string, showing: number): string {
  const digest = createHmac('sha256', study).update(`${item}#${showing}`).digest('hex');
  const variant = ((Number.parseInt(digest[3] ?? '0', 16) & 3) | 8).toString(16);
  return `${item.slice(0, 14)}7${digest.slice(0, 3)}-${variant}${digest.slice(4, 7)}-${digest.slice(7, 19)}`;
}

interface ShowingRow {
  item: string;
  occasion: number;
  from_occasion: number | null;
}

/** A place as a packet of work names it. */
export interface ToldPlace {
  /** Names the item within the packet: its id, with the showing where that is a hidden repeat. */
  name: string;
  occasion: number;
}

/**
 * What is shown to a rater, as packets of work tell it: a hidden repeat is an item of its own, with the same text, so that nothing but the
 * text tells it. A rating that is asked for again belongs to the showing that it is to be made of.
 */
export class Showings {
  private readonly study: string;
  private readonly from = new Map<string, number | null>();

  constructor(db: ReadConnection, study: string, raterId: number) {
    this.study = study;
    const rows = all<ShowingRow>(
      db,
      `SELECT i.uuid AS item, a.occasion, x.from_occasion FROM assignment a JOIN item i ON i.id = a.item_id
       LEFT JOIN rerating x ON x.assignment_id = a.id WHERE a.rater_id = ? AND a.occasion > 0`,
      raterId,
    );
    for (const { item, occasion, from_occasion } of rows) this.from.set(`${item} ${occasion}`, from_occasion);
  }

  tell(item: string, occasion: number): ToldPlace {
    const root = this.rootOf(item, occasion);
    return root === 0 ? { name: item, occasion } : { name: `${item}#${root}`, occasion: occasion - root };
  }

  /** The id and the key of an item, by its name within the packet; `ref` names its content. */
  identify(name: string, ref: string): { id: string; key: string } {
    const [item = '', showing] = name.split('#');
    if (showing === undefined) return { id: item, key: itemKey(this.study, ref) };
    const root = Number(showing);
    return { id: repeatId(this.study, item, root), key: repeatKey(this.study, ref, root) };
  }

  /** The showing that it all began with: the first, or a hidden repeat. One that nobody planned belongs to the first. */
  private rootOf(item: string, occasion: number): number {
    const from = this.from.get(`${item} ${occasion}`);
    if (occasion === 0 || from === undefined) return 0;
    return from === null || from >= occasion ? occasion : this.rootOf(item, from);
  }
}

/** The item's id within `name`. */
export const itemIn = (name: string): string => name.split('#')[0] ?? name;
