import { useText } from '../../catalogue/area.ts';
import { readingText } from '../../catalogue/reading.ts';
import { MessageText } from '../../ui/transcript/MessageText.tsx';
import classes from './Rewrite.module.css';
import { Changes } from './rewrite/Changes.tsx';
import { RewriteEditor } from './rewrite/RewriteEditor.tsx';
import transcript from './Transcript.module.css';
import { useHeld, useRate } from './useRate.ts';

/** The answer the rater would have wanted: an editor while open, else the text where there is one, with what it changed. */
export function Rewrite() {
  const t = useText(readingText).rewrite;
  const open = useRate(({ panel }) => panel === 'rewrite');
  const assignment = useHeld(({ item }) => item.assignment, null);
  const answer = useHeld(({ item }) => item.answer.text, '');
  const rewrite = useHeld(({ rating }) => rating.rewrite, null);
  if (!open && rewrite === null) return null;
  return (
    <section className={classes.rewrite} aria-label={t.section}>
      <h2 className={transcript.heading}>{open ? t.open : t.title}</h2>
      {open ? (
        <RewriteEditor key={assignment} answer={answer} rewrite={rewrite} />
      ) : (
        <div className={classes.shown} data-scrolls>
          <div className={classes.text}>
            <MessageText key={assignment} text={rewrite ?? ''} />
          </div>
          <Changes before={answer} after={rewrite ?? ''} />
        </div>
      )}
    </section>
  );
}
