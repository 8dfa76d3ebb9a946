import { reachedWhenItScrolls } from '../../ui/scrolls.ts';
import { type Bench, ratingHere, type Stretch } from './bench.ts';
import { taskOf } from './course.ts';
import classes from './Trainer.module.css';
import type { CourseControls } from './useCourse.ts';

interface Piece extends Stretch {
  label: string | null;
  chosen: boolean;
}

/** The answer cut where a label or the selection begins or ends. */
function piecesOf(text: string, bench: Bench): Piece[] {
  const { spans } = ratingHere(bench);
  const { selection } = bench;
  const marks = [...spans, ...(selection ? [selection] : [])];
  const cuts = [0, text.length, ...marks.flatMap(({ start, end }) => [start, end])];
  const at = [...new Set(cuts)].toSorted((a, b) => a - b);
  return at.slice(1).map((end, index) => {
    const start = at[index] ?? 0;
    const covers = (mark: Stretch): boolean => mark.start <= start && mark.end >= end;
    return {
      start,
      end,
      label: spans.find(covers)?.label ?? null,
      chosen: selection !== null && covers(selection),
    };
  });
}

/** The question and the answer to judge, with what is selected and labelled in it. */
export function PracticeAnswer({ controls }: { controls: CourseControls }) {
  const { t, course, give } = controls;
  const item = t.items[course.bench.at];
  if (!item) return null;
  const task = taskOf(course)?.name;
  return (
    <div ref={reachedWhenItScrolls} className={classes.reading}>
      <p className={classes.question}>{item.question}</p>
      <h2 className={classes.heading}>{t.answer}</h2>
      <p className={classes.answer}>
        {piecesOf(item.answer, course.bench).map(({ start, end, label, chosen }) => {
          const text = item.answer.slice(start, end);
          if (label === null && !chosen) return <span key={start}>{text}</span>;
          return (
            <mark
              key={start}
              className={chosen ? classes.chosen : classes.span}
              data-label={label ?? undefined}
            >
              {text}
            </mark>
          );
        })}
      </p>
      {task === 'word' || task === 'more' ? (
        <button
          type="button"
          className={classes.byMouse}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => give({ kind: task === 'word' ? 'word' : 'extend' })}
        >
          {t.selectWord}
        </button>
      ) : null}
    </div>
  );
}
