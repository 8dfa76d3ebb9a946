import { z } from 'zod';
import { rubricRef } from '../../../shared/domain/rubric.ts';
import { defineCommand } from '../command.ts';
import { pathOf } from '../surroundings.ts';
import { word } from '../values.ts';

export const init = defineCommand({
  name: 'init',
  summary: 'make a new project',
  example: 'init study.touchstone --rubric rubric.json',
  arguments: [{ name: '<project>', about: 'the file to make, by custom NAME.touchstone' }],
  options: [
    { flags: '--rubric <file>', about: 'rubric as JSON; the default is ssfb' },
    { flags: '--name <text>', about: 'name of the project; the default is the name of the file' },
  ],
  input: z.object({ project: word, rubric: word.optional(), name: word.optional() }),
  run: (desk, { project, rubric, name }) =>
    desk.calling(async (call) => {
      const made = await call('project.create', {
        file: pathOf(project),
        name,
        rubric: rubric === undefined ? undefined : pathOf(rubric),
      });
      const labels = made.rubric.dimensions.map(({ id }) => id);
      return {
        json: {
          project,
          schema_version: made.schemaVersion,
          id: made.id,
          name: made.name,
          rubric: rubricRef(made.rubric),
          dimensions: labels,
        },
        text: `Made ${project} with the rubric ${rubricRef(made.rubric)}: ${labels.join(', ')}.`,
      };
    }),
});
