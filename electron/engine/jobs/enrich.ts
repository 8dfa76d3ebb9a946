import type { ParsedInputOf } from '../../../shared/contract/commands.ts';
import type { Conversation } from '../../../shared/domain/conversation.ts';
import { redactConversation } from '../privacy/conversation.ts';
import type { PrivacyOptions } from '../privacy/kinds.ts';
import { createSurveyor, type Examination } from '../survey/surveyor.ts';
import type { Enriched, MessageRedaction, StartEnrichment } from './enrichment.ts';

type PersonalData = Pick<ParsedInputOf<'import.transcripts'>, 'personalData' | 'names'>;
type Replaced = Omit<Enriched, 'detectedLanguage'>;

const AS_IT_IS: Omit<Replaced, 'conversation'> = { findings: [], redactions: [] };

/** What stands outside a message's own text is known by its placeholder alone. */
const NOWHERE = { start: 0, end: 0 };

function replace(conversation: Conversation, options: PrivacyOptions): Replaced {
  const {
    conversation: replaced,
    findings,
    redactions,
    elsewhere,
  } = redactConversation(conversation, options);
  const others = elsewhere.map(
    ({ message, kind, placeholder, original }): MessageRedaction => ({
      message,
      ...NOWHERE,
      kind,
      placeholder,
      original,
    }),
  );
  return { conversation: replaced, findings, redactions: [...redactions, ...others] };
}

/** What is done to conversations on their way in: they are surveyed as they came, and stored with placeholders for personal data. */
export const enrichmentFor =
  ({ personalData, names }: PersonalData): StartEnrichment =>
  (adapter) => {
    const surveyor = createSurveyor({ source: adapter });
    const stored = (conversation: Conversation): Replaced =>
      personalData === 'keep' ? { conversation, ...AS_IT_IS } : replace(conversation, { names });
    const whole = (conversation: Conversation, { findings, detectedLanguage }: Examination): Enriched => {
      const replaced = stored(conversation);
      if (findings.length === 0) return { ...replaced, detectedLanguage };
      return { ...replaced, findings: [...findings, ...replaced.findings], detectedLanguage };
    };
    return {
      enrich: (conversation) => whole(conversation, surveyor.examine(conversation)),
      goOn: (conversation, from) => whole(conversation, surveyor.examineTurns(conversation, from)),
      again: (conversation) => ({ ...stored(conversation), detectedLanguage: null }),
      report: () => JSON.stringify(surveyor.finish()),
    };
  };
