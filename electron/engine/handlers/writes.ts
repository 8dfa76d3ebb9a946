import type { EngineCommandName } from '../../../shared/contract/commands.ts';
import type { CommandOf, WriteHandlers } from '../lanes.ts';
import { resolveConflict } from '../packets/resolve.ts';
import { decideUnits, returnUnit, stepDecision } from '../store/adjudicating.ts';
import { decide } from '../store/audit-samples.ts';
import { replaceRater } from '../store/hand-on.ts';
import { removeMapping, saveMapping } from '../store/mappings.ts';
import { answerMark } from '../store/marks.ts';
import { keepPlace } from '../store/places.ts';
import { record } from '../store/queue.ts';
import { addRater } from '../store/raters.ts';
import { reveal } from '../store/redactions.ts';
import { takeBack } from '../store/reratings.ts';
import { keepDraft, saveRubric } from '../store/rubrics.ts';
import { changeSettings } from '../store/settings.ts';
import { step } from '../store/steps.ts';

type WriteName = Exclude<
  CommandOf<'write'>,
  'project.create' | 'project.createSample' | 'project.open' | 'project.close' | 'rubric.load' | 'packet.open'
>;

/** Changes of one step: each runs on the writer, in one transaction. */
export const writeHandlers: WriteHandlers<WriteName> = {
  'mapping.save': saveMapping,
  'mapping.remove': removeMapping,
  'rater.add': (context, { name }) => addRater(context, name),
  'rating.record': record,
  'rating.undo': (context, { rater }) => step(context, rater, 'undo'),
  'rating.redo': (context, { rater }) => step(context, rater, 'redo'),
  'place.keep': keepPlace,
  'mark.answer': answerMark,
  'assign.replace': replaceRater,
  'adjudication.decide': decideUnits,
  'adjudication.return': returnUnit,
  'adjudication.undo': (context) => stepDecision(context, 'undo'),
  'adjudication.redo': (context) => stepDecision(context, 'redo'),
  'audit.decide': decide,
  'privacy.reveal': reveal,
  'settings.change': changeSettings,
  'rubric.save': saveRubric,
  'rubric.keep': keepDraft,
  'rubric.takeBack': takeBack,
  'packet.resolve': resolveConflict,
};

/** Changes that are no part of the record: they need not be on the disk before the next that is. */
export const UNSYNCED: ReadonlySet<WriteName> = new Set(['place.keep']);

export const isWrite = (name: EngineCommandName): name is WriteName => Object.hasOwn(writeHandlers, name);
