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

/** What was rejected, in lines for people. */
export function rejectionLines(file: string, { rejected, reasons, rejections }: Rejections): string[] {
  if (rejected === 0) return [];
  const codes = Object.entries(reasons).map(([code, n]) => `${code} ${n}`);
  const shown = rejections.slice(0, SHOWN);
  return [
    '',
    `${counted(rejected, 'record')} of ${file} rejected (${codes.join(', ')}) and kept in quarantine; the rest is in.`,
    ...shown.map(({ line, path, reason }) =>
      harmless(`  line ${line}${path === '$' ? '' : `, ${path}`}: ${reason}`),
    ),
    ...(rejected > shown.length && shown.length > 0
      ? [`  and ${counted(rejected - shown.length, 'more', 'more')}`]
      : []),
  ];
}
