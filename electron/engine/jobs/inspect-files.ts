import type { OutputOf, ParsedInputOf } from '../../../shared/contract/commands.ts';
import { inspectFile } from '../files/inspect.ts';
import type { JobContext } from '../lanes.ts';
import { mappingOf } from '../store/mappings.ts';
import { isPassedOver, lookAtFiles, watching } from './look-at-files.ts';

/** What a file, or one within a folder, holds. */
export const inspectOne = (
  context: JobContext,
  { file, within, adapter, mapping, encoding }: ParsedInputOf<'import.inspect'>,
): Promise<OutputOf<'import.inspect'>> => {
  const watch = watching(context);
  return inspectFile(file, { within, adapter, mapping: mappingOf(context.db, mapping), encoding, watch });
};

/** What each of the files is that were chosen, or lie in the folder that was. */
export async function lookAtAll(
  context: JobContext,
  { file, adapter, mapping, encoding }: ParsedInputOf<'import.look'>,
): Promise<OutputOf<'import.look'>> {
  const looked = await lookAtFiles(
    [file],
    { adapter, mapping: mappingOf(context.db, mapping), encoding },
    context,
  );
  return {
    file,
    files: looked.map((one) =>
      isPassedOver(one)
        ? { ...NOTHING, within: one.name, name: one.name, error: one.fault.failure }
        : {
            within: one.within,
            name: one.source.name,
            bytes: one.source.bytes,
            adapter: one.detection.adapter.name,
            confidence: one.detection.confidence,
            because: one.detection.because,
            runnersUp: one.detection.runnersUp,
            error: null,
          },
    ),
  };
}

const NOTHING = { bytes: 0, adapter: '', confidence: 0, because: '', runnersUp: [] };
