import { Fault } from '../../../shared/contract/errors.ts';
import type { Inspection } from '../../../shared/contract/importing.ts';
import type { Conversation } from '../../../shared/domain/conversation.ts';
import { placedMessages } from '../../../shared/domain/conversation.ts';
import { parseRecord, readRecord } from '../../../shared/formats/record.ts';
import { chooseAdapter, type Detection } from '../../../shared/formats/registry.ts';
import { type Frame, isFaultFrame, type RecordFrame } from './frame.ts';
import { readFrames } from './framing.ts';
import { openSource, type Source } from './source.ts';

/** Looked at of each file: this many records, or as many as there are in this much text. */
const RECORDS = 50;
const TEXT_LENGTH = 1024 * 1024;

const PREVIEW = { conversations: 5, messages: 40, textLength: 2000, faults: 20 };

/** The first frames of a file, one at least where there is one. */
export async function firstFrames(source: Source): Promise<Frame[]> {
  const first: Frame[] = [];
  let length = 0;
  for await (const frames of readFrames(source)) {
    for (const frame of frames) {
      first.push(frame);
      length += isFaultFrame(frame) ? frame.original.length : frame.text.length;
      if (first.length >= RECORDS || length >= TEXT_LENGTH) return first;
    }
  }
  return first;
}

/**
 * The format of a file, from its first records, and those records. `adapter` is a name, or `auto` to find it out.
 * Throws FILE_EMPTY, UNKNOWN_FORMAT, NOT_JSON where not one of the first records is JSON, or USAGE for an unknown name.
 */
export async function detectSource(
  source: Source,
  adapter: string,
): Promise<{ detection: Detection; frames: Frame[] }> {
  const frames = await firstFrames(source);
  if (frames.length === 0)
    throw new Fault('FILE_EMPTY', `There is no record in the file: ${source.path}`, { file: source.path });
  const values: unknown[] = [];
  let failed: { line: number; reason: string } | null = null;
  for (const frame of frames) {
    const parsed = isFaultFrame(frame) ? { ok: false as const, fault: frame.fault } : parseRecord(frame.text);
    if (parsed.ok) values.push(parsed.value);
    else failed ??= { line: frame.line, reason: parsed.fault.reason };
  }
  if (values.length === 0 && failed && adapter === 'auto')
    throw new Fault('NOT_JSON', `No record at the beginning of the file can be read. ${failed.reason}`, {
      file: source.path,
      line: failed.line,
    });
  return { detection: chooseAdapter(adapter, values, source.path), frames };
}

/**
 * What a transcript file holds, from its first records, without storing anything: the format found (or, named by
 * `adapter`, how well it fits), the first conversations as they would be stored, and what is wrong with some.
 * Throws the Fault of a file that cannot be read, UNKNOWN_FORMAT, or USAGE for an unknown adapter.
 */
export async function inspectFile(path: string, adapter = 'auto'): Promise<Inspection> {
  const source = await openSource(path);
  const { detection, frames } = await detectSource(source, adapter);
  const { adapter: chosen, ...found } = detection;
  const preview: Conversation[] = [];
  const faults: string[] = [];
  for (const frame of frames) {
    const outcome = isFaultFrame(frame)
      ? { ok: false as const, fault: frame.fault }
      : readRecord(chosen, frame);
    if (outcome.ok) preview.push(...outcome.conversations);
    else faults.push(sentence(frame, outcome.fault.path, outcome.fault.reason));
  }
  return {
    file: path,
    name: source.name,
    bytes: source.bytes,
    compressed: source.compressed,
    adapter: chosen.name,
    ...found,
    preview: preview.slice(0, PREVIEW.conversations).map(shown),
    faults: faults.slice(0, PREVIEW.faults),
  };
}

const sentence = ({ line }: Pick<RecordFrame, 'line'>, path: string, reason: string): string =>
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
