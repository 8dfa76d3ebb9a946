import type { Conversation } from '../../../shared/domain/conversation.ts';
import type { AnswerFinding } from '../../../shared/survey/codes.ts';
import { Inspector } from '../../../shared/survey/detectors/inspector.ts';
import { Survey } from '../../../shared/survey/survey.ts';
import type { SurveyTally } from '../../../shared/survey/tally.ts';
import { LanguageDetector } from './language.ts';

/** Where the source says the language it is checked in the first conversations, and in one of 17 after: no rhythm of a file is a multiple of that. */
const CHECKED_FIRST = 1000;
const CHECKED_EACH = 17;

export interface SurveyorOptions {
  /** Name of the format the conversations came in. */
  source?: string | null;
}

export interface Examination {
  /** What is wrong with answers; empty for most conversations. Codes as in the project's findings. */
  findings: readonly AnswerFinding[];
  /** ISO 639-1; null where the source gives a language, and where it cannot be told. */
  detectedLanguage: string | null;
}

/** Surveys conversations on the way in: one at a time, each once, in the order of the file. */
export interface Surveyor {
  examine(conversation: Conversation): Examination;
  /** Looks at one that was examined before, in this file or another, and goes on from this message. */
  examineTurns(conversation: Conversation, from: number): Examination;
  /** What was counted, as it is stored with the batch. */
  finish(): SurveyTally;
}

export function createSurveyor({ source = null }: SurveyorOptions = {}): Surveyor {
  const inspector = new Inspector(source);
  const languages = new LanguageDetector();
  const survey = new Survey();
  let given = 0;

  /** Whether the language of a conversation is looked for: always where none is given, else in a sample. */
  const looksAt = ({ language }: Conversation): boolean => {
    if (language === null || language === '') return true;
    given += 1;
    return given <= CHECKED_FIRST || given % CHECKED_EACH === 0;
  };

  return {
    examine(conversation) {
      const findings = inspector.inspect(conversation);
      const language = looksAt(conversation) ? languages.ofConversation(conversation) : undefined;
      survey.add(conversation, { findings, language });
      const detectedLanguage = conversation.language ? null : (language ?? null);
      return { findings, detectedLanguage };
    },
    examineTurns(conversation, from) {
      const findings = inspector.inspect(conversation, from);
      survey.addTurns(conversation, findings, from);
      if (conversation.language) return { findings, detectedLanguage: null };
      const { messages, candidates } = conversation;
      const added = { messages: messages.slice(from), candidates };
      return {
        findings,
        detectedLanguage: languages.ofConversation(conversation) ?? languages.ofConversation(added),
      };
    },
    finish: () => survey.tally(),
  };
}
