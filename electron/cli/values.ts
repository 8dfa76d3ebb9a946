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
