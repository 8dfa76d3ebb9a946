import type { Rubric } from '../../../shared/domain/rubric.ts';
import { choiceKeys } from '../../keys/choice-keys.ts';
import { capOf } from '../../keys/labels.ts';
import { optionKeys } from '../../keys/rubric-keys.ts';
import classes from './Rail.module.css';
import { useRateLater } from './useRate.ts';

/** What the options of the current dimension mean. */
export function Anchors({ rubric }: { rubric: Rubric }) {
  const dimension = useRateLater((state) => state.dimension);
  const entry = rubric.dimensions.find(({ id }) => id === dimension);
  if (!entry) return null;
  const { kind, options, question } = entry;
  const keys =
    kind === 'slider'
      ? options.map(({ value }) => String(value))
      : (kind === 'categories' ? choiceKeys(rubric, entry) : optionKeys(entry)).map(capOf);
  const anchored = options.some(({ anchor }) => anchor);
  if (!anchored && !question) return null;
  return (
    <div className={classes.anchors}>
      {anchored ? (
        <dl>
          {options.map(({ value, label, anchor }, index) => (
            <div key={value} className={classes.anchor}>
              <dt>{keys[index]}</dt>
              <dd>{anchor ?? label}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p>{question}</p>
      )}
    </div>
  );
}
