import { z } from 'zod';
import { defineCommand } from '../command.ts';
import { rejectionLines, rejectionsOf } from '../rejections.ts';
import { pathOf } from '../surroundings.ts';
import { counted } from '../text.ts';
import { files, word } from '../values.ts';

export const ratings = defineCommand({
  name: 'ratings',
  summary: 'take native ratings in; what is in already is not doubled',
  example: 'ratings study.touchstone ratings.jsonl',
  arguments: [
    { name: '<project>', about: 'the project, with the transcripts that were rated' },
    { name: '<files...>', about: 'native ratings, one a line, plain or packed with gzip or Zstandard' },
  ],
  options: [],
  input: z.object({ project: word, files }),
  run: (desk, { project, files: given }) =>
    desk.changing(project, async (call) => {
      const done = await call('import.ratings', { files: given.map(pathOf) });
      const told = { ...done, ...(await rejectionsOf(call, done.quarantine)) };
      const { records, imported, duplicates, rejected } = told;
      const summary = `${counted(records, 'rating')} read: ${imported} imported, ${duplicates} known already, ${rejected} rejected.`;
      const files = given.length === 1 ? (given[0] ?? '') : `${given.length} files`;
      return { json: told, text: [summary, ...rejectionLines(files, told)].join('\n') };
    }),
});
