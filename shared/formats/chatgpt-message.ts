import { isRole, type Message, ROLES } from '../domain/conversation.ts';
import { isObject, textOr } from '../domain/json.ts';
import { bareMessage } from './bare.ts';
import { contentOf } from './chat-parts.ts';
import { chatGptContent, INSTRUCTIONS } from './chatgpt-content.ts';
import { wrong } from './fault.ts';
import { keep } from './fields.ts';
import { Taken, withoutNothing } from './taken.ts';

/** Reads the `message` of the node `key`; null where it has none. `at` is the JSON path of the message. */
export function chatGptMessage(message: unknown, key: string, at: string): Message | null {
  if (message === null || message === undefined) return null;
  if (!isObject(message)) return wrong(at, 'a message: an object with author and content', message);
  const author = isObject(message.author) ? message.author : { role: message.role };
  if (!isRole(author.role)) return wrong(`${at}.author.role`, `one of ${ROLES.join(', ')}`, author.role);
  const fields = new Taken(message);
  fields.drop('author', 'content');
  const { recipient, content } = message;
  const tool =
    author.role === 'assistant' && typeof recipient === 'string' && recipient !== 'all' && recipient !== ''
      ? recipient
      : null;
  const { parts, extra } = chatGptContent(content, tool, `${at}.content`);
  const isInstructions = INSTRUCTIONS.has(textOr(extra.content_type, '') ?? '');
  const said = contentOf(parts);
  const read = bareMessage(isInstructions ? 'system' : author.role, said.text, said.parts);
  read.id = fields.id('id') ?? key;
  read.createdAt = fields.time('create_time');
  const { model_slug, ...metadata } = fields.rest(at);
  read.model = typeof model_slug === 'string' ? model_slug : null;
  read.metadata = metadata;
  for (const [name, value] of Object.entries(extra)) keep(metadata, name, value);
  if (said.extra) keep(metadata, 'text_part', said.extra);
  const { role, ...about } = withoutNothing(author);
  if (role !== read.role) about.role = role;
  if (Object.keys(about).length > 0) keep(metadata, 'author', about);
  return read;
}
