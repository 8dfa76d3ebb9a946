import type { Span } from '../../../shared/domain/rating.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all } from '../db/statements.ts';
import { spanToRedacted } from '../privacy/offsets.ts';
import type { Redaction } from '../privacy/redactor.ts';
import { WHOLE_PARTS } from './original-text.ts';

/**
 * Spans of an answer as it came, as spans of the answer as it is shown. A file made outside counts in the text it knows; what was
 * replaced by placeholders since is as long as they are, and a span that touches one holds it whole.
 */
export function shownSpans(db: ReadConnection, message: number, spans: readonly Span[]): Span[] {
  if (spans.length === 0) return [];
  const redactions = all<Redaction>(
    db,
    `SELECT kind, start, "end", placeholder, original FROM redaction
     WHERE message_id = ? AND kind <> '${WHOLE_PARTS}' ORDER BY start`,
    message,
  );
  return spans.map((span) => ({ ...span, ...spanToRedacted(redactions, span) }));
}
