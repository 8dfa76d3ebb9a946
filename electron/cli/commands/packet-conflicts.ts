import { z } from 'zod';
import { Fault } from '../../../shared/contract/errors.ts';
import { RESOLUTIONS } from '../../../shared/contract/packets.ts';
import { defineCommand } from '../command.ts';
import { conflictLines, decisionLines } from '../conflict-text.ts';
import { counted } from '../text.ts';
import { word } from '../values.ts';

export const packetConflicts = defineCommand({
  name: 'packet conflicts',
  summary: 'what merging left for the lead to decide, and what was decided',
  example: 'packet conflicts study.touchstone',
  arguments: [{ name: '<project>', about: 'the project of the study' }],
  options: [],
  input: z.object({ project: word }),
  run: (desk, { project }) =>
    desk.reading(project, async (call) => {
      const { conflicts, decided } = await call('packet.state', {});
      const open = conflicts.length === 0 ? ['There is nothing to decide.'] : conflictLines(conflicts);
      return { json: { conflicts, decided }, text: [...open, ...decisionLines(decided)].join('\n') };
    }),
});

export const packetResolve = defineCommand({
  name: 'packet resolve',
  summary: 'decide a conflict, or undo a decision; what was merged stays on record',
  example: 'packet resolve study.touchstone CONFLICT --how keep --event ID',
  arguments: [
    { name: '<project>', about: 'the project of the study' },
    { name: '<conflict>', about: 'the conflict or the decision, as "packet conflicts" names it' },
  ],
  options: [
    {
      flags: '--how <way>',
      about:
        'keep one judgement; another: it is another person; same: all keys are theirs; accept ratings under another text of the rubric; dismiss: leave them out; undo a decision',
      required: true,
    },
    { flags: '--event <id>', about: 'which judgement, or which key, is meant' },
    { flags: '--name <name>', about: 'what to call the other person' },
  ],
  input: z.object({
    project: word,
    conflict: word,
    how: z.string().transform(wayOf),
    event: word.optional(),
    name: word.optional(),
  }),
  run: (desk, { project, ...decision }) =>
    desk.changing(project, async (call) => {
      const { open } = await call('packet.resolve', decision);
      return {
        json: { open },
        text: `${decision.how === 'undo' ? 'Undone' : 'Decided'}. ${counted(open, 'conflict')} left.`,
      };
    }),
});

function wayOf(typed: string): (typeof RESOLUTIONS)[number] {
  const way = RESOLUTIONS.find((one) => one === typed);
  if (way) return way;
  throw new Fault('USAGE', `--how: one of ${RESOLUTIONS.join(', ')} is wanted.`);
}
