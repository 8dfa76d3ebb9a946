import { isAsked } from '../../../shared/domain/rating.ts';
import type { Dimension, Rubric } from '../../../shared/domain/rubric.ts';
import { useText } from '../../catalogue/area.ts';
import { railText } from '../../catalogue/rail.ts';
import { keyInWords } from '../../keys/labels.ts';
import { currentOf } from '../../store/rate/state.ts';
import classes from './DimensionBlock.module.css';
import { gateWords, stateWords } from './dimension-words.ts';
import { useRateLater } from './useRate.ts';

/** How a dimension stands, in words beside its name. */
export function StateWords({ rubric, entry }: { rubric: Rubric; entry: Dimension }) {
  const t = useText(railText);
  const words = useRateLater((state) => {
    const rating = currentOf(state)?.rating;
    const gate = rubric.dimensions.find(({ id }) => id === entry.gate?.dimension);
    if (!rating || (gate && !isAsked(rubric, entry, rating.values)))
      return gate ? gateWords(t, gate, rating?.values[gate.id]) : '';
    if (state.panel === 'text' && state.dimension === entry.id)
      return t.escWhenDone(keyInWords('text.leave'));
    return stateWords(t, entry, {
      value: rating.values[entry.id],
      cannot: rating.cannot[entry.id],
      current: state.dimension === entry.id,
    });
  });
  return <span className={classes.state}>{words}</span>;
}
