import { isFieldName } from './expression/fields.ts';
import { BUCKETS, bucketName, type StratumField, type TimeUnit } from './strata-fields.ts';

/** What stands for a missing value in the key of a stratum or slice. */
export const MISSING = '(none)';

const two = (part: number): string => String(part).padStart(2, '0');
const DAY = 86_400_000;

/** ISO 8601 week: the week of a year is the one that holds its first Thursday. */
function weekOf(date: Date): string {
  const weekday = (date.getUTCDay() + 6) % 7;
  const thursday = new Date(
    Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() - weekday + 3),
  );
  const year = thursday.getUTCFullYear();
  const days = (thursday.getTime() - Date.UTC(year, 0, 1)) / DAY;
  return `${year}-W${two(Math.floor(days / 7) + 1)}`;
}

/** The stretch of time that a moment falls into, in UTC: `2026`, `2026-10`, `2026-W40`, `2026-10-02`. */
function timeBucket(at: number, unit: TimeUnit): string {
  const date = new Date(at);
  const year = String(date.getUTCFullYear());
  const month = `${year}-${two(date.getUTCMonth() + 1)}`;
  switch (unit) {
    case 'year':
      return year;
    case 'month':
      return month;
    case 'week':
      return weekOf(date);
    case 'day':
      return `${month}-${two(date.getUTCDate())}`;
  }
}

const THUMBS: Readonly<Record<string, string>> = { '-1': 'down', '1': 'up' };

/** What a stored value is called in the key of a stratum: numbers and times by the bucket they fall into. */
export function stratumValue({ field, unit }: StratumField, value: string | number | null): string {
  if (value === null) return MISSING;
  if (typeof value === 'string') return value;
  if (field === 'created_at') return timeBucket(value, unit);
  if (field === 'feedback.thumb') return THUMBS[value] ?? String(value);
  const starts = isFieldName(field) ? BUCKETS[field] : undefined;
  if (!starts) return String(value);
  const place = starts.findLastIndex((start) => start <= value);
  return bucketName(starts, Math.max(0, place));
}

/** Key of a stratum: each field with its value; `all` where there are no strata. */
export const stratumKey = (
  fields: readonly StratumField[],
  values: readonly (string | number | null)[],
): string =>
  fields.length === 0
    ? 'all'
    : fields.map((field, i) => `${field.name}=${stratumValue(field, values[i] ?? null)}`).join(', ');
