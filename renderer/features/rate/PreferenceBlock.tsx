import { comparisonOf } from '../../../shared/domain/comparison.ts';
import { type Choice, isWinner, NO_WINNER, STRENGTHS } from '../../../shared/domain/preference.ts';
import type { Rating } from '../../../shared/domain/rating.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { useText } from '../../catalogue/area.ts';
import { comparisonText } from '../../catalogue/comparison.ts';
import { capOf } from '../../keys/labels.ts';
import { KeyCap } from '../../ui/KeyCap.tsx';
import classes from './Comparison.module.css';
import block from './DimensionBlock.module.css';
import { keepFocus } from './Option.tsx';
import { desk, useRate } from './useRate.ts';
import { useWhole } from './useWhole.ts';

interface ChoiceOptionProps {
  cap: string;
  label: string;
  checked: boolean;
  onChoose: () => void;
}

function ChoiceOption({ cap, label, checked, onChoose }: ChoiceOptionProps) {
  return (
    <label className={block.option} data-checked={checked} onMouseDown={keepFocus}>
      <input
        type="radio"
        className="visually-hidden"
        name="preference"
        checked={checked}
        onChange={onChoose}
        onClick={checked ? onChoose : undefined}
      />
      <KeyCap keys={cap} decorative />
      {label}
    </label>
  );
}

/** How much better the better one is. */
function Strengths({ place }: { place: number }) {
  const t = useText(comparisonText);
  const strength = useWhole(({ rating }) => rating.preference?.strength ?? null, null);
  return (
    <div className={classes.strength}>
      <div
        role="radiogroup"
        aria-label={t.howMuch}
        className={`${block.options} ${block.scale} ${classes.strengths}`}
      >
        {STRENGTHS.map((one) => (
          <label key={one} className={block.option} data-checked={one === strength} onMouseDown={keepFocus}>
            <input
              type="radio"
              className="visually-hidden"
              name="strength"
              aria-label={t.strengths[one]}
              checked={one === strength}
              onChange={() => desk().strength(one)}
            />
            <span>{t.short[one]}</span>
          </label>
        ))}
      </div>
      <p className={classes.hint}>{t.again(capOf(`Digit${place}`))}</p>
    </div>
  );
}

const KEYS = { tie: 'Digit5', both_bad: 'Digit0' } as const;

/** Which answer is better, and how much. */
export function PreferenceBlock({ rubric }: { rubric: Rubric }) {
  const t = useText(comparisonText);
  const candidates = useWhole(({ item }) => item.candidates, null);
  const preference = useWhole<Rating['preference']>(({ rating }) => rating.preference, null);
  const current = useRate(({ dimension }) => dimension === null);
  if (!candidates) return null;
  const asked = comparisonOf(rubric);
  const choice: Choice | null = preference?.choice ?? null;
  const place = candidates.findIndex(({ number }) => number === choice) + 1;
  return (
    <section className={block.block} data-current={current} aria-current={current}>
      <div className={block.head}>
        <h2 id="which-is-better" className={block.name}>
          {t.which}
        </h2>
      </div>
      <div
        role="radiogroup"
        aria-labelledby="which-is-better"
        className={classes.choices}
        onFocus={() => (current ? undefined : desk().askPreference())}
      >
        {candidates.map(({ number }, index) => (
          <ChoiceOption
            key={number}
            cap={capOf(`Digit${index + 1}`)}
            label={t.answer(index + 1)}
            checked={choice === number}
            onChoose={() => desk().prefer(index)}
          />
        ))}
        {candidates.length % 2 === 1 ? <span /> : null}
        {NO_WINNER.filter((one) => asked[one]).map((one) => (
          <ChoiceOption
            key={one}
            cap={capOf(KEYS[one])}
            label={t.none[one]}
            checked={choice === one}
            onChoose={() => desk().noneBetter(one)}
          />
        ))}
      </div>
      {isWinner(choice) && asked.strength ? <Strengths place={place} /> : null}
    </section>
  );
}
