import { colourCode } from '../../ui/transcript/code/colours.ts';
import { markHits } from './find/paint.ts';

/** What paints stretches of texts without drawing them again. */
export const startPainters = (): (() => void)[] => [colourCode(), markHits()];
