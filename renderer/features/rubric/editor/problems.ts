import type { DraftProblem } from '../../../../shared/domain/rubric-problems.ts';
import { useText } from '../../../catalogue/area.ts';
import { rubricFieldsText } from '../../../catalogue/rubric-fields.ts';

/** The sentence for what is wrong at a field, or undefined where nothing is; `at` is the uid of the dimension or option. */
export function useProblemAt(
  problems: readonly DraftProblem[],
): (at: string, field: string) => string | undefined {
  const { codes } = useText(rubricFieldsText);
  return (at, field) => {
    const found = problems.find((problem) => problem.at === at && problem.field === field);
    return found && codes[found.code];
  };
}
