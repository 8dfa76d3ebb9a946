import type { Message, Role } from '../domain/conversation.ts';
import { isObject } from '../domain/json.ts';
import { bareMessage } from './bare.ts';
import { chatMessage, chatMessages } from './chat-message.ts';
import { Reject, wrong } from './fault.ts';
import { hasRoles } from './messages-evidence.ts';
import { fromCell } from './plain.ts';

/** What a field of a training row holds: messages (a list of them, one alone, or either as JSON text), or text. */
export type TurnsKind = 'messages' | 'text';

export function kindOf(value: unknown): TurnsKind | null {
  const read = fromCell(value);
  if (hasRoles(read) || (isObject(read) && 'role' in read && 'content' in read)) return 'messages';
  return typeof value === 'string' ? 'text' : null;
}

/** The messages a field of a training row holds; a text is one message of `role`. */
export function turnsIn(value: unknown, role: Role, at: string): Message[] {
  const read = kindOf(value) === 'messages' ? fromCell(value) : value;
  if (typeof read === 'string') return [bareMessage(role, read, null)];
  if (Array.isArray(read)) return chatMessages(read, at);
  return isObject(read) ? chatMessage(read, at, role) : wrong(at, 'text or a list of messages', value);
}

/** The messages before an answer. Where there are none the record is refused: nobody can judge an answer without its question. */
export function promptIn(value: unknown, at: string): Message[] {
  if (value === undefined || value === null || value === '')
    throw new Reject(at, 'There is no prompt before the answer.', 'PROMPT_ABSENT');
  return turnsIn(value, 'user', at);
}

/** The answer that follows a prompt. */
export function answerIn(value: unknown, at: string): Message[] {
  if (value === undefined || value === null) throw new Reject(at, 'There is no answer.', 'NO_ANSWER');
  return turnsIn(value, 'assistant', at);
}

/** Prompt and answer as one dialogue; some data sets repeat the prompt at the beginning of the answer. */
export function joined(prompt: readonly Message[], answer: readonly Message[]): Message[] {
  const repeats =
    prompt.length > 0 &&
    answer.length > prompt.length &&
    prompt.every((message, index) => JSON.stringify(message) === JSON.stringify(answer[index]));
  return repeats ? [...answer] : [...prompt, ...answer];
}
