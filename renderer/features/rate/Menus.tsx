import { SKIP_REASONS } from '../../../shared/domain/rating.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { useText } from '../../catalogue/area.ts';
import { railText } from '../../catalogue/rail.ts';
import { letterKeys } from '../../keys/rubric-keys.ts';
import { spanLabels } from '../../store/rate/flow.ts';
import { PickMenu } from './PickMenu.tsx';
import { giveLabel } from './spans/acts.ts';
import { desk, useHeld, useRate } from './useRate.ts';

const NONE: readonly string[] = [];

/** The small menus of the rail: why an item is skipped, what a stretch of text is labelled. */
export function Menus({ rubric }: { rubric: Rubric }) {
  const t = useText(railText);
  const panel = useRate((state) => state.panel);
  const chosen = useHeld(({ rating }) => rating.categories, NONE);
  if (panel === 'skip') {
    const picks = SKIP_REASONS.map((reason, index) => ({
      code: `Digit${index + 1}`,
      label: t.skipReasons[reason],
      onPick: () => (reason === 'other' ? desk().panel('skipWhy') : desk().skip(reason)),
    }));
    return <PickMenu title={t.skipTitle} prompt={t.chooseReason} picks={picks} />;
  }
  if (panel === 'label') {
    const labels = spanLabels(rubric, chosen);
    const keys = letterKeys(labels);
    const picks = labels.map((label) => ({
      code: keys.get(label) ?? '',
      label,
      onPick: () => giveLabel(label),
    }));
    return <PickMenu title={t.labelTitle} prompt={t.chooseLabel} picks={picks} />;
  }
  return null;
}
