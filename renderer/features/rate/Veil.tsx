import { useEffect, useRef } from 'react';
import { useText } from '../../catalogue/area.ts';
import { queuePagesText } from '../../catalogue/queue-pages.ts';
import { capFor } from '../../keys/labels.ts';
import { useKeys } from '../../keys/useKeys.ts';
import { KeyCap } from '../../ui/KeyCap.tsx';
import { desk, useRate } from './useRate.ts';
import classes from './Veil.module.css';

const resume = () => desk().pause(false);

/** Covers the bench while the rater rests. Its keys mean nothing until they go on. */
export function Veil() {
  const t = useText(queuePagesText);
  const isSaved = useRate(({ unsaved, trouble }) => unsaved === 0 && trouble === null);
  const button = useRef<HTMLButtonElement>(null);
  useKeys({
    scope: 'rate',
    exclusive: true,
    handlers: { pause: resume, escape: resume, submit: resume },
  });
  useEffect(() => {
    const before = document.activeElement;
    button.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <section className={classes.veil} aria-label={t.paused}>
      <h1 className={classes.title}>{t.paused}</h1>
      <p className={classes.text}>{isSaved ? t.pausedText : t.pausedUnsaved}</p>
      <button ref={button} type="button" className={classes.button} onClick={resume}>
        {t.goOn}
        <KeyCap keys={capFor('submit')} decorative />
      </button>
    </section>
  );
}
