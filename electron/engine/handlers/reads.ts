import type { EngineCommandName } from '../../../shared/contract/commands.ts';
import { planSample } from '../jobs/draw-sample.ts';
import { projectStats } from '../jobs/stats.ts';
import type { CommandOf, ReadHandlers } from '../lanes.ts';
import { listAuditEntries, listAuditSamples, listLog, showAuditedItem } from '../store/audit-samples.ts';
import { listBatches, listQuarantine, summarize } from '../store/project.ts';
import { listFields, listSamples } from '../store/samples.ts';
import { glanceHandlers } from './glances.ts';

/** Questions that are answered at once, on the reading thread. */
export const readHandlers: ReadHandlers<CommandOf<'read'>> = {
  'project.summary': summarize,
  'project.stats': ({ db }) => projectStats(db),
  'import.batches': ({ db }) => listBatches(db),
  'import.quarantine': ({ db }, { batch, offset, limit }) => listQuarantine(db, batch, offset, limit),
  'sample.fields': ({ db }) => listFields(db),
  'sample.plan': ({ db }, parameters) => planSample(db, parameters),
  'sample.list': ({ db }) => ({ samples: listSamples(db) }),
  ...glanceHandlers,
  'audit.log': ({ db }, input) => listLog(db, input),
  'audit.samples': ({ db }) => ({ samples: listAuditSamples(db) }),
  'audit.entries': ({ db }, { sample }) => listAuditEntries(db, sample),
  'audit.item': ({ db }, { entry }) => showAuditedItem(db, entry),
};

export const isRead = (name: EngineCommandName): name is CommandOf<'read'> =>
  Object.hasOwn(readHandlers, name);
