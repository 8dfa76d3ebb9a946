import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { discardProjectFile } from '../../electron/engine/db/open.ts';
import type { packetContents } from '../../electron/engine/packets/contents.ts';
import { readPacket } from '../../electron/engine/packets/file-format.ts';
import { ChildEngine } from '../support/child-engine.ts';
import { unwrap } from '../support/engine.ts';
import { type SentPackets, sentPackets } from './inputs/packets.ts';
import { judged, type Measurement, type Scale } from './measurement.ts';
import { inTurns, median } from './statistics.ts';

const LIMIT_MS = 5000;

/** The least a merge can do: reads the packets and puts their events into a table, a transaction a packet. */
function bareMerge({ folder, packets }: SentPackets): number {
  const path = join(folder, 'bare.sqlite');
  rmSync(path, { force: true });
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(
    'CREATE TABLE event (id INTEGER PRIMARY KEY, uuid TEXT, at INTEGER, item INTEGER, kind TEXT, payload TEXT, hash TEXT) STRICT',
  );
  const insert = db.prepare(
    'INSERT INTO event (uuid, at, item, kind, payload, hash) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const from = performance.now();
  for (const file of packets) {
    const text = gunzipSync(readPacket(readFileSync(file), file).body).toString('utf8');
    const events: ReturnType<typeof packetContents.parse>['events'] = JSON.parse(text).events;
    db.transaction(() => {
      for (const [uuid, at, , item, , , kind, payload, , , , , hash] of events)
        insert.run(uuid, at, item, kind, payload, hash);
    })();
  }
  const taken = performance.now() - from;
  db.close();
  return taken;
}

/** Merges all packets into a fresh copy of the study, as the window would ask for it. */
async function merge({ folder, project, packets }: SentPackets): Promise<number> {
  const path = join(folder, 'copy.touchstone');
  discardProjectFile(path);
  copyFileSync(project, path);
  const engine = await ChildEngine.start();
  try {
    unwrap(await engine.call('project.open', { file: path }));
    const from = performance.now();
    const result = unwrap(await engine.call('packet.merge', { files: packets }));
    const taken = performance.now() - from;
    if (JSON.stringify(result).includes('"conflicts":[]')) return taken;
    throw new Error('the packets were not simply merged');
  } finally {
    await engine.kill();
  }
}

/** Speed of merging what many raters send back. */
export async function run({ small, say }: Scale): Promise<Measurement[]> {
  const [raters, ratings] = small ? [4, 20] : [100, 1000];
  say(`merge: ${raters} packets of ${ratings} ratings`);
  const sent = await sentPackets(raters, ratings);
  try {
    const [own = [], bare = []] = await inTurns(
      3,
      () => merge(sent),
      () => bareMerge(sent),
    );
    return [
      judged({
        name: `merge of ${raters} packets of ${ratings.toLocaleString('en-GB')} ratings`,
        value: median(own),
        unit: 'ms',
        floor: median(bare),
        limit: { value: LIMIT_MS },
        note: `${sent.events.toLocaleString('en-GB')} rating events, an event a key; floor: the same events read and put into a bare table`,
      }),
    ];
  } finally {
    await sent.remove();
  }
}
