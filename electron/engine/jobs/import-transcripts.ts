import type { OutputOf, ParsedInputOf } from '../../../shared/contract/commands.ts';
import type { ImportedFile } from '../../../shared/contract/importing.ts';
import type { Conversation } from '../../../shared/domain/conversation.ts';
import { readRecord } from '../../../shared/formats/record.ts';
import type { Detection } from '../../../shared/formats/registry.ts';
import type { RecordFrame } from '../files/frame.ts';
import { detectSource } from '../files/inspect.ts';
import { openSource, type Source } from '../files/source.ts';
import type { JobContext } from '../lanes.ts';
import type { BatchHandle, Contents } from '../store/batches.ts';
import { faultOf, type Taken, takeIn } from './intake.ts';
import { KnownContent } from './known-content.ts';
import { contentHash } from './pack-conversations.ts';
import { countFaults, emptyTally, type Tally, TranscriptBatch } from './transcript-batch.ts';
import { inTurn } from './turns.ts';

interface Chosen {
  source: Source;
  detection: Detection;
}

/**
 * Imports transcript files, each as one batch, all of them or none. Every file is looked at before the first is taken in,
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
  if (!dryRun) return { files: await inTurn(() => importAll(context, chosen)) };
  const tried: ImportedFile[] = [];
  for (const file of chosen) tried.push(await tryOne(context, file));
  return { files: tried };
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

interface Arrived {
  chosen: Chosen;
  batch: BatchHandle;
  tally: Tally;
  records: number;
  sha256: string;
  contents: Contents;
}

/** The batches become part of the project together, when the last file is in; until then all can be taken back. */
async function importAll(context: JobContext, chosen: readonly Chosen[]): Promise<ImportedFile[]> {
  const arrived: Arrived[] = [];
  try {
    const batches = await context.act(
      'batches.begin',
      chosen.map(({ source, detection }) => ({
        kind: 'transcripts' as const,
        file: source.name,
        adapter: detection.adapter.name,
      })),
    );
    for (const [index, file] of chosen.entries()) {
      const batch = batches[index];
      if (batch) arrived.push({ chosen: file, batch, ...(await takeOne(context, file, batch.id)) });
    }
    await context.act(
      'batches.finish',
      arrived.map(({ batch, tally: { imported, duplicates, rejected }, records, sha256, contents }) => ({
        batch: batch.id,
        sha256,
        counts: { records, imported, duplicates, rejected },
        contents,
      })),
    );
  } catch (error) {
    await discard(context);
    throw error;
  }
  return arrived.map(({ chosen: file, batch, tally, ...done }) =>
    summary(file, tally, done, tally.rejected > 0 ? batch.uuid : null),
  );
}

async function takeOne(
  context: JobContext,
  chosen: Chosen,
  batch: number,
): Promise<Omit<Arrived, 'chosen' | 'batch'>> {
  const incoming = new TranscriptBatch(context, batch);
  const done = await takeIn<boolean>(context, chosen.source, {
    phase: `importing ${chosen.source.name}`,
    take: (frame) => {
      const taken = take(chosen, frame);
      return 'fault' in taken ? taken : { rows: taken.rows.map((row) => incoming.take(row)) };
    },
    put: (_rows, faults) => incoming.put(faults),
  });
  const contents = await incoming.finish();
  return { ...done, tally: incoming.tally, contents };
}

/** What cannot be taken back now, on a full disk, is taken back before the next import or opening; it is not visible meanwhile. */
async function discard(context: JobContext): Promise<void> {
  try {
    await context.act('batches.discard', undefined);
  } catch {
    return;
  }
}

/** Counts what an import would do, and stores nothing. */
async function tryOne(context: JobContext, chosen: Chosen): Promise<ImportedFile> {
  const tally = emptyTally();
  const known = new KnownContent(context.db);
  const done = await takeIn<Conversation>(context, chosen.source, {
    phase: `trying ${chosen.source.name}`,
    take: (frame) => take(chosen, frame),
    put: async (conversations, faults) => {
      for (const conversation of conversations) {
        if (known.add(contentHash(conversation)) === null) tally.duplicates += 1;
        else {
          tally.imported += 1;
          tally.messages += conversation.messages.length + conversation.candidates.length;
        }
      }
      countFaults(tally, faults);
    },
  });
  return summary(chosen, tally, done, null);
}

function take({ detection }: Chosen, frame: RecordFrame): Taken<Conversation> {
  const outcome = readRecord(detection.adapter, frame);
  return outcome.ok ? { rows: outcome.conversations } : { fault: faultOf(frame, frame.text, outcome.fault) };
}
