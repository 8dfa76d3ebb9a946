import { type ComponentType, Suspense, useEffect, useLayoutEffect } from 'react';
import { RateBar } from './features/rate/RateBar.tsx';
import { RateScreen } from './features/rate/RateScreen.tsx';
import { useApp } from './store/app.ts';
import { isPanel, type PanelOverlay } from './store/overlay.ts';
import type { Section } from './store/routes.ts';
import { Frame } from './ui/frame/Frame.tsx';
import { Opening } from './ui/frame/Opening.tsx';
import { ProjectTabs } from './ui/frame/ProjectTabs.tsx';
import { useScheme } from './ui/frame/useScheme.ts';
import { lazily } from './ui/lazily.tsx';

/** Rate is there at once; the other screens are fetched when first shown. */
const SCREENS: Record<Section, ComponentType> = {
  rate: RateScreen,
  import: lazily(async () => (await import('./features/import/ImportScreen.tsx')).ImportScreen),
  survey: lazily(async () => (await import('./features/survey/SurveyScreen.tsx')).SurveyScreen),
  transcripts: lazily(
    async () => (await import('./features/transcripts/TranscriptsScreen.tsx')).TranscriptsScreen,
  ),
  rubric: lazily(async () => (await import('./features/rubric/RubricScreen.tsx')).RubricScreen),
  sample: lazily(async () => (await import('./features/sample/SampleScreen.tsx')).SampleScreen),
  agreement: lazily(async () => (await import('./features/agreement/AgreementScreen.tsx')).AgreementScreen),
  adjudicate: lazily(
    async () => (await import('./features/adjudicate/AdjudicateScreen.tsx')).AdjudicateScreen,
  ),
  export: lazily(async () => (await import('./features/export/ExportScreen.tsx')).ExportScreen),
  exchange: lazily(async () => (await import('./features/exchange/ExchangeScreen.tsx')).ExchangeScreen),
  audit: lazily(async () => (await import('./features/audit/AuditScreen.tsx')).AuditScreen),
};
const StartScreen = lazily(async () => (await import('./features/start/StartScreen.tsx')).StartScreen);
const WhoScreen = lazily(async () => (await import('./features/start/WhoScreen.tsx')).WhoScreen);

/** What floats above any screen; practising takes its place. */
const PANELS: Record<PanelOverlay, ComponentType> = {
  keys: lazily(async () => (await import('./features/keys/KeysPanel.tsx')).KeysPanel),
  profile: lazily(async () => (await import('./features/profile/PinPanel.tsx')).PinPanel),
  settings: lazily(async () => (await import('./features/settings/SettingsPanel.tsx')).SettingsPanel),
  marks: lazily(async () => (await import('./features/marks/MarksPanel.tsx')).MarksPanel),
  trainer: lazily(async () => (await import('./features/trainer/TrainerScreen.tsx')).TrainerScreen),
};

/** The window carries the project's name. */
function useWindowTitle(): void {
  const name = useApp((state) => state.project?.name);
  useEffect(() => {
    document.title = name ? `${name} – Touchstone` : 'Touchstone';
  }, [name]);
}

function Screens() {
  const started = useApp((state) => state.started);
  const project = useApp((state) => state.project?.id);
  const person = useApp((state) => state.person?.id);
  const route = useApp((state) => state.route);
  useWindowTitle();
  if (!started) return null;
  if (!project || route === 'start') return <StartScreen />;
  if (!person) return <WhoScreen />;
  const Screen = SCREENS[route];
  return (
    <Frame bar={route === 'rate' ? <RateBar /> : <ProjectTabs />}>
      <Suspense fallback={null}>
        <Screen key={project} />
      </Suspense>
    </Frame>
  );
}

function Desk() {
  const overlay = useApp((state) => state.overlay);
  const Panel = isPanel(overlay) ? PANELS[overlay] : null;
  return (
    <>
      {overlay === 'trainer' ? null : <Screens />}
      {Panel ? (
        <Suspense fallback={<Opening />}>
          <Panel />
        </Suspense>
      ) : null}
    </>
  );
}

export function App() {
  const scheme = useScheme();
  useLayoutEffect(() => {
    document.documentElement.dataset.mantineColorScheme = scheme;
  }, [scheme]);
  return (
    <Suspense fallback={null}>
      <Desk />
    </Suspense>
  );
}
