import type { KeyboardEvent } from 'react';
import { useText } from '../../catalogue/area.ts';
import { queuePagesText } from '../../catalogue/queue-pages.ts';
import { focusOnMount } from '../../ui/focus.ts';
import { leaveField } from './leave-field.ts';
import classes from './SkipWhy.module.css';
import { desk } from './useRate.ts';

/** Any other reason for a skip, in the rater's words. */
export function SkipWhy() {
  const t = useText(queuePagesText);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const text = event.currentTarget.value.trim();
    if (text !== '') desk().skip(`other: ${text}`);
  };
  return (
    <div className={classes.field}>
      <div className={classes.head}>
        <span>{t.skipWhy}</span>
        <span>{t.skipWhyHint}</span>
      </div>
      <input
        ref={focusOnMount}
        type="text"
        className={classes.input}
        aria-label={t.skipWhy}
        maxLength={400}
        onKeyDown={onKeyDown}
        onBlur={leaveField('skipWhy')}
      />
    </div>
  );
}
