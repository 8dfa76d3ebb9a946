import { z } from 'zod';

const offset = z.int().min(0);

/** Where a rater is: kept so that the next start shows the same. It says nothing of the rating, and overwrites what was kept before. */
export const placeSchema = z.object({
  /** The item on the screen; null when none is. */
  assignment: z.uuid().nullable(),
  dimension: z.string().nullable(),
  /** What is open of the item: a text field or a menu. */
  panel: z.string().nullable(),
  /** The cursor in the open text field, UTF-16 code units. */
  caret: z.object({ start: offset, end: offset }).nullable().default(null),
  /** How far down panes are scrolled, pixels, by the pane's name. */
  scroll: z.record(z.string(), z.number()).default({}),
  /** Answers of the lead that were seen. */
  seen: z.array(z.uuid()).default([]),
});
export type Place = z.output<typeof placeSchema>;
