import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/commands.ts';
import type { Mark as MarkRow } from '../../../shared/contract/rating.ts';
import { bridge } from '../../bridge.ts';
import { useText } from '../../catalogue/area.ts';
import { marksText } from '../../catalogue/marks.ts';
import { readingText } from '../../catalogue/reading.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { when } from '../../ui/format.ts';
import { reachedWhenItScrolls } from '../../ui/scrolls.ts';
import { useAction, useCall } from '../../ui/useCall.ts';
import classes from './MarksPanel.module.css';

/** The conversation as the rater has it before them, as plain text. */
function Item({ item }: { item: OutputOf<'mark.item'> }) {
  const t = useText(marksText);
  const { roles } = useText(readingText);
  return (
    <section ref={reachedWhenItScrolls} className={classes.item} aria-label={t.conversation}>
      {[...item.context.entries()].map(([place, { role, text }]) => (
        <div key={place} className={classes.message}>
          <span className={classes.role}>{roles[role]}</span>
          <p dir="auto">{text}</p>
        </div>
      ))}
      {[...item.answers.entries()].map(([place, { text }]) => (
        <div key={place} className={`${classes.message} ${classes.answer}`}>
          <span className={classes.role}>{t.judged}</span>
          <p dir="auto">{text}</p>
        </div>
      ))}
    </section>
  );
}

/** One marked item: what it is, what was asked, and the lead's answer. */
export function Mark({ mark, onAnswered }: { mark: MarkRow; onAnswered: () => void }) {
  const t = useText(marksText);
  const shown = useCall('mark.item', { assignment: mark.assignment });
  const [text, setText] = useState('');
  const answer = useAction(async () => {
    const stored = await bridge.call('mark.answer', { assignment: mark.assignment, text });
    if (stored.ok) {
      setText('');
      onAnswered();
    }
    return stored;
  });
  return (
    <div className={classes.mark}>
      {shown.error ? <ErrorNote error={shown.error} onRetry={() => void shown.reload()} /> : null}
      {shown.value ? <Item item={shown.value} /> : <div className={classes.item} />}
      <p className={classes.asked} dir="auto">
        <span className={classes.role}>{mark.rater}</span>{' '}
        {mark.question === '' ? t.noQuestion : mark.question}
      </p>
      {mark.reply ? (
        <p className={classes.given} dir="auto">
          <span className={classes.role}>{t.given(when(mark.reply.at))}</span> {mark.reply.text}
        </p>
      ) : null}
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') void answer.run();
        }}
      >
        <Textarea
          label={t.answer}
          description={t.answerHint(mark.rater)}
          autosize
          minRows={2}
          maxRows={6}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
              event.currentTarget.form?.requestSubmit();
          }}
        />
        <Button type="submit" disabled={text.trim() === ''} loading={answer.busy}>
          {t.send}
        </Button>
      </form>
      {answer.error ? <ErrorNote error={answer.error} onDismiss={answer.dismiss} /> : null}
    </div>
  );
}
