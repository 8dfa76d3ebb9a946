import type { UnitTable } from './unit-table.ts';

/**
 * The categories as numbers that a mean can be taken of: their values, or their ranks where ordered words; null where a
 * mean says nothing (unordered categories, but for two that are numbers: the mean is then a rate).
 */
export function measured({ level, categories, coordinates, ranks }: UnitTable): Float64Array | null {
  if (level === 'nominal' && categories.length > 2) return null;
  return coordinates ?? (level === 'ordinal' ? ranks : null);
}
