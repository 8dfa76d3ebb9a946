import { isAsked } from '../../../shared/domain/rating.ts';
import { type Dimension, optionOf, type Rubric } from '../../../shared/domain/rubric.ts';
import { currentOf } from '../../store/rate/state.ts';
import classes from './DimensionBlock.module.css';
import { gateWords, stateWords } from './dimension-words.ts';
import { useRateLater } from './useRate.ts';

/** How a dimension stands, in words beside its name. */
export function StateWords({ rubric, entry }: { rubric: Rubric; entry: Dimension }) {
  const words = useRateLater((state) => {
    const values = currentOf(state)?.rating.values;
    const gate = rubric.dimensions.find(({ id }) => id === entry.gate?.dimension);
    if (!values || (gate && !isAsked(rubric, entry, values)))
      return gate ? gateWords(gate, values?.[gate.id]) : '';
    return stateWords(entry, optionOf(entry, values[entry.id]), state.dimension === entry.id);
  });
  return <span className={classes.state}>{words}</span>;
}
