import { dimensionLabel, type Rubric } from '../../../shared/domain/rubric.ts';
import { textNow } from '../../catalogue/area.ts';
import { comparisonLeadText } from '../../catalogue/comparison-lead.ts';

const OF_CANDIDATE = /^candidate\.(.+)$/;

/** What a dimension of the report is called: the rubric's own, or one of comparisons. */
export function labelOf(rubric: Rubric, id: string): string {
  const t = textNow(comparisonLeadText);
  const own = OF_CANDIDATE.exec(id)?.[1];
  const found = rubric.dimensions.find((entry) => entry.id === (own ?? id));
  if (found) return own === undefined ? dimensionLabel(found) : t.ofEach(dimensionLabel(found));
  if (id === 'preference') return t.preference;
  return id === 'preference_strength' ? t.preferenceStrength : id;
}
