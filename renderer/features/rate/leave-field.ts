import type { FocusEvent } from 'react';
import type { Panel } from '../../store/rate/state.ts';
import { desk } from './useRate.ts';

/** As `onBlur` of a text field: closes its panel, unless only the window lost the focus. */
export const leaveField = (panel: Panel) => (event: FocusEvent<HTMLElement>) => {
  if (document.activeElement !== event.currentTarget) desk().leave(panel);
};
