import { Modal } from '@mantine/core';
import { useState } from 'react';
import type { Mark as MarkRow } from '../../../shared/contract/rating.ts';
import { useText } from '../../catalogue/area.ts';
import { marksText } from '../../catalogue/marks.ts';
import { useApp } from '../../store/app.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { opening, when } from '../../ui/format.ts';
import { useCall } from '../../ui/useCall.ts';
import { Mark } from './Mark.tsx';
import classes from './MarksPanel.module.css';

interface ListProps {
  marks: readonly MarkRow[];
  chosen: string;
  onChoose: (assignment: string) => void;
}

function List({ marks, chosen, onChoose }: ListProps) {
  const t = useText(marksText);
  return (
    <ul className={classes.list} aria-label={t.title}>
      {marks.map(({ assignment, rater, question, isOpen, changedAt }) => (
        <li key={assignment}>
          <button
            type="button"
            className={classes.row}
            aria-current={assignment === chosen}
            onClick={() => onChoose(assignment)}
          >
            <span className={classes.question} dir="auto">
              {question === '' ? t.noQuestion : opening(question, 90)}
            </span>
            <span className={classes.facts}>
              <span data-open={isOpen}>{isOpen ? t.open : t.answered}</span> · {rater} · {when(changedAt)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The items that raters marked for the lead, those without an answer first. */
export function MarksPanel() {
  const t = useText(marksText);
  const { value, error, reload } = useCall('mark.list', {});
  const [choice, setChoice] = useState<string | null>(null);
  const marks = value?.marks ?? [];
  const chosen = marks.find(({ assignment }) => assignment === choice) ?? marks[0];
  return (
    <Modal
      opened
      onClose={() => useApp.getState().showOverlay(null)}
      size={1120}
      title={t.title}
      closeButtonProps={{ 'aria-label': t.close }}
    >
      {error ? <ErrorNote error={error} onRetry={() => void reload()} /> : null}
      {value && !chosen ? <EmptyState title={t.none} text={t.noneText} /> : null}
      {chosen ? (
        <div className={classes.columns}>
          <List marks={marks} chosen={chosen.assignment} onChoose={setChoice} />
          <Mark
            key={chosen.assignment}
            mark={chosen}
            onAnswered={() => {
              setChoice(chosen.assignment);
              void reload();
            }}
          />
        </div>
      ) : null}
    </Modal>
  );
}
