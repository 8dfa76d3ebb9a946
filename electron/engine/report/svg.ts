import { html, type Markup, type Piece } from './markup.ts';

/** The colours of the plots: ink on paper, one blue for what is measured. */
export const INK = '#1b1e23';
export const SOFT = '#565c65';
export const RULE = '#c9c9c2';
export const BLUE = '#1f4a8c';
export const AMBER = '#7d5100';

/** A place of a drawing, to a tenth of a pixel. */
export const at = (value: number): string => String(Math.round(value * 10) / 10);

/** About how wide a text is, pixels. */
export const widthOf = (text: string, size = 12): number => text.length * size * 0.56;

export const drawing = (width: number, height: number, label: string, parts: readonly Piece[]): Markup =>
  html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${at(width)} ${at(height)}" width="${at(width)}" height="${at(height)}" role="img" aria-label="${label}">
${parts}
</svg>`;

interface Words {
  anchor?: 'start' | 'middle' | 'end';
  size?: number;
  fill?: string;
  strong?: boolean;
  /** Degrees. */
  turn?: number;
}

export const words = (
  x: number,
  y: number,
  text: Piece,
  { anchor = 'start', size = 12, fill = INK, strong, turn }: Words = {},
): Markup =>
  html`<text x="${at(x)}" y="${at(y)}" text-anchor="${anchor}" font-size="${size}" fill="${fill}"${strong ? html` font-weight="600"` : null}${
    turn === undefined ? null : html` transform="rotate(${turn} ${at(x)} ${at(y)})"`
  }>${text}</text>
`;

interface Stroke {
  stroke?: string;
  width?: number;
  dash?: string;
}

export const line = (
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  { stroke = RULE, width = 1, dash }: Stroke = {},
): Markup =>
  html`<line x1="${at(x1)}" y1="${at(y1)}" x2="${at(x2)}" y2="${at(y2)}" stroke="${stroke}" stroke-width="${width}"${
    dash === undefined ? null : html` stroke-dasharray="${dash}"`
  }/>
`;

export const box = (x: number, y: number, width: number, height: number, fill: string, opacity = 1): Markup =>
  html`<rect x="${at(x)}" y="${at(y)}" width="${at(width)}" height="${at(height)}" fill="${fill}"${
    opacity === 1 ? null : html` fill-opacity="${Math.round(opacity * 1000) / 1000}"`
  }/>
`;

export const dot = (x: number, y: number, r = 4.5, fill = BLUE): Markup =>
  html`<circle cx="${at(x)}" cy="${at(y)}" r="${r}" fill="${fill}"/>
`;

export const path = (
  points: readonly (readonly [number, number])[],
  { stroke = BLUE, width = 1.5 }: Stroke = {},
): Markup =>
  html`<path d="${points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${at(x)} ${at(y)}`).join('')}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linejoin="round"/>
`;

/** The text cut so that it fits. */
export const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
