import type { Call } from './desk.ts';
import { counted, harmless } from './text.ts';

/** Listed of each file; the quarantine in the project holds them all. */
const LISTED = 100;
const SHOWN = 5;

export interface Rejections {
  rejected: number;
  reasons: Record<string, number>;
  /** The first rejected records: where they stand and why they were not taken. */
  rejections: { line: number; path: string; code: string; reason: string }[];
}

/** The first rejected records of batches, out of their quarantine. */
export async function rejectionsOf(
  call: Call,
  batches: readonly string[],
): Promise<Pick<Rejections, 'rejections'>> {
  const rejections: Rejections['rejections'] = [];
  for (const batch of batches) {
    const { rows } = await call('import.quarantine', { batch, each: true, limit: LISTED });
    rejections.push(...rows.map(({ line, path, code, reason }) => ({ line, path, code, reason })));
  }
  return { rejections: rejections.slice(0, LISTED) };
}

/** What was rejected of so many records, in lines for people. A trial keeps none of it. */
export function rejectionLines(
  file: string,
  { records, rejected, reasons, rejections }: Rejections & { records: number },
  isTrial: boolean = false,
): string[] {
  if (rejected === 0) return [];
  const rest = rejected === records ? 'nothing of it is in' : 'the rest is in';
  const fate = isTrial ? 'would be rejected' : 'rejected';
  const kept = isTrial ? '' : ` and kept in quarantine; ${rest}`;
  const codes = Object.entries(reasons).map(([code, n]) => `${code} ${n}`);
  const shown = rejections.slice(0, SHOWN);
  return [
    '',
    `${counted(rejected, 'record')} of ${file} ${fate} (${codes.join(', ')})${kept}.`,
    ...shown.map(({ line, path, reason }) =>
      harmless(`  line ${line}${path === '$' ? '' : `, ${path}`}: ${reason}`),
    ),
    ...(rejected > shown.length && shown.length > 0
      ? [`  and ${counted(rejected - shown.length, 'more', 'more')}`]
      : []),
  ];
}
