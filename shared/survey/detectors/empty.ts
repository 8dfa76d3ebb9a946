import type { Message } from '../../domain/conversation.ts';

/** Parts that are no answer by themselves: words, of which there are none in a blank text, and what a model thinks before it answers. */
const WORDS = new Set(['text', 'input_text', 'output_text', 'reasoning', 'thinking', 'redacted_thinking']);

const isBlank = (text: string): boolean => !/\S/.test(text);

/** True for an answer with nothing in it: no text but blanks, and no part that is something else (a call, an image, a refusal). */
export const isEmpty = ({ text, parts }: Pick<Message, 'text' | 'parts'>): boolean =>
  isBlank(text) && (parts === null || parts.every(({ type }) => WORDS.has(type)));

/** True for an assistant's message that only calls a tool or shows something: it is no answer in words, nor an empty one. */
export const isWordless = (message: Pick<Message, 'text' | 'parts'>): boolean =>
  isBlank(message.text) && !isEmpty(message);

/** True for what the survey counts as an answer: an assistant's message that does not only call tools. */
export const isAnswer = (message: Pick<Message, 'role' | 'text' | 'parts'>): boolean =>
  message.role === 'assistant' && !isWordless(message);
