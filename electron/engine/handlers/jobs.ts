import type { EngineCommandName } from '../../../shared/contract/commands.ts';
import type { CommandOf, JobContext, JobHandlers } from '../lanes.ts';

type Job<Input, Output> = (context: JobContext, input: Input) => Promise<Output> | Output;

/** A job whose code is loaded when it is first asked for, so that a thread that shows the first item does not wait for all of it. */
const lazily =
  <Input, Output>(load: () => Promise<Job<Input, Output>>) =>
  async (context: JobContext, input: Input): Promise<Output> => {
    const job = await load();
    return job(context, input);
  };

/** Long work: on the second reading thread, with progress and cancel; what it changes goes to the writer in acts. */
export const jobHandlers: JobHandlers<CommandOf<'job'>> = {
  'import.inspect': lazily(async () => (await import('../jobs/inspect-files.ts')).inspectOne),
  'import.look': lazily(async () => (await import('../jobs/inspect-files.ts')).lookAtAll),
  'import.transcripts': lazily(async () => {
    const { importTranscripts } = await import('../jobs/import-transcripts.ts');
    const { enrichmentFor } = await import('../jobs/enrich.ts');
    return (context, input) => importTranscripts(context, input, enrichmentFor(input));
  }),
  'quarantine.export': lazily(async () => (await import('../jobs/export-quarantine.ts')).exportQuarantine),
  'import.ratings': lazily(async () => (await import('../jobs/import-ratings.ts')).importRatings),
  'search.build': lazily(async () => (await import('../search/build.ts')).buildIndex),
  'sample.plan': lazily(async () => (await import('../jobs/draw-sample.ts')).planSample),
  'sample.draw': lazily(async () => (await import('../jobs/draw-sample.ts')).drawSample),
  'sample.verify': lazily(async () => (await import('../jobs/verify-sample.ts')).verifySample),
  'assign.plan': lazily(async () => (await import('../jobs/assign-work.ts')).assignWork),
  'rubric.export': lazily(async () => (await import('../jobs/export-rubric.ts')).exportRubric),
  'rubric.affected': lazily(async () => (await import('../jobs/affected-ratings.ts')).affectedRatings),
  'rubric.rerate': lazily(async () => (await import('../jobs/affected-ratings.ts')).rerate),
  'agreement.report': lazily(async () => (await import('../jobs/agreement.ts')).reportAgreement),
  'agreement.costly': lazily(async () => (await import('../jobs/agreement.ts')).reportCostlyUnits),
  'agreement.document': lazily(async () => (await import('../jobs/agreement-document.ts')).agreementDocument),
  'adjudication.queue': lazily(async () => (await import('../jobs/adjudication-queue.ts')).adjudicationQueue),
  'export.preview': lazily(async () => (await import('../jobs/export.ts')).previewExport),
  'export.write': lazily(async () => (await import('../jobs/export.ts')).writeExport),
  'audit.verify': lazily(async () => {
    const { verify } = await import('../verify/verify.ts');
    return ({ db, progress }) => {
      let done = 0;
      return verify(db, (phase) => {
        progress({ phase, done, total: 7, unit: 'rows' });
        done += 1;
      });
    };
  }),
  'packet.make': lazily(async () => (await import('../packets/make.ts')).makePackets),
  'packet.merge': lazily(async () => (await import('../packets/merge.ts')).mergePackets),
  'audit.draw': lazily(async () => (await import('../jobs/draw-audit-sample.ts')).drawAuditSample),
};

export const isJob = (name: EngineCommandName): name is CommandOf<'job'> => Object.hasOwn(jobHandlers, name);
