import { CANNOT_REASONS } from '../../../shared/domain/rating.ts';
import { dimensionLabel, type Rubric } from '../../../shared/domain/rubric.ts';
import { useText } from '../../catalogue/area.ts';
import { judgingText } from '../../catalogue/judging.ts';
import { railText } from '../../catalogue/rail.ts';
import { type Pick, PickMenu } from './PickMenu.tsx';
import { desk, useHeld, useRate } from './useRate.ts';

/** Why the current dimension cannot be judged: a reason by its figure, or the rater's own words. */
export function WhyNot({ rubric }: { rubric: Rubric }) {
  const t = useText(railText);
  const { reasons } = useText(judgingText);
  const id = useRate((state) => state.dimension) ?? '';
  const entry = rubric.dimensions.find((candidate) => candidate.id === id);
  const given = useHeld(({ rating }) => rating.cannot[id], undefined);
  if (!entry) return null;
  const known = CANNOT_REASONS.map(
    (reason, index): Pick => ({
      code: `Digit${index + 1}`,
      label: reasons[reason],
      onPick: () => desk().cannot(id, reason),
    }),
  );
  const other: Pick = {
    code: `Digit${CANNOT_REASONS.length + 1}`,
    label: t.otherReason,
    onPick: () => desk().panel('cannotWhy'),
  };
  const back: Pick = { code: 'Digit0', label: t.canJudge, onPick: () => desk().cannot(id, null) };
  return (
    <PickMenu
      wide
      title={t.cannotTitle(dimensionLabel(entry))}
      prompt={t.chooseReason}
      picks={[...known, other, ...(given === undefined ? [] : [back])]}
    />
  );
}
