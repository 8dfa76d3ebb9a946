import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import type { PacketContents } from '../../../electron/engine/packets/contents.ts';
import { writePacket } from '../../../electron/engine/packets/file-format.ts';
import { gatherWork } from '../../../electron/engine/packets/gather.ts';
import { nameOfProject } from '../../../electron/engine/packets/names.ts';
import { seal } from '../../../electron/engine/packets/sealing.ts';
import { machineKeyIn } from '../../../electron/engine/packets/signing.ts';
import { canonical } from '../../../shared/domain/canonical.ts';
import { seededRandom } from '../../../shared/sampling/random.ts';
import { Desk } from '../../support/desk.ts';
import { withEngine } from '../../support/engine.ts';
import { complete } from '../../support/study.ts';
import { writeTranscripts } from '../../support/transcripts.ts';

/** A study, and what each of its raters sent back: every rating made by hand, an event for each key. */
export interface SentPackets {
  folder: string;
  project: string;
  packets: string[];
  events: number;
  remove(): Promise<void>;
}

const START = Date.parse('2026-03-02T09:00:00.000Z');

export async function sentPackets(raters: number, ratings: number): Promise<SentPackets> {
  const folder = await mkdtemp(join(tmpdir(), 'touchstone-bench-merge-'));
  const project = join(folder, 'study.touchstone');
  const names = Array.from({ length: raters }, (_, number) => `Rater ${number + 1}`);
  await withEngine(async (engine) => {
    await engine.ask('project.create', { file: project });
    await engine.ask('import.transcripts', {
      files: [writeTranscripts(join(folder, 'transcripts.jsonl'), ratings)],
    });
    const { sample } = await engine.ask('sample.draw', { size: ratings, seed: 7 });
    await engine.ask('assign.plan', { sample, raters: names, overlap: raters, seed: 7 });
  });
  const desk = await Desk.open(project);
  const key = machineKeyIn(folder);
  const label = { packet: v7(), madeAt: START, key: key.publicKey.toString('hex') };
  const rubricDigest = String(desk.db.prepare('SELECT digest FROM rubric').pluck().get());
  const packets: string[] = [];
  let events = 0;
  for (const name of names) {
    const work = gatherWork(desk.db, { ...label, packet: v7() }, name).contents;
    const contents = rated(work, rubricDigest);
    events += contents.events.length;
    const { head, body } = seal(contents.packet, canonical(JSON.parse(JSON.stringify(contents))), undefined);
    const path = join(folder, `${name}.touchstone-packet`);
    await writeFile(path, writePacket(head, body, key).bytes);
    packets.push(path);
  }
  desk.close();
  return { folder, project, packets, events, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** What its rater would send back of a packet of work: everything rated, key by key. */
function rated(work: PacketContents, rubricDigest: string): PacketContents {
  const random = seededRandom(work.packet);
  const journal = nameOfProject(work.packet);
  const events: PacketContents['events'] = [];
  for (const { item, occasion } of work.work?.assignments ?? [])
    for (const [at, action] of complete(1 + random.below(5)).entries()) {
      const number = events.length + 1;
      const time = START + 1000 * number;
      events.push([
        v7({ msecs: time }),
        time,
        0,
        item,
        occasion,
        0,
        action.kind,
        canonical(JSON.parse(JSON.stringify(action))),
        900,
        at === 0 ? -1 : number - 2,
        0,
        number,
        number.toString(16).padStart(64, '0'),
      ]);
    }
  const rubrics = [{ ref: 'ssfb@1', digest: rubricDigest }];
  return { ...work, kind: 'ratings', journal, journals: [journal], rubrics, events, work: null };
}
