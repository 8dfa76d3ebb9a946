import type { Conversation, Feedback, Message, Part } from '../../../shared/domain/conversation.ts';
import type { MessageFinding, MessageRedaction } from '../jobs/enrichment.ts';
import { type DeepRedaction, eachText, redactDeep } from './deep.ts';
import { detect } from './detect.ts';
import { codeOf, type Finding, type Kind, type PrivacyCode, type PrivacyOptions } from './kinds.ts';
import { Redactor } from './redactor.ts';

export interface PrivacyFinding extends MessageFinding {
  code: PrivacyCode;
}

/** A redaction outside a message's text: in a part or in what its reader wrote of it. */
export interface FieldRedaction extends DeepRedaction {
  /** Index among all messages, candidates after the others. */
  message: number;
}

export interface RedactedConversation {
  /** The very same object where nothing was found. The one given is never changed. */
  conversation: Conversation;
  /** Each kind once a message, in the order of messages and names. */
  findings: readonly PrivacyFinding[];
  /** In messages' texts, in order of message and place. */
  redactions: readonly (MessageRedaction & { kind: Kind })[];
  /** In parts and feedback, with paths from the message, such as `$.parts[0].arguments.to`. */
  elsewhere: readonly FieldRedaction[];
}

/** Fields of a part that name it or seal it, and are no one's words. */
const NAMES_OF_PARTS: ReadonlySet<string> = new Set([
  'type',
  'id',
  'call_id',
  'tool_call_id',
  'tool_use_id',
  'signature',
  'encrypted_content',
]);

/**
 * Replaces personal data in all that was said in a conversation: messages' texts, parts (tool calls and results with them) and
 * feedback, of candidates too. Ids and metadata stay as they are.
 */
export function redactConversation(
  conversation: Conversation,
  options: PrivacyOptions = {},
): RedactedConversation {
  const messages = [...conversation.messages, ...conversation.candidates];
  const holding: [text: string, findings: readonly Finding[]][] = [];
  const look = (text: string): void => {
    const findings = detect(text, options);
    if (findings.length > 0) holding.push([text, findings]);
  };
  for (const message of messages) eachTextOf(message, look);
  if (holding.length === 0) return { conversation, findings: [], redactions: [], elsewhere: [] };
  const redactor = new Redactor(options);
  for (const [text, findings] of holding) redactor.remember(text, findings);
  for (const message of messages) eachTextOf(message, (text) => redactor.reserve(text));
  return replaced(conversation, messages, redactor);
}

function replaced(
  conversation: Conversation,
  messages: readonly Message[],
  redactor: Redactor,
): RedactedConversation {
  const findings: PrivacyFinding[] = [];
  const redactions: (MessageRedaction & { kind: Kind })[] = [];
  const elsewhere: FieldRedaction[] = [];
  const after = messages.map((message, index) => {
    const kinds = new Set<Kind>();
    const { text, redactions: inText } = redactor.redact(message.text);
    for (const redaction of inText) {
      redactions.push({ message: index, ...redaction });
      kinds.add(redaction.kind);
    }
    const keep = (redaction: DeepRedaction): void => {
      elsewhere.push({ message: index, ...redaction });
      kinds.add(redaction.kind);
    };
    const parts = redactParts(message.parts, redactor, keep);
    const feedback = redactFeedback(message.feedback, redactor, keep);
    for (const code of [...kinds].map(codeOf).sort()) findings.push({ message: index, code });
    return kinds.size === 0 ? message : { ...message, text, parts, feedback };
  });
  const context = conversation.messages.length;
  return {
    conversation: { ...conversation, messages: after.slice(0, context), candidates: after.slice(context) },
    findings,
    redactions,
    elsewhere,
  };
}

function eachTextOf({ text, parts, feedback }: Message, look: (text: string) => void): void {
  look(text);
  if (parts !== null)
    for (const part of parts)
      for (const [key, value] of Object.entries(part)) if (!NAMES_OF_PARTS.has(key)) eachText(value, look, 2);
  for (const { text: sent, comment } of feedback) {
    if (sent !== null) look(sent);
    if (comment !== null) look(comment);
  }
}

type Keep = (redaction: DeepRedaction) => void;

function redactParts(parts: Part[] | null, redactor: Redactor, keep: Keep): Part[] | null {
  return (
    parts?.map((part, index) => {
      const changes: [string, unknown][] = [];
      for (const [key, value] of Object.entries(part)) {
        if (NAMES_OF_PARTS.has(key)) continue;
        const after = redactDeep(value, redactor, keep, `$.parts[${index}].${key}`, 2);
        if (!Object.is(after, value)) changes.push([key, after]);
      }
      return changes.length === 0 ? part : { ...part, ...Object.fromEntries(changes) };
    }) ?? null
  );
}

const redactFeedback = (feedback: Feedback[], redactor: Redactor, keep: Keep): Feedback[] =>
  feedback.map((entry, index) => {
    const inField = (field: 'text' | 'comment'): string | null => {
      const value = entry[field];
      if (value === null) return null;
      const { text, redactions } = redactor.redact(value);
      for (const redaction of redactions) keep({ ...redaction, path: `$.feedback[${index}].${field}` });
      return text;
    };
    return { ...entry, text: inField('text'), comment: inField('comment') };
  });
