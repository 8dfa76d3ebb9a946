import type * as Plot from '@observablehq/plot';
import { type ReactNode, useEffect, useRef } from 'react';
import { textNow, useText } from '../catalogue/area.ts';
import { controlsText } from '../catalogue/controls.ts';
import { styleNonce } from './nonce.ts';
import { PlotActions } from './PlotActions.tsx';
import classes from './PlotFigure.module.css';

interface PlotFigureProps {
  caption: string;
  /** What the plot shows, in a sentence, for those who do not see it. */
  description: string;
  /** Builds the plot; keep it stable with useCallback. Colours as `var(--accent)`. */
  draw: (plot: typeof Plot) => Plot.PlotOptions;
  /** The same numbers as a table. */
  table: ReactNode;
}

/** One picture with one description: Plot names groups that have no role, which names may not be given to. */
function asPicture(drawn: Element, description: string): void {
  drawn.setAttribute('role', 'img');
  drawn.setAttribute('aria-label', description);
  for (const part of drawn.querySelectorAll('[aria-label], [aria-description]')) {
    part.removeAttribute('aria-label');
    part.removeAttribute('aria-description');
  }
}

/** A plot with its numbers behind it. The plotting library is loaded when the first one is shown. */
export function PlotFigure({ caption, description, draw, table }: PlotFigureProps) {
  const t = useText(controlsText);
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let stale = false;
    import('@observablehq/plot').then(
      (plot) => {
        if (stale || !holder.current) return;
        const drawn = plot.plot(draw(plot));
        for (const style of drawn.querySelectorAll('style')) style.nonce = styleNonce();
        asPicture(drawn, description);
        holder.current.replaceChildren(drawn);
      },
      (reason: unknown) => holder.current?.replaceChildren(textNow(controlsText).notDrawn(String(reason))),
    );
    return () => {
      stale = true;
    };
  }, [draw, description]);
  return (
    <figure className={classes.figure} aria-label={caption}>
      <figcaption className={classes.caption}>{caption}</figcaption>
      <div ref={holder} className={classes.plot} />
      <details className={classes.data}>
        <summary>{t.numbers}</summary>
        {table}
        <PlotActions caption={caption} holder={holder} />
      </details>
    </figure>
  );
}
