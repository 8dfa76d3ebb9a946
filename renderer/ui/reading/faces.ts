import type { Preferences } from '../../../shared/contract/window.ts';

export type Face = Preferences['textFont'];

interface FaceFiles {
  family: string;
  /** Fetches the face; nothing where the window has it anyway. */
  fetch?: () => Promise<unknown>;
}

/** The faces that transcripts can be set in. Those that are seldom chosen are fetched when they are. */
export const FACES: Readonly<Record<Face, FaceFiles>> = {
  serif: { family: 'var(--font-text)' },
  sans: { family: 'var(--font-ui)' },
  legible: {
    family: '"Atkinson Hyperlegible Next Variable", var(--font-ui)',
    fetch: () =>
      Promise.all([
        import('@fontsource-variable/atkinson-hyperlegible-next/wght.css'),
        import('@fontsource-variable/atkinson-hyperlegible-next/wght-italic.css'),
      ]),
  },
  dyslexic: {
    family: '"Lexend Variable", var(--font-ui)',
    fetch: () => import('@fontsource-variable/lexend/wght.css'),
  },
};

export const FACE_NAMES = ['serif', 'sans', 'legible', 'dyslexic'] as const satisfies readonly Face[];
