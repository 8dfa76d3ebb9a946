import { z } from 'zod';
import { surveyReportSchema } from '../survey/schema.ts';
import { command } from './command.ts';

export const surveyingCommands = {
  /** What came in: of one batch, or of all of them together. Null where no batch has been surveyed. */
  'survey.report': command({
    lane: 'read',
    input: z.object({ batch: z.uuid().optional() }),
    output: z.object({ report: surveyReportSchema.nullable() }),
  }),
};
