import { lazy, type ReactNode, Suspense } from 'react';
import { useKeys } from '../../keys/useKeys.ts';
import { useApp } from '../../store/app.ts';
import { SECTIONS } from '../../store/routes.ts';
import { EngineBanner } from './EngineBanner.tsx';
import classes from './Frame.module.css';
import { nextTheme } from './ThemeButton.tsx';
import { TopBar } from './TopBar.tsx';

const OverlayHost = lazy(async () => ({ default: (await import('./OverlayHost.tsx')).OverlayHost }));

interface FrameProps {
  bar: ReactNode;
  children: ReactNode;
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
      theme: () => remember({ theme: nextTheme(useApp.getState().preferences.theme) }),
      person: () => void leaveDesk(),
      close: () => void closeProject(),
    },
  });
}

/** What every screen of a project stands in: the bar, word of the engine, and what floats above. */
export function Frame({ bar, children }: FrameProps) {
  useFrameKeys();
  const overlay = useApp((state) => state.overlay);
  return (
    <div className={classes.frame}>
      <TopBar>{bar}</TopBar>
      <EngineBanner />
      <div className={classes.body}>{children}</div>
      {overlay ? (
        <Suspense fallback={null}>
          <OverlayHost overlay={overlay} />
        </Suspense>
      ) : null}
    </div>
  );
}
