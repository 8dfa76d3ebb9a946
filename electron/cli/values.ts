import { z } from 'zod';

/** Words as typed on the command line -> values. The messages are read after the name of the option. */

export const word = z.string().min(1, 'a name is wanted');

/** A whole number of at least `min`. */
export const count = (min: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/, `a whole number from ${min} up is wanted`)
    .transform(Number)
    .refine((number) => number >= min, `a whole number from ${min} up is wanted`);

/** A number from `min` to `max`. */
export const number = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d*\.?\d+$/, `a number from ${min} to ${max} is wanted`)
    .transform(Number)
    .refine((value) => value >= min && value <= max, `a number from ${min} to ${max} is wanted`);

/** `key:share` with semicolons between; a share is from 0 to 1, a key may hold colons. */
export const shares = z.string().transform((text, context) => {
  const pairs = text.split(';').map((pair): [string, number] => {
    const at = pair.lastIndexOf(':');
    return [pair.slice(0, at).trim(), Number(pair.slice(at + 1).trim() || Number.NaN)];
  });
  if (pairs.every(([key, share]) => key !== '' && share >= 0 && share <= 1)) return Object.fromEntries(pairs);
  context.addIssue({
    code: 'custom',
    message: 'strata with their rates are wanted, as model=a:0.05;model=b:0.2',
  });
  return z.NEVER;
});

/** A seed: a whole number where it reads as one, else a word. The same seed gives the same draw. */
export const seed = z
  .string()
  .min(1, 'a number or a word is wanted')
  .transform((text) => {
    const number = Number(text);
    return /^-?\d+$/.test(text) && Number.isSafeInteger(number) ? number : text;
  });

/** Names with commas between. */
export const list = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  )
  .refine((names) => names.length > 0, 'names with commas between are wanted');

export const files = z.array(word).min(1, 'at least one file is wanted');
