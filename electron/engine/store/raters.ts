import { Fault } from '../../../shared/contract/errors.ts';
import type { RaterSummary } from '../../../shared/contract/project.ts';
import { audit, type WriteContext } from '../context.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all, count, get, run } from '../db/statements.ts';
import { sha256 } from '../digest.ts';

export interface RaterRow {
  id: number;
  uuid: string;
  name: string;
  pseudonym: string;
}

/** Names that say nothing about the person; a rater gets one when added and keeps it. */
const PSEUDONYMS = [
  'Alder',
  'Aspen',
  'Beech',
  'Birch',
  'Cedar',
  'Cherry',
  'Elder',
  'Elm',
  'Fir',
  'Gorse',
  'Hawthorn',
  'Hazel',
  'Heather',
  'Holly',
  'Hornbeam',
  'Ivy',
  'Juniper',
  'Larch',
  'Laurel',
  'Lime',
  'Linden',
  'Maple',
  'Medlar',
  'Myrtle',
  'Oak',
  'Olive',
  'Osier',
  'Pear',
  'Pine',
  'Plane',
  'Poplar',
  'Quince',
  'Rowan',
  'Sorrel',
  'Spruce',
  'Sycamore',
  'Tamarisk',
  'Thorn',
  'Walnut',
  'Willow',
  'Yarrow',
  'Yew',
] as const;

/** A pseudonym that depends on the rater's id alone, and on which are taken. */
export function choosePseudonym(db: ReadConnection, uuid: string): string {
  const from = sha256(uuid).readUInt32BE(0);
  const taken = count(db, 'SELECT count(*) AS n FROM rater');
  for (let step = 0; step <= taken; step += 1) {
    const index = (from + step) % PSEUDONYMS.length;
    const round = Math.floor(step / PSEUDONYMS.length);
    const name = `${PSEUDONYMS[index] ?? 'Tree'}${round > 0 ? ` ${round + 1}` : ''}`;
    if (!get(db, 'SELECT 1 FROM rater WHERE pseudonym = ?', name)) return name;
  }
  return `Tree ${taken + 1}`;
}

const RATERS = 'SELECT id, uuid, name, pseudonym FROM rater';

export const raterByName = (db: ReadConnection, name: string): RaterRow | undefined =>
  get<RaterRow>(db, `${RATERS} WHERE name = ?`, name);

export const raterById = (db: ReadConnection, uuid: string): RaterRow => {
  const row = get<RaterRow>(db, `${RATERS} WHERE uuid = ?`, uuid);
  if (!row) throw new Fault('RATER_UNKNOWN', 'This project has no such rater.');
  return row;
};

/** The rater of that name, added if there is none. */
export function ensureRater(context: WriteContext, name: string): RaterRow {
  const known = raterByName(context.db, name);
  if (known) return known;
  const uuid = context.newId();
  const pseudonym = choosePseudonym(context.db, uuid);
  run(
    context.db,
    'INSERT INTO rater (uuid, name, pseudonym, created_at) VALUES (?, ?, ?, ?)',
    uuid,
    name,
    pseudonym,
    context.now,
  );
  audit(context, 'rater.add', { rater: uuid, name, pseudonym });
  return raterById(context.db, uuid);
}

export function addRater(context: WriteContext, name: string): RaterSummary {
  if (raterByName(context.db, name))
    throw new Fault('RATER_EXISTS', `There is already a rater named ${name}.`);
  const { uuid, pseudonym } = ensureRater(context, name);
  return { id: uuid, name, pseudonym };
}

export const listRaters = (db: ReadConnection): RaterSummary[] =>
  all<RaterRow>(db, `${RATERS} ORDER BY name COLLATE NOCASE`).map(({ uuid, name, pseudonym }) => ({
    id: uuid,
    name,
    pseudonym,
  }));
