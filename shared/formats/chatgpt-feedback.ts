import type { Conversation, Feedback } from '../domain/conversation.ts';
import { isObject, type JsonObject, textOr } from '../domain/json.ts';
import { keep } from './fields.ts';
import { fromCell } from './plain.ts';
import { withoutNothing } from './taken.ts';
import { commentFeedback, feedbackOf } from './user-feedback.ts';

/** An entry of `message_feedback.json`: what the user thought of one message of one conversation. */
export const isMessageFeedback = (record: unknown): record is JsonObject & { conversation_id: string } =>
  isObject(record) &&
  typeof record.conversation_id === 'string' &&
  typeof record.rating === 'string' &&
  !('mapping' in record) &&
  (typeof record.message_id === 'string' || typeof record.id === 'string');

/**
 * Puts entries of `message_feedback.json` on the messages they are about. `content` is JSON text with `tags` and `text`: the text
 * becomes the comment. What of an entry has no place in feedback goes to the message's `metadata.message_feedback`; entries about
 * messages that are not there, to that of the conversation.
 */
export function addMessageFeedback(
  conversations: readonly Conversation[],
  entries: readonly JsonObject[],
): void {
  const messages = new Map(
    conversations
      .flatMap((one) => [...one.messages, ...one.candidates])
      .flatMap((message) => (message.id === null ? [] : [[message.id, message] as const])),
  );
  for (const entry of entries) {
    const { message_id, id, conversation_id: _conversation, rating, content, ...rest } = entry;
    const named = textOr(message_id) ?? textOr(id);
    const message = named === null ? undefined : messages.get(named);
    if (!message) {
      const [first] = conversations;
      if (first) noteIn(first.metadata, entry);
      continue;
    }
    const said = fromCell(content);
    const about = isObject(said) ? said : {};
    const { text, ...more } = about;
    message.feedback.push(...feedbackIn(rating, textOr(text, '')));
    const unsaid = { ...(isObject(said) ? more : { content }), ...rest };
    const extra = withoutNothing(message_id === undefined ? unsaid : { id, ...unsaid });
    if (Object.keys(extra).length > 0) noteIn(message.metadata, extra);
  }
}

function feedbackIn(rating: unknown, comment: string | null): Feedback[] {
  const text = comment === '' ? null : comment;
  const thumb = feedbackOf('thumb', rating, text);
  if (thumb) return [thumb];
  return text === null ? [] : [commentFeedback(text)];
}

/** One entry, or a list where there are several. */
function noteIn(metadata: JsonObject, entry: JsonObject): void {
  const known = metadata.message_feedback;
  if (Array.isArray(known)) known.push(entry);
  else keep(metadata, 'message_feedback', [entry]);
}
