import type { ComponentType } from 'react';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import type { Panel } from '../../store/rate/state.ts';
import { Meaning } from './Meaning.tsx';
import { Snippets } from './Snippets.tsx';
import { useRate } from './useRate.ts';
import { WhyNot } from './WhyNot.tsx';

/** What opens above the keys of the rail; there at once, since the next key may be for it. */
const PANELS: Partial<Record<Panel, ComponentType<{ rubric: Rubric }>>> = {
  cannot: WhyNot,
  meaning: Meaning,
  snippets: Snippets,
};

/** The lists and texts about the dimension or the rationale that open by a key. */
export function Panels({ rubric }: { rubric: Rubric }) {
  const panel = useRate((state) => state.panel);
  const Shown = panel === null ? undefined : PANELS[panel];
  return Shown ? <Shown rubric={rubric} /> : null;
}
