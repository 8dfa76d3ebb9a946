import type { CliCommand } from '../command.ts';
import { adjudicate } from './adjudicate.ts';
import { agreement } from './agreement.ts';
import { assign } from './assign.ts';
import { audit } from './audit.ts';
import { exportDataset } from './export.ts';
import { importTranscripts } from './import.ts';
import { init } from './init.ts';
import { packetMake, packetMerge, packetOpen } from './packet.ts';
import { packetConflicts, packetResolve } from './packet-conflicts.ts';
import { quarantine } from './quarantine.ts';
import { ratings } from './ratings.ts';
import { rubric } from './rubric.ts';
import { sample } from './sample.ts';
import { stats } from './stats.ts';
import { survey } from './survey.ts';
import { verify } from './verify.ts';

/** Every command, in the order of the work. */
export const CLI_COMMANDS: readonly CliCommand[] = [
  init,
  rubric,
  importTranscripts,
  quarantine,
  survey,
  sample,
  assign,
  ratings,
  packetMake,
  packetOpen,
  packetMerge,
  packetConflicts,
  packetResolve,
  agreement,
  adjudicate,
  exportDataset,
  stats,
  audit,
  verify,
];
