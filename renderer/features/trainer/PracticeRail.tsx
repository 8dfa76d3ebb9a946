import { dimensionLabel } from '../../../shared/domain/rubric.ts';
import { capFor, capOf } from '../../keys/labels.ts';
import { letterKeys } from '../../keys/rubric-keys.ts';
import { focusAtEnd } from '../../ui/focus.ts';
import { KeyCap } from '../../ui/KeyCap.tsx';
import { type Act, ratingHere } from './bench.ts';
import { PracticeDimension } from './PracticeDimension.tsx';
import classes from './Trainer.module.css';
import { REASONS } from './tasks.ts';
import type { CourseControls } from './useCourse.ts';

const COMMANDS = [
  { act: 'rationale', action: 'rationale' },
  { act: 'label', action: 'label' },
  { act: 'skip', action: 'skip' },
  { act: 'mark', action: 'mark' },
  { act: 'undo', action: 'undo' },
  { act: 'clear', action: 'value.clear' },
  { act: 'previous', action: 'previous' },
  { act: 'next', action: 'next' },
  { act: 'submit', action: 'submit' },
] as const satisfies readonly { act: Act['kind']; action: string }[];

interface Pick {
  code: string;
  name: string;
  act: Act;
}

/** A short list that is answered by one key. */
function Picks({
  title,
  picks,
  chosen,
  give,
}: {
  title: string;
  picks: Pick[];
  chosen: readonly string[];
  give: (act: Act) => void;
}) {
  return (
    <fieldset className={classes.picks} aria-label={title}>
      <p className={classes.heading}>{title}</p>
      {picks.map(({ code, name, act }) => (
        <button
          key={name}
          type="button"
          className={classes.pick}
          aria-pressed={chosen.includes(name)}
          onClick={() => give(act)}
        >
          <KeyCap keys={capOf(code)} decorative /> {name}
        </button>
      ))}
    </fieldset>
  );
}

/** The rubric of the practice with its keys, and what else can be done. */
export function PracticeRail({ controls }: { controls: CourseControls }) {
  const { t, course, material, keymap, give } = controls;
  const { bench } = course;
  const rating = ratingHere(bench);
  const kinds = material.rubric.dimensions.at(-1)?.categories ?? [];
  const letters = letterKeys(kinds, keymap);
  return (
    <aside className={classes.rail} aria-label={t.rail}>
      {material.rubric.dimensions.map((entry) => (
        <PracticeDimension key={entry.id} entry={entry} label={dimensionLabel(entry)} controls={controls} />
      ))}
      {bench.panel === 'categories' ? (
        <Picks
          title={t.categories}
          chosen={rating.categories}
          picks={kinds.map((name) => ({
            code: letters.get(name) ?? '',
            name,
            act: { kind: 'category', name },
          }))}
          give={give}
        />
      ) : null}
      {bench.panel === 'skip' ? (
        <Picks
          title={t.pickReason}
          chosen={[]}
          picks={REASONS.map((reason, index) => ({
            code: `Digit${index + 1}`,
            name: t.reasons[index] ?? reason,
            act: { kind: 'reason', name: reason },
          }))}
          give={give}
        />
      ) : null}
      {bench.panel === 'rationale' ? (
        <textarea
          ref={focusAtEnd}
          className={classes.field}
          rows={3}
          aria-label={t.why}
          defaultValue={rating.rationale}
          onChange={(event) => give({ kind: 'write', text: event.currentTarget.value })}
        />
      ) : null}
      <p className={classes.state}>
        {[rating.rationale, rating.flagged ? t.marked : '', rating.status === 'skipped' ? t.skipped : '']
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div className={classes.commands}>
        {COMMANDS.map(({ act, action }) => (
          <button
            key={action}
            type="button"
            className={classes.command}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => give({ kind: act })}
          >
            <KeyCap keys={capFor(action)} decorative /> {t.acts[act]}
          </button>
        ))}
        {bench.panel ? (
          <button type="button" className={classes.command} onClick={() => give({ kind: 'close' })}>
            <KeyCap keys={capFor('escape')} decorative /> {t.acts.close}
          </button>
        ) : null}
      </div>
    </aside>
  );
}
