import type { Adapter } from '../../../shared/formats/adapter.ts';
import { readGroup, readings } from '../../../shared/formats/reading.ts';
import { parseRecord, withRepairs } from '../../../shared/formats/record.ts';
import type { RecordFrame } from '../files/frame.ts';
import { type Gathering, type Group, MAX_GROUP_BYTES } from '../store/gathering.ts';
import { faultOf } from './fault-of.ts';
import { parseFrame, type Taken } from './intake.ts';
import type { Fate, TranscriptBatch } from './transcript-batch.ts';

/** Where records wait for the others of their conversation, and which file is being read. */
export interface Aside {
  /** Made with the first record that waits. */
  gathering(): Gathering;
  file: number;
}

/** What comes of one record of a file: records taken in, faults, and nothing yet of those that wait for others. */
export function readFrame(
  adapter: Adapter,
  frame: RecordFrame,
  aside: Aside,
  batch: TranscriptBatch,
): Taken<Fate>[] {
  const parsed = parseFrame(frame);
  if ('fault' in parsed) return [parsed];
  const repaired = { bytes: frame.repaired, characters: parsed.repaired };
  const isRepaired = repaired.bytes || repaired.characters;
  const taken: Taken<Fate>[] = [];
  for (const reading of readings(adapter, parsed.value)) {
    const { path, record } = reading;
    // A record inside another is kept by itself.
    const original = (): string | null => (path === '$' ? null : textOf(record));
    if ('key' in reading) {
      const body = original() ?? (frame.row || isRepaired ? textOf(record) : frame.text);
      if (body === null) taken.push({ fault: faultOf(frame, TOO_DEEP) });
      else putAside(aside, reading.key, frame, isRepaired, body);
    } else if (reading.outcome.ok) {
      const conversations = withRepairs(reading.outcome.conversations, repaired);
      taken.push({ row: batch.take({ conversations, repaired: isRepaired }) });
    } else taken.push({ fault: faultOf(frame, reading.outcome.fault, original() ?? undefined) });
  }
  return taken;
}

function putAside(aside: Aside, key: string, frame: RecordFrame, repaired: boolean, body: string): void {
  const { line, byteOffset } = frame;
  aside.gathering().add(key, { file: aside.file, line, byteOffset, repaired, body });
}

const TOO_DEEP = {
  code: 'NESTED_TOO_DEEP',
  path: '$',
  reason: 'It is nested so deep that it cannot be kept.',
};

/** A record as JSON, or null where it is nested deeper than that can be written. */
function textOf(record: unknown): string | null {
  try {
    return JSON.stringify(record);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** What comes of the records of one conversation. */
export function readGathered(adapter: Adapter, group: Group, batch: TranscriptBatch): Taken<Fate> {
  const { members, bytes, records } = group;
  const [first] = members;
  const place = { line: first?.line ?? 1, byteOffset: first?.byteOffset ?? 0, text: '', repaired: false };
  const original = members.map(({ body }) => body).join('\n');
  if (bytes > MAX_GROUP_BYTES) return { fault: faultOf(place, tooLarge(bytes, records), original) };
  const values = members.map(({ body }) => {
    const parsed = parseRecord(body);
    return parsed.ok ? parsed.value : null;
  });
  const outcome = readGroup(adapter, values);
  if (!outcome.ok) return { fault: faultOf(place, outcome.fault, original) };
  const repaired = members.some((member) => member.repaired);
  const conversations = withRepairs(outcome.conversations, { bytes: repaired, characters: false });
  return { row: batch.take({ conversations, repaired }) };
}

const tooLarge = (bytes: number, records: number) => ({
  code: 'RECORD_TOO_LARGE',
  path: '$',
  reason: `The ${records} records of this conversation have ${(bytes / 2 ** 20).toFixed(1)} MB together; up to ${MAX_GROUP_BYTES / 2 ** 20} MB are read.`,
});
