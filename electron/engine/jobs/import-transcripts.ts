import type { OutputOf, ParsedInputOf } from '../../../shared/contract/commands.ts';
import type { ImportedFile } from '../../../shared/contract/importing.ts';
import {
  type Conversation,
  contentKey,
  isJudgeable,
  placedMessages,
} from '../../../shared/domain/conversation.ts';
import { readRecord } from '../../../shared/formats/record.ts';
import type { Detection } from '../../../shared/formats/registry.ts';
import { get } from '../db/statements.ts';
import { sha256 } from '../digest.ts';
import type { RecordFrame } from '../files/frame.ts';
import { detectSource } from '../files/inspect.ts';
import { openSource, type Source } from '../files/source.ts';
import type { JobContext } from '../lanes.ts';
import type { NewConversation, NewFault, NewMessage } from '../store/batches.ts';
import { faultOf, type Taken, takeIn } from './intake.ts';

interface Chosen {
  source: Source;
  detection: Detection;
}

/**
 * Imports transcript files, each as one batch that is in whole or not at all. Every file is looked at before the first is taken in,
 * so that a file that cannot be read leaves the project as it was.
 */
export async function importTranscripts(
  context: JobContext,
  { files, adapter, dryRun }: ParsedInputOf<'import.transcripts'>,
): Promise<OutputOf<'import.transcripts'>> {
  const chosen: Chosen[] = [];
  for (const path of files) {
    const source = await openSource(path);
    const { detection } = await detectSource(source, adapter);
    chosen.push({ source, detection });
  }
  const imported: ImportedFile[] = [];
  for (const file of chosen) imported.push(await (dryRun ? tryOne(context, file) : importOne(context, file)));
  return { files: imported };
}

interface Tally {
  imported: number;
  duplicates: number;
  rejected: number;
  messages: number;
  reasons: Record<string, number>;
}

const emptyTally = (): Tally => ({ imported: 0, duplicates: 0, rejected: 0, messages: 0, reasons: {} });

function countFaults(tally: Tally, faults: readonly NewFault[]): void {
  tally.rejected += faults.length;
  for (const { code } of faults) tally.reasons[code] = (tally.reasons[code] ?? 0) + 1;
}

const summary = (
  { source, detection }: Chosen,
  tally: Tally,
  { sha256: digest, records }: { sha256: string; records: number },
  quarantine: string | null,
): ImportedFile => ({
  path: source.path,
  adapter: detection.adapter.name,
  confidence: detection.confidence,
  sha256: digest,
  records,
  ...tally,
  quarantine,
});

async function importOne(context: JobContext, chosen: Chosen): Promise<ImportedFile> {
  const { source, detection } = chosen;
  const batch = await context.act('batch.begin', {
    kind: 'transcripts',
    file: source.name,
    adapter: detection.adapter.name,
  });
  const tally = emptyTally();
  try {
    const done = await takeIn<NewConversation>(context, source, {
      phase: `importing ${source.name}`,
      take: (frame) => take(chosen, frame),
      put: async (conversations, faults) => {
        const stored = await context.act('batch.conversations', { batch: batch.id, conversations, faults });
        tally.imported += stored.imported;
        tally.duplicates += stored.duplicates;
        tally.messages += stored.messages;
        countFaults(tally, faults);
      },
    });
    const { imported, duplicates, rejected } = tally;
    await context.act('batch.finish', {
      batch: batch.id,
      sha256: done.sha256,
      counts: { records: done.records, imported, duplicates, rejected },
    });
    return summary(chosen, tally, done, rejected > 0 ? batch.uuid : null);
  } catch (error) {
    await discard(context, batch.id);
    throw error;
  }
}

/** What cannot be taken back now, on a full disk, is taken back when the project is opened next; it is not visible meanwhile. */
async function discard(context: JobContext, batch: number): Promise<void> {
  try {
    await context.act('batch.discard', { batch });
  } catch {
    return;
  }
}

/** Counts what an import would do, and stores nothing. */
async function tryOne(context: JobContext, chosen: Chosen): Promise<ImportedFile> {
  const tally = emptyTally();
  const seen = new Set<string>();
  const done = await takeIn<NewConversation>(context, chosen.source, {
    phase: `trying ${chosen.source.name}`,
    take: (frame) => take(chosen, frame),
    put: async (conversations, faults) => {
      for (const { contentHash, messages } of conversations) {
        const hash = Buffer.from(contentHash);
        const key = hash.toString('latin1');
        if (seen.has(key) || get(context.db, 'SELECT 1 FROM ready_conversation WHERE content_hash = ?', hash))
          tally.duplicates += 1;
        else {
          tally.imported += 1;
          tally.messages += messages.length;
        }
        seen.add(key);
      }
      countFaults(tally, faults);
    },
  });
  return summary(chosen, tally, done, null);
}

function take({ detection }: Chosen, frame: RecordFrame): Taken<NewConversation> {
  const outcome = readRecord(detection.adapter, frame);
  return outcome.ok
    ? { rows: outcome.conversations.map(freeze) }
    : { fault: faultOf(frame, frame.text, outcome.fault) };
}

const jsonOrNull = (value: object | null): string | null => {
  if (value === null) return null;
  for (const _key in value) return JSON.stringify(value);
  return null;
};

/** A conversation as it is stored. */
function freeze(conversation: Conversation): NewConversation {
  return {
    contentHash: sha256(contentKey(conversation)),
    name: conversation.externalId,
    createdAt: conversation.createdAt,
    model: conversation.model,
    modelVersion: conversation.modelVersion,
    language: conversation.language,
    useCase: conversation.useCase,
    groups: jsonOrNull(conversation.groups),
    metadata: jsonOrNull(conversation.metadata),
    messages: placedMessages(conversation).map(
      ({ message, position, candidate }): NewMessage => ({
        position,
        candidate,
        role: message.role,
        judgeable: isJudgeable(message),
        text: message.text,
        parts: message.parts === null ? null : JSON.stringify(message.parts),
        name: message.id,
        createdAt: message.createdAt,
        model: message.model,
        latencyMs: message.latencyMs,
        usage: jsonOrNull(message.usage),
        metadata: jsonOrNull(message.metadata),
        feedback: message.feedback,
      }),
    ),
  };
}
