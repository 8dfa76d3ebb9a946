import { Button } from '@mantine/core';
import { type RefObject, useState } from 'react';
import { useText } from '../catalogue/area.ts';
import { plotsText } from '../catalogue/plots.ts';
import { copyText } from './copy-text.ts';
import classes from './PlotFigure.module.css';
import { pngOf, svgText } from './plot-svg.ts';
import { fileNameOf, saveBlob } from './save-blob.ts';

interface PlotActionsProps {
  caption: string;
  /** Where the plot is drawn. */
  holder: RefObject<HTMLElement | null>;
}

/** The drawing to take along: as SVG on the clipboard, as an SVG file, as a picture. */
export function PlotActions({ caption, holder }: PlotActionsProps) {
  const t = useText(plotsText);
  const [said, setSaid] = useState('');
  const withDrawing = (use: (drawing: SVGSVGElement) => void) => () => {
    const drawing = holder.current?.querySelector('svg');
    if (drawing) use(drawing);
  };
  const copy = withDrawing((drawing) => setSaid(copyText(svgText(drawing)) ? t.copied : t.notCopied));
  const saveSvg = withDrawing((drawing) =>
    saveBlob(new Blob([svgText(drawing)], { type: 'image/svg+xml' }), fileNameOf(caption, 'svg')),
  );
  const savePng = withDrawing((drawing) => {
    void pngOf(drawing).then((picture) => picture && saveBlob(picture, fileNameOf(caption, 'png')));
  });
  return (
    <div className={classes.actions}>
      <Button size="compact-sm" variant="subtle" onClick={copy}>
        {t.copySvg}
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={saveSvg}>
        {t.saveSvg}
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={savePng}>
        {t.savePng}
      </Button>
      <span aria-live="polite">{said}</span>
    </div>
  );
}
