/** Type guards over parsed JSON of unknown shape. */
export type JsonObject = Record<string, unknown>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const textOr = (value: unknown, otherwise: string | null = null): string | null =>
  typeof value === 'string' ? value : otherwise;
