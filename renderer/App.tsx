import { type ComponentType, Suspense, useEffect, useLayoutEffect } from 'react';
import { RateBar } from './features/rate/RateBar.tsx';
import { RateScreen } from './features/rate/RateScreen.tsx';
import { useApp } from './store/app.ts';
import type { Section } from './store/routes.ts';
import { Frame } from './ui/frame/Frame.tsx';
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
  sample: lazily(async () => (await import('./features/sample/SampleScreen.tsx')).SampleScreen),
  agreement: lazily(async () => (await import('./features/agreement/AgreementScreen.tsx')).AgreementScreen),
  export: lazily(async () => (await import('./features/export/ExportScreen.tsx')).ExportScreen),
  audit: lazily(async () => (await import('./features/audit/AuditScreen.tsx')).AuditScreen),
};
const StartScreen = lazily(async () => (await import('./features/start/StartScreen.tsx')).StartScreen);
const WhoScreen = lazily(async () => (await import('./features/start/WhoScreen.tsx')).WhoScreen);

/** The window carries the project's name. */
function useWindowTitle(): void {
  const name = useApp((state) => state.project?.name);
  useEffect(() => {
    document.title = name ? `${name} – Touchstone` : 'Touchstone';
  }, [name]);
}

function Desk() {
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
