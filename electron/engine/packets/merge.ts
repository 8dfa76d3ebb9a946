import { closeSync, openSync, readSync } from 'node:fs';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/commands.ts';
import { Fault } from '../../../shared/contract/errors.ts';
import type { MergeConflict, MergedFile, MergeResult } from '../../../shared/contract/packets.ts';
import { openForReading } from '../db/open.ts';
import { get } from '../db/statements.ts';
import { faultAt, toFailure } from '../faults.ts';
import type { JobContext } from '../lanes.ts';
import { openConflicts, refusedFile } from './conflicts.ts';
import { contentDigest } from './content-digest.ts';
import type { PacketContents } from './contents.ts';
import { nameOf } from './file-format.ts';
import { ItemSearch } from './find-items.ts';
import { gatherProject } from './gather.ts';
import { heldEvents } from './held.ts';
import type { IncomingItem } from './incoming.ts';
import { lentItems, readLoan } from './lend.ts';
import { MergeGroup, type ReadFile } from './merge-group.ts';
import { identityOf } from './names.ts';
import { prepare } from './prepare.ts';
import { openContents, packetBytes } from './read-contents.ts';
import type { FoundItems, MergeCounts, MergeFile } from './store-merge.ts';
import type { MoreWork } from './take-work.ts';

const SQLITE = 'SQLite format 3\0';

/** What a merge of one file needs. */
interface Merging {
  context: JobContext;
  search: ItemSearch;
  passphrase: string | undefined;
}

/**
 * Merges packets and project files, each whole or not at all. A file that cannot be taken is told of, and the others go in; only one
 * that is not there stops the merge before anything is changed.
 */
export async function mergePackets(
  context: JobContext,
  { files, passphrase }: ParsedInputOf<'packet.merge'>,
): Promise<OutputOf<'packet.merge'>> {
  for (const file of files) firstBytes(file);
  const merging: Merging = { context, search: new ItemSearch(context.db), passphrase };
  const sources: MergedFile[] = [];
  const refused: MergeConflict[] = [];
  const group = new MergeGroup(context);
  for (const [done, file] of files.entries()) {
    context.progress({ phase: `merging ${nameOf(file)}`, done, total: files.length, unit: 'records' });
    if (context.signal.aborted) break;
    const read = readOrRefuse(merging, file);
    if ('sentence' in read) {
      refused.push(read);
      sources.push(refusal(file, read.code));
    } else await group.add({ ...read, path: file });
  }
  const merged = await group.end();
  if (context.signal.aborted)
    throw new Fault('CANCELLED', `The merge was stopped: ${merged.length} of ${files.length} files are in.`);
  for (const { path, ready, raters, counts } of merged) sources.push(mergedFile(path, ready, raters, counts));
  const counts = merged.map((one) => one.counts);
  const retaken = await retake(merging);
  const order = new Map(files.map((file, at) => [file, at]));
  sources.sort((one, other) => (order.get(one.file) ?? 0) - (order.get(other.file) ?? 0));
  return summary(context, { sources, counts, refused, retaken });
}

/** A file, or what is wrong with it. */
function readOrRefuse(merging: Merging, file: string): ReadFile | MergeConflict {
  try {
    return readFile(merging, file);
  } catch (error) {
    const refused = refusedFile(file, toFailure(error, file));
    if (!refused) throw error;
    return refused;
  }
}

function firstBytes(file: string): Buffer {
  try {
    const descriptor = openSync(file, 'r');
    try {
      const bytes = Buffer.alloc(SQLITE.length);
      return bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, 0));
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw faultAt(error, file);
  }
}

const readFile = (merging: Merging, file: string): ReadFile =>
  firstBytes(file).toString('latin1') === SQLITE ? readProject(merging, file) : readPacket(merging, file);

function readPacket({ context, search, passphrase }: Merging, file: string): ReadFile {
  const { contents, digest, signedBy } = openContents(packetBytes(file), file, passphrase);
  refuseForeign(context, contents.study, file);
  const bundle = prepare(
    context.db,
    contents,
    contents.items.map((item) => search.find(item)),
    file,
  );
  const { packet: source, journal } = contents;
  const ready: MergeFile = {
    kind: 'packet',
    source,
    file: nameOf(file),
    digest,
    signedBy,
    journal,
    bundle,
    lent: null,
    work: moreWork(context, contents),
  };
  return { ready, raters: namesIn(contents) };
}

