import type { ContentWarning } from '../../../shared/contract/rating.ts';
import type { Role } from '../../../shared/domain/conversation.ts';
import { isObject, textOr } from '../../../shared/domain/json.ts';
import { HARSH_KINDS, type HarshKind, harshKindsOf } from '../../../shared/harsh/harsh.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all, get } from '../db/statements.ts';
import type { ItemInContext, StoredMessage } from './items.ts';

/** Rules for the model name what it must not say: they are not what raters come to read. */
const SPEAKS_TO_MODEL: ReadonlySet<Role> = new Set(['system', 'developer']);

const kindsOf = ({ role, text }: StoredMessage): HarshKind[] =>
  SPEAKS_TO_MODEL.has(role) ? [] : harshKindsOf(text);

interface OwnerRow {
  conversation: number;
  position: number;
  metadata: string | null;
}

const OWNER = `SELECT m.conversation_id AS conversation, m.position, c.metadata
  FROM message m JOIN conversation c ON c.id = m.conversation_id
  WHERE m.id IN (SELECT message_id FROM item WHERE id = @item UNION ALL
    SELECT message_id FROM comparison_candidate WHERE item_id = @item) LIMIT 1`;
/** Messages that were found harsh on the way in, by their place in the order of the conversation. */
const FOUND = `SELECT position, place FROM (
    SELECT id, position, row_number() OVER (ORDER BY position, candidate) - 1 AS place
    FROM message WHERE conversation_id = @conversation AND position <= @position)
  WHERE id IN (SELECT message_id FROM finding WHERE code = 'harsh')`;

/** True where the source said so: `harsh` is true, or `content_warning` says of what. */
function isMarked(metadata: string | null): boolean {
  const said: unknown = metadata === null ? null : JSON.parse(metadata);
  if (!isObject(said)) return false;
  return said.harsh === true || (textOr(said.content_warning) ?? '').trim() !== '';
}

/** What of an item may be hard to read, by its words and by what it was marked with; null where nothing is. */
export function warningOf(
  db: ReadConnection,
  item: number,
  { context, answers }: ItemInContext,
): ContentWarning | null {
  const owner = get<OwnerRow>(db, OWNER, { item });
  const marked = isMarked(owner?.metadata ?? null);
  const found = owner
    ? all<{ position: number; place: number }>(db, FOUND, {
        conversation: owner.conversation,
        position: owner.position,
      })
    : [];
  const inContext = context.map(kindsOf);
  const inAnswers = answers.flatMap(kindsOf);
  const isFound = (place: number): boolean => marked || found.some((row) => row.place === place);
  const isAnswerFound = marked || found.some(({ position }) => position === owner?.position);
  const kinds = new Set<HarshKind>([...inContext.flat(), ...inAnswers]);
  if (marked || found.length > 0) kinds.add('marked');
  if (kinds.size === 0) return null;
  return {
    kinds: HARSH_KINDS.filter((kind) => kinds.has(kind)),
    answer: isAnswerFound || inAnswers.length > 0,
    context: [...inContext.entries()].flatMap(([place, own]) =>
      own.length > 0 || isFound(place) ? [place] : [],
    ),
  };
}
