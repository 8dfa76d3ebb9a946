import { Fault } from '../../../shared/contract/errors.ts';
import { rubricRef } from '../../../shared/domain/rubric.ts';
import { rubricSchema } from '../../../shared/domain/rubric-schema.ts';
import { audit, type WriteContext } from '../context.ts';
import { run } from '../db/statements.ts';
import { sha256Hex } from '../digest.ts';
import { writeIdentity } from '../store/project.ts';
import type { RaterRow } from '../store/raters.ts';
import { changeSettings } from '../store/settings.ts';
import type { Work } from './contents.ts';
import { nameOf } from './file-format.ts';
import { Ingest } from './ingest.ts';
import { auditMerge, beginMerge } from './merge-row.ts';
import { unpack } from './pack.ts';
import { addIncomingRater } from './people.ts';
import { prepare } from './prepare.ts';
import { openContents, packetBytes, type ReadPacket } from './read-contents.ts';
import { type StoredItem, storeItems } from './store-items.ts';

export interface WorkPacket extends ReadPacket {
  file: string;
  work: Work;
}

/** A packet of work, read and found sound. @throws Fault PACKET_NO_WORK for one that only brings ratings back */
export function readWorkPacket(file: string, passphrase: string | undefined): WorkPacket {
  const read = openContents(packetBytes(file), file, passphrase);
  const { work } = read.contents;
  if (!work)
    throw new Fault('PACKET_NO_WORK', `${nameOf(file)} brings ratings back; there is no work in it.`, {
      file,
    });
  return { ...read, file, work };
}

/** Fills a new project with what a packet holds: the rubric, the items in their order, and what its rater did so far. */
export function fillFromPacket(context: WriteContext, packet: WorkPacket): void {
  const { contents, work, digest, signedBy, file } = packet;
  writeIdentity(context, work.name, work.illustrative);
  const rubrics = work.rubrics.map((rubric) => storeRubric(context, rubric, file));
  if (contents.rubrics.some(({ ref }) => !rubrics.includes(ref)))
    throw altered(file, 'it lacks a rubric that its ratings were made under');
  changeSettings(context, work.settings);
  const [person] = contents.raters;
  if (!person) throw new Error('a packet of work has a rater');
  const rater = addIncomingRater(context, person);
  run(
    context.db,
    `INSERT INTO packet_origin (id, packet, study, rater_id, digest, signed_by, opened_at) VALUES (1, ?, ?, ?, ?, ?, ?)`,
    contents.packet,
    contents.study,
    rater.id,
    digest,
    signedBy,
    context.now,
  );
  const items = storeItems(context, nameOf(file), contents, work);
  const assigned = storeAssignments(context, rater, items, work);
  takeEarlierRatings(context, packet, items, assigned);
}

const altered = (file: string, why: string): Fault =>
  new Fault('PACKET_ALTERED', `${nameOf(file)} is not as it should be: ${why}.`, { file });

/** Stores a rubric letter by letter, so that its digest is the study's. Gives back its name. */
function storeRubric(
  context: WriteContext,
  { text, createdAt }: Work['rubrics'][number],
  file: string,
): string {
  const rubric = rubricSchema.safeParse(parseJson(text)).data;
  if (!rubric) throw altered(file, 'its rubric cannot be read');
  const digest = sha256Hex(text);
  run(
    context.db,
    'INSERT INTO rubric (id, version, body, digest, created_at, actor) VALUES (?, ?, ?, ?, ?, ?)',
    rubric.id,
    rubric.version,
    text,
    digest,
    createdAt,
    context.actor,
  );
  audit(context, 'rubric.add', { rubric: rubricRef(rubric), sha256: digest });
  return rubricRef(rubric);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function storeAssignments(
  context: WriteContext,
  rater: RaterRow,
  items: readonly StoredItem[],
  work: Work,
): { first: number; last: number; comparisons: number } {
  for (const [position, { id, item, occasion, shownOrder }] of work.assignments.entries())
    run(
      context.db,
      `INSERT INTO assignment (id, uuid, rater_id, item_id, occasion, kind, shown_order, position, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      position + 1,
      id,
      rater.id,
      items[item]?.id ?? 0,
      occasion,
      occasion > 0 ? 'repeat' : 'plain',
      shownOrder === null ? null : JSON.stringify(shownOrder),
      position,
      context.now,
    );
  return {
    first: 1,
    last: work.assignments.length,
    comparisons: work.assignments.filter(({ shownOrder }) => shownOrder !== null).length,
  };
}

function takeEarlierRatings(
  context: WriteContext,
  { contents, file, digest, signedBy }: WorkPacket,
  items: readonly StoredItem[],
  assigned: { first: number; last: number; comparisons: number },
): void {
  const merge = beginMerge(context, {
    kind: 'packet',
    source: contents.packet,
    file: nameOf(file),
    digest,
    signedBy,
    journal: contents.journal,
  });
  const rows = new Map(items.map((item) => [item.key, item]));
  const bundle = prepare(
    contents,
    contents.items.map((item) => ({ ...item, row: rows.get(item.key)?.id ?? null, ref: null })),
    file,
  );
  const ingest = new Ingest(context, ({ key }) => rows.get(key) ?? null);
  ingest.takeAll(unpack(bundle), {
    mergeId: merge.id,
    cameWith: merge.id,
    signedBy,
    journal: '',
  });
  ingest.finish(merge.id);
  const { comparisons, ...range } = assigned;
  auditMerge(context, 'packet.open', merge, ingest, {
    packet: contents.packet,
    study: contents.study,
    sha256: digest,
    signed_by: signedBy,
    packet_items: items.length,
    ...range,
    ...(comparisons > 0 ? { comparisons } : {}),
  });
}
