import type { Feedback, Message } from '../../shared/domain/conversation.ts';
import { message } from '../support/conversations.ts';

export { conversation, message } from '../support/conversations.ts';

export const user = (text: string, more?: Partial<Message>): Message => message('user', text, more);
export const answer = (text: string, more?: Partial<Message>): Message => message('assistant', text, more);

export const signal = (
  name: Feedback['signal'],
  value: number | null = null,
  text: string | null = null,
): Feedback => ({
  kind: name === 'thumb' || name === 'stars' || name === 'comment' ? 'explicit' : 'implicit',
  signal: name,
  value,
  text,
  comment: null,
});
