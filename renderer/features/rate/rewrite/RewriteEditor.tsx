import { useDeferredValue, useState } from 'react';
import { useText } from '../../../catalogue/area.ts';
import { readingText } from '../../../catalogue/reading.ts';
import { focusOnMount } from '../../../ui/focus.ts';
import { leaveField } from '../leave-field.ts';
import classes from '../Rewrite.module.css';
import { desk } from '../useRate.ts';
import { Changes } from './Changes.tsx';

/** The rewrite to store for a text in the editor: the answer itself, or nothing, is no rewrite. */
const rewriteOf = (text: string, answer: string): string | null =>
  text.trim() === '' || text === answer ? null : text;

/** A longer text does not grow with what is typed: to measure it all with each letter would hold up the hand. Characters. */
const GROWS = 8_000;

interface RewriteEditorProps {
  answer: string;
  rewrite: string | null;
}

/** The rewrite in a field, and below it what differs from the answer, as soon as the hand lets it. */
export function RewriteEditor({ answer, rewrite }: RewriteEditorProps) {
  const t = useText(readingText).rewrite;
  const [typed, setTyped] = useState(rewrite ?? answer);
  const shown = useDeferredValue(typed);
  return (
    <div className={classes.editor}>
      <textarea
        ref={focusOnMount}
        className={answer.length > GROWS ? `${classes.field} ${classes.fixed}` : classes.field}
        aria-label={t.field}
        dir="auto"
        defaultValue={rewrite ?? answer}
        onChange={(event) => {
          const text = event.currentTarget.value;
          setTyped(text);
          desk().typed({ kind: 'rewrite', text: rewriteOf(text, answer) });
        }}
        onBlur={leaveField('rewrite')}
      />
      <Changes before={answer} after={shown.trim() === '' ? answer : shown} />
    </div>
  );
}
