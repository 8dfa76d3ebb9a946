import { type CSSProperties, useEffect, useMemo } from 'react';
import { useApp } from '../../store/app.ts';
import { FACES } from './faces.ts';

/** How transcripts look, as the person chose, for the element they stand in; fetches the face where it has to be. */
export function useReadingStyle(): CSSProperties {
  const size = useApp(({ preferences }) => preferences.textSize);
  const font = useApp(({ preferences }) => preferences.textFont);
  const width = useApp(({ preferences }) => preferences.textWidth);
  const spacing = useApp(({ preferences }) => preferences.textSpacing);
  useEffect(() => void FACES[font].fetch?.(), [font]);
  return useMemo(
    () => ({
      '--reading': `${size}px`,
      '--font-reading': FACES[font].family,
      '--measure': `${width}ch`,
      '--columns': String(width),
      '--reading-line': String(spacing / 100),
    }),
    [size, font, width, spacing],
  );
}