/** The work in a packet, where this project was made from an earlier one for the same rater. */
function moreWork({ db }: JobContext, { packet, items, raters, work }: PacketContents): MoreWork | null {
  const own = get<{ uuid: string }>(
    db,
    'SELECT p.uuid FROM packet_origin o JOIN rater p ON p.id = o.rater_id',
  );
  return work && own && own.uuid === raters[0]?.id ? { packet, items, work } : null;
}

function readProject({ context, search }: Merging, file: string): ReadFile {
  const other = openForReading(file);
  try {
    return other.transaction(() => {
      const identity = identityOf(other);
      refuseForeign(context, identity.study, file);
      const contents = gatherProject(other);
      const refs = new Map(identity.isPart ? [] : lentItems(other).map(({ id, ref }) => [id, ref]));
      const items = new Map(
        [...[...refs.keys()].map((id) => ({ id, key: '' })), ...contents.items].map(
          (item): [string, IncomingItem] => [item.id, search.findKnown(item, refs.get(item.id))],
        ),
      );
      const listed = contents.items.flatMap(({ id }) => items.get(id) ?? []);
      const bundle = prepare(context.db, contents, listed, file);
      const ready: MergeFile = {
        kind: 'project',
        source: identity.journal,
        file: nameOf(file),
        digest: '',
        signedBy: null,
        journal: '',
        bundle,
        lent: identity.isPart ? null : readLoan(other, context.db, items),
        work: null,
      };
      return { ready, raters: namesIn(contents) };
    })();
  } finally {
    other.close();
  }
}

const namesIn = ({ raters }: Pick<PacketContents, 'raters'>): string[] => raters.map(({ name }) => name);

function refuseForeign({ db }: JobContext, study: string, file: string): void {
  if (identityOf(db).study !== study)
    throw new Fault('PACKET_FOREIGN', `${nameOf(file)} belongs to another study.`, { file });
}

/** Tries what was held before, and by this merge, once more: a later file may have brought what it lacked. */
async function retake({ context }: Merging): Promise<number> {
  const held = heldEvents(context.db);
  if (held.length === 0) return 0;
  // What a file brought in this merge is not known to the search it began with.
  const search = new ItemSearch(context.db);
  const items: FoundItems = Object.fromEntries(
    held.map(({ record: { item } }) => [item.key, search.find(item)]),
  );
  const { events } = await context.act('packet.retake', { items });
  return events;
}

const mergedFile = (
  file: string,
  { kind, signedBy }: MergeFile,
  raters: string[],
  { events: _events, brought: _brought, ...counts }: MergeCounts,
): MergedFile => ({ file, kind, raters, signedBy, ...counts, refused: null });

const refusal = (file: string, code: string): MergedFile => ({
  file,
  kind: null,
  raters: [],
  signedBy: null,
  ratings: 0,
  new: 0,
  duplicates: 0,
  conflicting: 0,
  refused: code,
});

interface Outcome {
  sources: MergedFile[];
  counts: readonly MergeCounts[];
  refused: MergeConflict[];
  retaken: number;
}

function summary({ db }: JobContext, { sources, counts, refused, retaken }: Outcome): MergeResult {
  const sum = (of: (one: MergeCounts) => number): number => counts.reduce((all, one) => all + of(one), 0);
  const raters = new Set(sources.flatMap((source) => source.raters.map((name) => name.toLowerCase())));
  const open = openConflicts(db).filter(({ rater }) => rater !== null && raters.has(rater.toLowerCase()));
  return {
    ratings: sum((one) => one.ratings),
    new: sum((one) => one.new),
    duplicates: sum((one) => one.duplicates),
    conflicting: sum((one) => one.conflicting),
    events: sum(({ events }) => events) + retaken,
    sources,
    brought: {
      raters: sum(({ brought }) => brought.raters),
      conversations: sum(({ brought }) => brought.conversations),
      assignments: sum(({ brought }) => brought.assignments),
      gold: sum(({ brought }) => brought.gold),
      decisions: sum(({ brought }) => brought.decisions),
    },
    conflicts: [...refused, ...open],
    digest: contentDigest(db),
  };
}
