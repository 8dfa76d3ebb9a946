import { copyFileSync, rmSync } from 'node:fs';
import { createProjectFile, discardProjectFile } from '../../../electron/engine/db/open.ts';
import { contentDigest } from '../../../electron/engine/packets/content-digest.ts';
import type { PacketContents } from '../../../electron/engine/packets/contents.ts';
import { ItemSearch } from '../../../electron/engine/packets/find-items.ts';
import { gatherRatings, gatherWork } from '../../../electron/engine/packets/gather.ts';
import { heldEvents } from '../../../electron/engine/packets/held.ts';
import { fillFromPacket } from '../../../electron/engine/packets/open-packet.ts';
import { prepare } from '../../../electron/engine/packets/prepare.ts';
import { type MergeCounts, retakeHeld, storeMerge } from '../../../electron/engine/packets/store-merge.ts';
import { openQueue, record } from '../../../electron/engine/store/queue.ts';
import { step } from '../../../electron/engine/store/steps.ts';
import { verify } from '../../../electron/engine/verify/verify.ts';
import type { Verification } from '../../../shared/contract/auditing.ts';
import type { RatingAction } from '../../../shared/domain/rating.ts';
import { Desk } from '../../support/desk.ts';

/** What a machine sends: its ratings, and the key it signs with. */
export interface Sent {
  contents: PacketContents;
  key: string;
}

const label = { packet: '00000000-0000-7000-8000-000000000000', madeAt: 0, key: '0'.repeat(64) };

/** One project file of a study, worked on by the writer alone. */
export class Replica {
  readonly desk: Desk;
  readonly path: string;
  readonly key: string;

  private constructor(desk: Desk, path: string, key: string) {
    this.desk = desk;
    this.path = path;
    this.key = key;
  }

  /** A copy of a project file. */
  static async copy(from: string, path: string, key = 'lead'): Promise<Replica> {
    discardProjectFile(path);
    copyFileSync(from, path);
    return new Replica(await Desk.open(path), path, key);
  }

  /** A project made of a packet of work. */
  static async opened(contents: PacketContents, path: string, key: string): Promise<Replica> {
    discardProjectFile(path);
    createProjectFile(path);
    const desk = await Desk.open(path);
    const { work } = contents;
    if (!work) throw new Error('there is no work in the packet');
    desk.write((context) =>
      fillFromPacket(context, { contents, work, file: path, digest: '', signedBy: 'lead' }),
    );
    return new Replica(desk, path, key);
  }

  work(rater: string): PacketContents {
    return gatherWork(this.desk.db, label, rater).contents;
  }

  send(raters: readonly string[] = []): Sent {
    return { contents: gatherRatings(this.desk.db, label, raters).contents, key: this.key };
  }

  merge({ contents, key }: Sent): MergeCounts {
    const { desk } = this;
    const search = new ItemSearch(desk.db);
    const items = contents.items.map((item) => search.find(item));
    const bundle = prepare(desk.db, contents, items, 'test');
    const { packet: source, journal } = contents;
    const counts = desk.write((context) =>
      storeMerge(context, {
        kind: 'packet',
        source,
        file: 'test',
        digest: '',
        signedBy: key,
        journal,
        bundle,
        lent: null,
        work: null,
      }),
    );
    this.retake();
    return counts;
  }

  retake(): void {
    const { desk } = this;
    const held = heldEvents(desk.db);
    if (held.length === 0) return;
    const search = new ItemSearch(desk.db);
    const items = Object.fromEntries(held.map(({ record: { item } }) => [item.key, search.find(item)]));
    desk.write((context) => retakeHeld(context, { items }));
  }

  queue(raterId: string): string[] {
    return openQueue(this.desk.db, raterId).entries.map(({ assignment }) => assignment);
  }

  act(assignment: string, action: RatingAction): void {
    this.desk.write((context) => record(context, { assignment, action, activeMs: 10 }));
  }

  step(raterId: string, kind: 'undo' | 'redo'): void {
    this.desk.write((context) => step(context, raterId, kind));
  }

  digest(): string {
    return contentDigest(this.desk.db);
  }

  verified(): Verification['first_bad'] {
    return verify(this.desk.db, () => undefined).first_bad;
  }

  close(): void {
    this.desk.close();
    rmSync(this.path, { force: true });
  }
}
