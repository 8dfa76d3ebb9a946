import type { SeenRating, UnitShown } from '../../../shared/contract/adjudication.ts';
import type { Dimension } from '../../../shared/domain/rubric.ts';
import { adjudicateText } from '../../catalogue/adjudicate.ts';
import { useText } from '../../catalogue/area.ts';
import { capOf } from '../../keys/labels.ts';
import { KeyCap } from '../../ui/KeyCap.tsx';
import classes from './Adjudicate.module.css';
import { useAdjudicate } from './store.ts';
import { valueWords } from './words.ts';

interface RatingsProps {
  shown: UnitShown;
  entry: Dimension | null;
}

/** The ratings side by side, without names until the unit is decided. */
export function Ratings({ shown, entry }: RatingsProps) {
  const t = useText(adjudicateText);
  const setting = useAdjudicate((state) => state.setting);
  const text = shown.answers[shown.unit.candidate ?? 0]?.text ?? '';
  return (
    <section className={classes.side} aria-label={t.side}>
      {[...shown.ratings.entries()].map(([place, rating]) => (
        <Rating
          key={rating.letter}
          rating={rating}
          entry={entry}
          text={text}
          digit={setting || place > 8 ? '' : `Digit${place + 1}`}
        />
      ))}
    </section>
  );
}

interface RatingProps {
  rating: SeenRating;
  entry: Dimension | null;
  /** Of the answer that its spans are in. */
  text: string;
  digit: string;
}

function Rating({ rating, entry, text, digit }: RatingProps) {
  const t = useText(adjudicateText);
  const { letter, rater, value, cannot, rationale, categories, spans } = rating;
  const isTaken = useAdjudicate(({ open, drafts }) => open !== null && drafts[open]?.adopted === letter);
  const choose = useAdjudicate((state) => state.choose);
  const title = rater ?? t.rater(letter);
  return (
    <article className={classes.rating} aria-label={title} data-taken={isTaken}>
      <button
        type="button"
        className={classes.adopt}
        disabled={value === null}
        aria-pressed={isTaken}
        onClick={() => choose({ value, how: 'adopted', adopted: letter })}
      >
        {digit === '' ? null : <KeyCap keys={capOf(digit)} decorative />}
        <span className={classes.who}>{title}</span>
        <strong className={classes.value}>
          {value !== null ? valueWords(entry, value, t) : cannot !== null ? t.cannot(cannot) : t.noValue}
        </strong>
      </button>
      {categories.length > 0 ? <p className={classes.facts}>{categories.join(', ')}</p> : null}
      {[...spans.entries()].map(([place, span]) => (
        <p key={place} className={classes.facts}>
          {span.label}: “<bdi>{text.slice(span.start, span.end)}</bdi>”
        </p>
      ))}
      {rationale === '' ? null : (
        <p className={classes.why} dir="auto">
          {rationale}
        </p>
      )}
    </article>
  );
}
