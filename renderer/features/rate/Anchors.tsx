import type { Rubric } from '../../../shared/domain/rubric.ts';
import { capOf } from '../../keys/labels.ts';
import { optionKeys } from '../../keys/rubric-keys.ts';
import classes from './Rail.module.css';
import { useRateLater } from './useRate.ts';

/** What the options of the current dimension mean. */
export function Anchors({ rubric }: { rubric: Rubric }) {
  const dimension = useRateLater((state) => state.dimension);
  const entry = rubric.dimensions.find(({ id }) => id === dimension);
  if (!entry?.options.some(({ anchor }) => anchor)) return null;
  const keys = optionKeys(entry);
  return (
    <div className={classes.anchors}>
      <dl>
        {entry.options.map(({ value, label, anchor }, index) => (
          <div key={value} className={classes.anchor}>
            <dt>{capOf(keys[index] ?? '')}</dt>
            <dd>{anchor ?? label}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
