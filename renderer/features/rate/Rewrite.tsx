import { focusOnMount } from '../../ui/focus.ts';
import { leaveField } from './leave-field.ts';
import classes from './Rewrite.module.css';
import transcript from './Transcript.module.css';
import { desk, useHeld, useRate } from './useRate.ts';

/** The rewrite to store for a text in the editor: the answer itself, or nothing, is no rewrite. */
const rewriteOf = (text: string, answer: string): string | null =>
  text.trim() === '' || text === answer ? null : text;

/** The answer the rater would have wanted: an editor while open, else the text where there is one. */
export function Rewrite() {
  const open = useRate(({ panel }) => panel === 'rewrite');
  const assignment = useHeld(({ item }) => item.assignment, null);
  const answer = useHeld(({ item }) => item.answer.text, '');
  const rewrite = useHeld(({ rating }) => rating.rewrite, null);
  if (!open && rewrite === null) return null;
  return (
    <section className={classes.rewrite} aria-label="Your rewrite">
      <h2 className={transcript.heading}>{open ? 'your rewrite (Esc when done)' : 'your rewrite'}</h2>
      {open ? (
        <div className={classes.editor}>
          <textarea
            key={assignment}
            ref={focusOnMount}
            className={classes.field}
            aria-label="Rewrite of the answer"
            defaultValue={rewrite ?? answer}
            onChange={(event) =>
              desk().typed({ kind: 'rewrite', text: rewriteOf(event.currentTarget.value, answer) })
            }
            onBlur={leaveField('rewrite')}
          />
        </div>
      ) : (
        <div className={classes.shown}>
          <div className={classes.text} dir="auto">
            {rewrite}
          </div>
        </div>
      )}
    </section>
  );
}
