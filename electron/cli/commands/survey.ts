import { z } from 'zod';
import { reportOf } from '../../../shared/survey/report.ts';
import { mergeTallies } from '../../../shared/survey/survey.ts';
import { defineCommand } from '../command.ts';
import { surveyInWords } from '../survey-text.ts';
import { word } from '../values.ts';

export const survey = defineCommand({
  name: 'survey',
  summary: 'what came in: counts, languages, models, feedback, faulty answers',
  example: 'survey study.touchstone',
  arguments: [{ name: '<project>', about: 'the project' }],
  options: [{ flags: '--batch <id>', about: 'one import only, by its id' }],
  input: z.object({ project: word, batch: z.uuid().optional() }),
  run: (desk, { project, batch }) =>
    desk.reading(project, async (call) => {
      const { report } = await call('survey.report', { batch });
      if (report) return { json: report, text: surveyInWords(report) };
      const which = batch ? 'No survey of this import is kept.' : 'No transcripts have come in yet.';
      return { json: reportOf(mergeTallies([])), text: which };
    }),
});
