import type { EngineCommandName } from '../../../shared/contract/commands.ts';
import { inspectFile } from '../files/inspect.ts';
import { reportAgreement, reportCostlyUnits } from '../jobs/agreement.ts';
import { assignWork } from '../jobs/assign-work.ts';
import { drawAuditSample } from '../jobs/draw-audit-sample.ts';
import { drawSample } from '../jobs/draw-sample.ts';
import { previewExport, writeExport } from '../jobs/export.ts';
import { importRatings } from '../jobs/import-ratings.ts';
import { importTranscripts } from '../jobs/import-transcripts.ts';
import type { CommandOf, JobHandlers } from '../lanes.ts';
import { verify } from '../verify/verify.ts';

/** Long work: on the second reading thread, with progress and cancel; what it changes goes to the writer in acts. */
export const jobHandlers: JobHandlers<CommandOf<'job'>> = {
  'import.inspect': (_context, { file, adapter }) => inspectFile(file, adapter),
  'import.transcripts': importTranscripts,
  'import.ratings': importRatings,
  'sample.draw': drawSample,
  'assign.plan': assignWork,
  'agreement.report': reportAgreement,
  'agreement.costly': reportCostlyUnits,
  'export.preview': previewExport,
  'export.write': writeExport,
  'audit.verify': ({ db, progress }) => {
    let done = 0;
    return verify(db, (phase) => {
      progress({ phase, done, total: 7, unit: 'rows' });
      done += 1;
    });
  },
  'audit.draw': drawAuditSample,
};

export const isJob = (name: EngineCommandName): name is CommandOf<'job'> => Object.hasOwn(jobHandlers, name);
