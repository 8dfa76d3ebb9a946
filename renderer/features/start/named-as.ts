import type { RaterSummary } from '../../../shared/contract/project.ts';

const folded = (name: string): string => name.trim().normalize('NFC').toLocaleLowerCase();

/** Who is meant by a typed name: the one named exactly so, else the only one whose name differs in capitals alone. */
export function namedAs(raters: readonly RaterSummary[], typed: string): RaterSummary | undefined {
  const exact = raters.find(({ name }) => name === typed.trim());
  const alike = raters.filter(({ name }) => folded(name) === folded(typed));
  return exact ?? (alike.length === 1 ? alike[0] : undefined);
}
