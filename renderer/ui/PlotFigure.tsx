import type * as Plot from '@observablehq/plot';
import { type ReactNode, useEffect, useRef } from 'react';
import { textNow, useText } from '../catalogue/area.ts';
import { controlsText } from '../catalogue/controls.ts';
import { styleNonce } from './nonce.ts';
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

/** A plot with its numbers behind it. The plotting library is loaded when the first one is shown. */
export function PlotFigure({ caption, description, draw, table }: PlotFigureProps) {
  const t = useText(controlsText);
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let stale = false;
    import('@observablehq/plot').then(
      (plot) => {
        if (stale || !holder.current) return;
        const drawn = plot.plot({ ...draw(plot), ariaDescription: description });
        for (const style of drawn.querySelectorAll('style')) style.nonce = styleNonce();
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
      </details>
    </figure>
  );
}
