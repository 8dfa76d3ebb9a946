import { useEffect, useRef } from 'react';
import type { QueuedUnit } from '../../../shared/contract/adjudication.ts';
import { unitKey } from '../../../shared/domain/adjudication.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { adjudicateText } from '../../catalogue/adjudicate.ts';
import { useText } from '../../catalogue/area.ts';
import { count, decimal } from '../../ui/format.ts';
import classes from './Adjudicate.module.css';
import { useAdjudicate } from './store.ts';
import { entryOf, unitTitle, valueWords } from './words.ts';

function Row({ unit, rubric, isOpen }: { unit: QueuedUnit; rubric: Rubric; isOpen: boolean }) {
  const t = useText(adjudicateText);
  const element = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isOpen) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  const entry = entryOf(rubric, unit);
  const facts = [
    unit.decided === undefined ? t.stateWords[unit.state] : valueWords(entry, unit.decided, t),
    t.ratings(unit.ratings),
    t.bits(decimal(unit.information, 2)),
  ];
  return (
    <li>
      <button
        ref={element}
        type="button"
        className={classes.row}
        aria-current={isOpen}
        data-state={unit.state}
        onClick={() => useAdjudicate.getState().show(unitKey(unit))}
      >
        <span className={classes.dimension}>{unitTitle(rubric, unit, t)}</span>
        <span className={classes.opening} dir="auto">
          {unit.answer}
        </span>
        <span className={classes.facts}>{facts.join(' · ')}</span>
      </button>
    </li>
  );
}

/** The units, the most informative first. */
export function QueueList({ rubric, total }: { rubric: Rubric; total: number }) {
  const t = useText(adjudicateText);
  const units = useAdjudicate((state) => state.units);
  const open = useAdjudicate((state) => state.open);
  const more = useAdjudicate((state) => state.more);
  const left = total - units.length;
  return (
    <nav className={classes.list} aria-label={t.queue}>
      <ol className={classes.rows}>
        {units.map((unit) => (
          <Row key={unitKey(unit)} unit={unit} rubric={rubric} isOpen={unitKey(unit) === open} />
        ))}
      </ol>
      {left > 0 ? (
        <button type="button" className={classes.more} onClick={() => void more()}>
          {t.more(count(left))}
        </button>
      ) : null}
    </nav>
  );
}
