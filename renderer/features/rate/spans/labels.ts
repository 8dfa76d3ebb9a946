import { createContext } from 'react';
import type { Rubric } from '../../../../shared/domain/rubric.ts';
import { spanLabels } from '../../../store/rate/flow.ts';

/** Every label the rubric has for text, in its order: each is underlined with a line of its own. */
export const SpanLabels = createContext<readonly string[]>([]);

export const allLabels = (rubric: Rubric): readonly string[] => spanLabels(rubric, []);
