import type { EngineCommandName } from '../../../shared/contract/commands.ts';
import type { CommandOf, ReadHandlers } from '../lanes.ts';
import { feedbackOn } from '../store/calibration.ts';
import { openQueue, showItem } from '../store/queue.ts';

type Glance = Extract<CommandOf<'read'>, 'queue.open' | 'item.show' | 'feedback.show'>;

/**
 * What a rater waits for: a few rows by their keys, told by the engine's own loop. There they wait for no thread, neither at the
 * start, when none is up yet, nor behind a long question.
 */
export const glanceHandlers: ReadHandlers<Glance> = {
  'queue.open': ({ db }, { rater }) => openQueue(db, rater),
  'item.show': ({ db }, { assignment }) => showItem(db, assignment),
  'feedback.show': ({ db }, input) => feedbackOn(db, input),
};

export const isGlance = (name: EngineCommandName): name is Glance => Object.hasOwn(glanceHandlers, name);
