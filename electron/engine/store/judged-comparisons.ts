import type { Recipe } from '../../../shared/contract/reporting.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import type { JudgedComparison } from '../../../shared/formats/export/judged.ts';
import type { ReadConnection } from '../db/connection.ts';
import { all } from '../db/statements.ts';
import { type ComparedTuple, readCompared } from './compared.ts';
import { answerRef, textAs } from './judged-text.ts';
import { REDACTIONS_OF_MESSAGE } from './original-text.ts';
import { decidedChoice, type SettledItems } from './settled.ts';

interface CandidateRow {
  ref: string;
  conversation_id: number;
  position: number;
  candidate: number;
  text: string;
  redactions: string | null;
  name: string | null;
  content_hash: Buffer;
}

const CANDIDATES = `SELECT i.ref, m.conversation_id, m.position, m.candidate, m.text, ${REDACTIONS_OF_MESSAGE} AS redactions,
    c.name, c.content_hash
  FROM comparison_candidate k JOIN item i ON i.id = k.item_id JOIN message m ON m.id = k.message_id
  JOIN conversation c ON c.id = m.conversation_id WHERE k.item_id = ? ORDER BY k.number`;

/** A comparison with what its raters preferred, and where it stands. */
export interface PlacedComparison {
  place: Pick<CandidateRow, 'conversation_id' | 'position' | 'content_hash'>;
  comparison: JudgedComparison;
}

/** Every rated comparison, in the order of the items. */
export function* readComparisons(
  db: ReadConnection,
  rubric: Rubric,
  personalData: Recipe['personalData'],
  settled: SettledItems,
): Generator<PlacedComparison> {
  const byItem = new Map<number, ComparedTuple[]>();
  for (const rated of readCompared(db, rubric)) {
    const own = byItem.get(rated.itemId);
    if (own) own.push(rated);
    else byItem.set(rated.itemId, [rated]);
  }
  for (const [item, ratings] of byItem) {
    const rows = all<CandidateRow>(db, CANDIDATES, item);
    const [place] = rows;
    if (!place) continue;
    yield {
      place,
      comparison: {
        ref: place.ref,
        candidates: rows.map((row) => ({ ref: answerRef(row), text: textAs(row, personalData) })),
        votes: ratings.map(({ preference }) => preference),
        ...decidedChoice(settled, item),
      },
    };
  }
}
