import type { z } from 'zod';
import { adjudicationCommands } from './adjudication.ts';
import { auditingCommands } from './auditing.ts';
import { browsingCommands } from './browsing.ts';
import { calibrationCommands } from './calibration.ts';
import { importingCommands } from './importing.ts';
import { packetCommands } from './packets.ts';
import { privacyCommands } from './privacy.ts';
import { projectCommands } from './project.ts';
import { ratingCommands } from './rating.ts';
import { reportingCommands } from './reporting.ts';
import { rubricCommands } from './rubric.ts';
import { samplingCommands } from './sampling.ts';
import { settingsCommands } from './settings.ts';
import { surveyingCommands } from './surveying.ts';
import { windowCommands } from './window.ts';

/** Everything the window, the command line and the tests can ask of Touchstone. There is no other way in. */
export const COMMANDS = {
  ...windowCommands,
  ...projectCommands,
  ...importingCommands,
  ...browsingCommands,
  ...privacyCommands,
  ...surveyingCommands,
  ...rubricCommands,
  ...samplingCommands,
  ...ratingCommands,
  ...settingsCommands,
  ...calibrationCommands,
  ...reportingCommands,
  ...adjudicationCommands,
  ...auditingCommands,
  ...packetCommands,
};

export type CommandName = keyof typeof COMMANDS;
/** The names of the commands the engine answers: all but those of the window lane. */
export type EngineCommandName = Exclude<CommandName, keyof typeof windowCommands>;
export type WindowCommandName = keyof typeof windowCommands;

/** What a caller may pass: fields with defaults may be left out. */
export type InputOf<Name extends CommandName> = z.input<(typeof COMMANDS)[Name]['input']>;
/** What a handler receives after parsing. */
export type ParsedInputOf<Name extends CommandName> = z.output<(typeof COMMANDS)[Name]['input']>;
export type OutputOf<Name extends CommandName> = z.output<(typeof COMMANDS)[Name]['output']>;

export const isCommandName = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name);
export const isEngineCommand = (name: CommandName): name is EngineCommandName =>
  COMMANDS[name].lane !== 'window';
