import type { EngineCommandName } from '../../../shared/contract/commands.ts';
import { projectStats } from '../jobs/stats.ts';
import type { CommandOf, ReadHandlers } from '../lanes.ts';
import { packetState } from '../packets/state.ts';
import { showUnit } from '../store/adjudicated-unit.ts';
import { agreementPulse } from '../store/agreement-pulse.ts';
import { stateOfWork } from '../store/assignments.ts';
import { listAuditEntries, listAuditSamples, listLog, showAuditedItem } from '../store/audit-samples.ts';
import { browseCount, browseFacets, browsePage, searchState } from '../store/browse.ts';
import { browseConversation } from '../store/browse-conversation.ts';
import { roundAnswers } from '../store/calibration.ts';
import { listMappings } from '../store/mappings.ts';
import { listMarks, markedItem } from '../store/marks.ts';
import { paceSince } from '../store/pace.ts';
import { listBatches, summarize } from '../store/project.ts';
import { listQuarantine } from '../store/quarantine-pages.ts';
import { readRubrics } from '../store/rubrics.ts';
import { listFields } from '../store/sample-fields.ts';
import { listSamples } from '../store/samples.ts';
import { readSettings } from '../store/settings.ts';
import { surveyReport } from '../store/surveys.ts';
import { glanceHandlers } from './glances.ts';

/** Questions that are answered at once, on the reading thread. */
export const readHandlers: ReadHandlers<CommandOf<'read'>> = {
  'project.summary': summarize,
  'settings.read': ({ db }) => readSettings(db),
  'project.stats': ({ db }) => projectStats(db),
  'import.batches': ({ db }) => listBatches(db),
  'import.quarantine': ({ db }, input) => listQuarantine(db, input),
  'mapping.list': ({ db }) => listMappings(db),
  'browse.page': browsePage,
  'browse.count': browseCount,
  'browse.conversation': ({ db }, { id }) => browseConversation(db, id),
  'browse.facets': browseFacets,
  'search.state': (context) => searchState(context),
  'survey.report': ({ db }, input) => surveyReport(db, input),
  'rubric.read': ({ db }) => readRubrics(db),
  'sample.fields': ({ db }) => listFields(db),
  'sample.list': ({ db }) => ({ samples: listSamples(db) }),
  'assign.state': ({ db }, { sample }) => stateOfWork(db, sample),
  ...glanceHandlers,
  'pace.since': ({ db }, input) => paceSince(db, input),
  'mark.list': ({ db }) => listMarks(db),
  'mark.item': ({ db }, { assignment }) => markedItem(db, assignment),
  'calibration.answers': ({ db }, input) => roundAnswers(db, input),
  'agreement.pulse': ({ db }) => agreementPulse(db),
  'packet.state': ({ db }) => packetState(db),
  'adjudication.unit': ({ db }, unit) => showUnit(db, unit),
  'audit.log': ({ db }, input) => listLog(db, input),
  'audit.samples': ({ db }) => ({ samples: listAuditSamples(db) }),
  'audit.entries': ({ db }, { sample }) => listAuditEntries(db, sample),
  'audit.item': ({ db }, { entry }) => showAuditedItem(db, entry),
};

export const isRead = (name: EngineCommandName): name is CommandOf<'read'> =>
  Object.hasOwn(readHandlers, name);
