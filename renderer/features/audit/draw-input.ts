import type { InputOf } from '../../../shared/contract/commands.ts';

import { textNow } from '../../catalogue/area.ts';
import { auditText } from '../../catalogue/audit.ts';

interface DrawInput {
  /** Null while a field is wrong. */
  input: InputOf<'audit.draw'> | null;
  problems: { unmarked?: string; seed?: string };
}

/** What the two fields ask for; digits are a number, as on a command line. */
export function drawInput(unmarked: string, seed: string): DrawInput {
  const t = textNow(auditText);
  const problems: DrawInput['problems'] = {};
  const word = seed.trim();
  if (!/^\d{1,7}$/.test(unmarked.trim())) problems.unmarked = t.wholeNumber;
  if (word === '') problems.seed = t.seedMissing;
  if (problems.unmarked || problems.seed) return { input: null, problems };
  return {
    input: { unmarked: Number(unmarked), seed: /^\d{1,15}$/.test(word) ? Number(word) : word },
    problems,
  };
}
