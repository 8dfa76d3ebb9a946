import { Button } from '@mantine/core';
import { type MouseEvent, type ReactNode, useState } from 'react';
import { copyText } from '../../ui/copy-text.ts';
import classes from './Agreement.module.css';
import { svgText } from './svg-text.ts';

/** What lies behind a plot: its numbers, and the drawing as SVG for the clipboard. */
export function PlotTable({ children }: { children: ReactNode }) {
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = (event: MouseEvent) => {
    const drawing = event.currentTarget.closest('figure')?.querySelector('svg');
    setCopied(drawing ? copyText(svgText(drawing)) : false);
  };
  return (
    <div className={classes.behind}>
      {children}
      <Button size="compact-sm" variant="subtle" onClick={copy}>
        Copy the plot as SVG
      </Button>
      <span aria-live="polite">{copied === null ? '' : copied ? 'Copied.' : 'It could not be copied.'}</span>
    </div>
  );
}
