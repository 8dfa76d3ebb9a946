import { SKIP_REASONS } from '../../../shared/domain/rating.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { letterKeys } from '../../keys/rubric-keys.ts';
import { spanLabels } from '../../store/rate/flow.ts';
import { PickMenu } from './PickMenu.tsx';
import { desk, useHeld, useRate } from './useRate.ts';

const REASONS: Record<(typeof SKIP_REASONS)[number], string> = {
  unclear: 'Unclear what is asked',
  language: 'A language I do not read well',
  technical: 'Something is broken or missing',
  distressing: 'Distressing',
  other: 'Another reason',
};

const NONE: readonly string[] = [];

/** The small menus of the rail: why an item is skipped, what a stretch of text is labelled. */
export function Menus({ rubric }: { rubric: Rubric }) {
  const panel = useRate((state) => state.panel);
  const chosen = useHeld(({ rating }) => rating.categories, NONE);
  if (panel === 'skip') {
    const picks = SKIP_REASONS.map((reason, index) => ({
      code: `Digit${index + 1}`,
      label: REASONS[reason],
      onPick: () => desk().skip(reason),
    }));
    return <PickMenu title="Skip, because" prompt="Choose a reason" picks={picks} />;
  }
  if (panel === 'label') {
    const labels = spanLabels(rubric, chosen);
    const keys = letterKeys(labels);
    const picks = labels.map((label) => ({
      code: keys.get(label) ?? '',
      label,
      onPick: () => desk().label(label),
    }));
    return <PickMenu title="Label the selected text" prompt="Choose a label" picks={picks} />;
  }
  return null;
}
