import { isJudgeable, type Message } from '../../../shared/domain/conversation.ts';
import type { Cell } from '../store/packed.ts';

/** What no query asks for, as one JSON text; null where there is none of it. */
export function detailsOf({ createdAt, latencyMs, usage, metadata }: Message): Cell {
  const own = jsonOrNull(metadata);
  if (createdAt === null && latencyMs === null && usage === null && own === null) return null;
  return JSON.stringify({
    ...(createdAt === null ? {} : { created_at: createdAt }),
    ...(latencyMs === null ? {} : { latency_ms: latencyMs }),
    ...(usage === null ? {} : { usage }),
    ...(own === null ? {} : { metadata }),
  });
}

/** An object as JSON text, or null for one without a field. */
export function jsonOrNull(value: object): Cell {
  for (const _key in value) return JSON.stringify(value);
  return null;
}

/** A message's own cells of a row that stands for itself: role, judgeable, text, parts, name, model, details. */
export const messageCells = (message: Message): Cell[] => [
  message.role,
  isJudgeable(message) ? 1 : 0,
  message.text,
  message.parts === null ? null : JSON.stringify(message.parts),
  message.id,
  message.model,
  detailsOf(message),
];
