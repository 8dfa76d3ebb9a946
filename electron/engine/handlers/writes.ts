import type { EngineCommandName } from '../../../shared/contract/commands.ts';
import type { CommandOf, WriteHandlers } from '../lanes.ts';
import { decide } from '../store/audit-samples.ts';
import { replaceRater } from '../store/hand-on.ts';
import { removeMapping, saveMapping } from '../store/mappings.ts';
import { record, step } from '../store/queue.ts';
import { addRater } from '../store/raters.ts';
import { reveal } from '../store/redactions.ts';

type WriteName = Exclude<
  CommandOf<'write'>,
  'project.create' | 'project.createSample' | 'project.open' | 'project.close'
>;

/** Changes of one step: each runs on the writer, in one transaction. */
export const writeHandlers: WriteHandlers<WriteName> = {
  'mapping.save': saveMapping,
  'mapping.remove': removeMapping,
  'rater.add': (context, { name }) => addRater(context, name),
  'rating.record': record,
  'rating.undo': (context, { rater }) => step(context, rater, 'undo'),
  'rating.redo': (context, { rater }) => step(context, rater, 'redo'),
  'assign.replace': replaceRater,
  'audit.decide': decide,
  'privacy.reveal': reveal,
};

export const isWrite = (name: EngineCommandName): name is WriteName => Object.hasOwn(writeHandlers, name);
