import { join, normalize, sep } from 'node:path';
import { Fault } from '../../../shared/contract/errors.ts';
import type { Inspection } from '../../../shared/contract/importing.ts';
import type { Conversation } from '../../../shared/domain/conversation.ts';
import { placedMessages } from '../../../shared/domain/conversation.ts';
import { fieldSamples } from '../../../shared/formats/field-samples.ts';
import type { Mapping } from '../../../shared/formats/mapping.ts';
import { readGroup, readings } from '../../../shared/formats/reading.ts';
import { chooseAdapter, type Detection, mappedDetection } from '../../../shared/formats/registry.ts';
import { suggestMapping } from '../../../shared/formats/suggest-mapping.ts';
import { alignedRows } from './aligned-rows.ts';
import { encodingNamed } from './encoding.ts';
import { type Frame, isFaultFrame } from './frame.ts';
import { parsedFrame } from './frame-record.ts';
import { type FrameOptions, type Layout, readFrames } from './framing.ts';
import { openSource, type Source } from './source.ts';

/** Looked at of each file: this many records, or as many as there are in this much text. */
const RECORDS = 50;
const TEXT_LENGTH = 1024 * 1024;

const PREVIEW = { conversations: 5, messages: 40, textLength: 2000, faults: 20 };

/** As what the files are read. `encoding` is a standard name, or null to find it out. */
export interface ReadAs {
  adapter: string;
  mapping: Mapping | null;
  encoding: string | null;
}

/** Who waits for the look at a file: told how many of its bytes were read, and may call it off. */
export type Watch = Pick<FrameOptions, 'signal' | 'onBytes'>;

/** The first frames of a file, one at least where there is one, and how they stand in it. */
async function firstFrames(
  source: Source,
  encoding: string | null,
  watch: Watch,
): Promise<{ frames: Frame[]; layout: Layout | null }> {
  const first: Frame[] = [];
  let length = 0;
  const reader = readFrames(source, { encoding, ...watch });
  for await (const frames of reader) {
    for (const frame of frames) {
      first.push(frame);
      length += isFaultFrame(frame) ? frame.original.length : frame.text.length;
      if (first.length >= RECORDS || length >= TEXT_LENGTH) return { frames: first, layout: reader.layout };
    }
  }
  return { frames: first, layout: reader.layout };
}

interface Looked {
  detection: Detection;
  frames: Frame[];
  values: unknown[];
  layout: Layout | null;
}

/**
 * The format of a file, from its first records, and those records. `adapter` is a name, or `auto` to find it out; a mapping goes before.
 * Throws FILE_EMPTY, UNKNOWN_FORMAT, NOT_JSON where not one of the first records is JSON, or USAGE for an unknown name.
 */
export async function detectSource(
  source: Source,
  { adapter, mapping, encoding }: ReadAs,
  watch: Watch = {},
): Promise<Looked> {
  const { frames, layout } = await firstFrames(source, encoding, watch);
  if (frames.length === 0)
    throw new Fault('FILE_EMPTY', `There is no record in the file: ${source.path}`, { file: source.path });
  const values: unknown[] = [];
  let failed: { line: number; reason: string } | null = null;
  for (const frame of frames) {
    const parsed = parsedFrame(frame);
    if (parsed.ok) values.push(parsed.value);
    else failed ??= { line: frame.line, reason: parsed.fault.reason };
  }
  if (mapping) return { detection: mappedDetection(mapping, values), frames, values, layout };
  if (values.length === 0 && failed && adapter === 'auto')
    throw new Fault('NOT_JSON', `No record at the beginning of the file can be read. ${failed.reason}`, {
      file: source.path,
      line: failed.line,
    });
  return { detection: chooseAdapter(adapter, values, source.path), frames, values, layout };
}

/** The path of a file in a folder, which must not lead out of it. */
function pathWithin(folder: string, within: string | undefined): string {
  if (within === undefined) return folder;
  const inside = normalize(within);
  if (inside.startsWith('..') || inside.startsWith(sep))
    throw new Fault('INVALID_INPUT', `There is no such file in the folder: ${within}`, { path: 'within' });
  return join(folder, inside);
}

/**
 * What a transcript file holds, from its first records, without storing anything: the format found (or, named by
 * `adapter`, how well it fits), the first conversations as they would be stored, and what is wrong with some.
 * Throws the Fault of a file that cannot be read, UNKNOWN_FORMAT, or USAGE for an unknown adapter.
 */
export async function inspectFile(
  file: string,
  how: {
    adapter?: string;
    mapping?: Mapping | null;
    encoding?: string | undefined;
    within?: string | undefined;
    watch?: (source: Source) => Watch;
  } = {},
): Promise<Inspection> {
  const source = await openSource(pathWithin(file, how.within), how.within);
  const encoding = how.encoding === undefined ? null : encodingNamed(how.encoding);
  const readAs = { adapter: how.adapter ?? 'auto', mapping: how.mapping ?? null, encoding };
  const { detection, frames, values, layout } = await detectSource(source, readAs, how.watch?.(source));
  const { adapter: chosen, mapping, confidence, because, runnersUp } = detection;
  const { preview, faults } = read(detection, frames);
  return {
    file,
    name: source.name,
    bytes: source.bytes,
    compressed: source.packed !== 'plain',
    encoding: layout?.encoding ?? null,
    framing: layout?.framing ?? null,
    delimiter: layout?.delimiter ?? null,
    adapter: chosen.name,
    confidence,
    because,
    runnersUp,
    mapping,
    suggestion: mapping ?? suggestMapping(values)?.mapping ?? null,
    fields: fieldSamples(values),
    preview: preview.slice(0, PREVIEW.conversations).map(shown),
    rows: alignedRows(chosen, frames),
    faults: faults.slice(0, PREVIEW.faults),
  };
}

/** The conversations in the first records; of one that is spread over several, what there is of it. */
function read(
  { adapter }: Detection,
  frames: readonly Frame[],
): { preview: Conversation[]; faults: string[] } {
  const preview: Conversation[] = [];
  const faults: string[] = [];
  const groups = new Map<string, { line: number; records: unknown[] }>();
  for (const frame of frames) {
    const parsed = parsedFrame(frame);
    if (!parsed.ok) {
      faults.push(sentence(frame.line, parsed.fault.path, parsed.fault.reason));
      continue;
    }
    for (const reading of readings(adapter, parsed.value)) {
      if ('key' in reading) {
        const group = groups.get(reading.key);
        if (group) group.records.push(reading.record);
        else groups.set(reading.key, { line: frame.line, records: [reading.record] });
      } else if (reading.outcome.ok) preview.push(...reading.outcome.conversations);
      else faults.push(sentence(frame.line, reading.outcome.fault.path, reading.outcome.fault.reason));
    }
  }
  for (const { line, records } of groups.values()) {
    const outcome = readGroup(adapter, records);
    if (outcome.ok) preview.push(...outcome.conversations);
    else faults.push(sentence(line, outcome.fault.path, outcome.fault.reason));
  }
  return { preview, faults };
}

const sentence = (line: number, path: string, reason: string): string =>
  `Line ${line}${path === '$' ? '' : `, ${path}`}: ${reason}`;

const shown = (conversation: Conversation): Inspection['preview'][number] => ({
  id: conversation.externalId,
  model: conversation.model,
  messages: placedMessages(conversation)
    .slice(0, PREVIEW.messages)
    .map(({ message: { role, text }, candidate }) => ({ role, text: shortened(text), candidate })),
});

const shortened = (text: string): string =>
  text.length > PREVIEW.textLength ? `${text.slice(0, PREVIEW.textLength)}...` : text;
