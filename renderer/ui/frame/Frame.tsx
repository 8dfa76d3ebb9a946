import { type ReactNode, Suspense } from 'react';
import { useKeys } from '../../keys/useKeys.ts';
import { useApp } from '../../store/app.ts';
import { isPanel } from '../../store/overlay.ts';
import { SECTIONS } from '../../store/routes.ts';
import { lazily } from '../lazily.tsx';
import { stepped } from '../reading/choices.ts';
import { EngineBanner } from './EngineBanner.tsx';
import classes from './Frame.module.css';
import { Opening } from './Opening.tsx';
import { TopBar } from './TopBar.tsx';

const OpeningBanner = lazily(async () => (await import('./OpeningBanner.tsx')).OpeningBanner);
const OverlayHost = lazily(async () => (await import('./OverlayHost.tsx')).OverlayHost);

interface FrameProps {
  bar: ReactNode;
  children: ReactNode;
}

/** Makes the reading text of transcripts larger or smaller, pixel by pixel. */
function resize(by: 1 | -1): void {
  const { preferences, remember } = useApp.getState();
  remember({ textSize: stepped('textSize', preferences.textSize, by) });
}

function useFrameKeys() {
  const { navigate, showOverlay, remember, leaveDesk, closeProject } = useApp.getState();
  const sections = Object.fromEntries(SECTIONS.map((section) => [`go.${section}`, () => navigate(section)]));
  useKeys({
    scope: 'frame',
    handlers: {
      ...sections,
      help: () => showOverlay('help'),
      commands: () => showOverlay('commands'),
      keys: () => showOverlay('keys'),
      settings: () => showOverlay('settings'),
      marks: () => showOverlay('marks'),
      trainer: () => showOverlay('trainer'),
      profile: () => showOverlay('profile'),
      'theme.light': () => remember({ theme: 'light' }),
      'theme.dark': () => remember({ theme: 'dark' }),
      'theme.system': () => remember({ theme: 'system' }),
      'language.en': () => remember({ language: 'en' }),
      'language.de': () => remember({ language: 'de' }),
      'language.system': () => remember({ language: 'system' }),
      person: () => void leaveDesk(),
      close: () => void closeProject(),
      'reading.looks': () => showOverlay('reading'),
      'reading.larger': () => resize(1),
      'reading.smaller': () => resize(-1),
    },
  });
}

/** What every screen of a project stands in: the bar, word of the engine, and what floats above. */
export function Frame({ bar, children }: FrameProps) {
  useFrameKeys();
  const overlay = useApp((state) => state.overlay);
  const news = useApp((state) => state.openFailure !== null || state.notices.length > 0);
  return (
    <div className={classes.frame}>
      <TopBar>{bar}</TopBar>
      <EngineBanner />
      {news ? (
        <Suspense fallback={null}>
          <OpeningBanner />
        </Suspense>
      ) : null}
      <div className={classes.body}>{children}</div>
      {overlay && !isPanel(overlay) ? (
        <Suspense fallback={<Opening />}>
          <OverlayHost overlay={overlay} />
        </Suspense>
      ) : null}
    </div>
  );
}
