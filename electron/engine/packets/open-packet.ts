import { Fault } from '../../../shared/contract/errors.ts';
import type { WriteContext } from '../context.ts';
import { run } from '../db/statements.ts';
import { writeIdentity } from '../store/project.ts';
import { changeSettings } from '../store/settings.ts';
import { type AddedWork, addAssignments, alteredWork, storeRubrics } from './add-work.ts';
import type { Work } from './contents.ts';
import { nameOf } from './file-format.ts';
import { Ingest } from './ingest.ts';
import { auditMerge, beginMerge } from './merge-row.ts';
import { unpack } from './pack.ts';
import { addIncomingRater } from './people.ts';
import { prepare } from './prepare.ts';
import { openContents, packetBytes, type ReadPacket } from './read-contents.ts';
import { type StoredItem, storeItems } from './store-items.ts';
import { storeWords } from './words.ts';

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
  const rubrics = storeRubrics(context, work.rubrics, file);
  if (contents.rubrics.some(({ ref }) => !rubrics.includes(ref)))
    throw alteredWork(file, 'it lacks a rubric that its ratings were made under');
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
  const items = storeItems(context, nameOf(file), contents.items, work.items);
  const rows = new Map(items.map((item) => [item.key, item]));
  const rowOf = (index: number): number | undefined => rows.get(contents.items[index]?.key ?? '')?.id;
  const assigned = addAssignments(context, rater.id, work.assignments, rowOf);
  takeEarlierRatings(context, packet, items, assigned);
  storeWords(context, rater.id, work, rowOf);
}

function takeEarlierRatings(
  context: WriteContext,
  { contents, file, digest, signedBy }: WorkPacket,
  items: readonly StoredItem[],
  assigned: AddedWork,
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
    context.db,
    contents,
    contents.items.map((item) => ({ ...item, row: rows.get(item.key)?.id ?? null, ref: null, base: 0 })),
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
  auditMerge(context, 'packet.open', merge, ingest, {
    packet: contents.packet,
    study: contents.study,
    sha256: digest,
    signed_by: signedBy,
    packet_items: items.length,
    ...assigned,
  });
}
