import { MantineProvider } from '@mantine/core';
import { type ComponentType, lazy, Suspense } from 'react';
import { RateBar } from './features/rate/RateBar.tsx';
import { RateScreen } from './features/rate/RateScreen.tsx';
import { StartScreen } from './features/start/StartScreen.tsx';
import { WhoScreen } from './features/start/WhoScreen.tsx';
import { useApp } from './store/app.ts';
import type { Section } from './store/routes.ts';
import { Frame } from './ui/frame/Frame.tsx';
import { ProjectTabs } from './ui/frame/ProjectTabs.tsx';
import { useScheme } from './ui/frame/useScheme.ts';
import { styleNonce } from './ui/nonce.ts';
import { cssVariables, theme } from './ui/theme.ts';

/** Start and Rate are there at once; the other screens are fetched when first shown. */
const SCREENS: Record<Section, ComponentType> = {
  rate: RateScreen,
  import: lazy(async () => ({ default: (await import('./features/import/ImportScreen.tsx')).ImportScreen })),
  sample: lazy(async () => ({ default: (await import('./features/sample/SampleScreen.tsx')).SampleScreen })),
  agreement: lazy(async () => ({
    default: (await import('./features/agreement/AgreementScreen.tsx')).AgreementScreen,
  })),
  export: lazy(async () => ({ default: (await import('./features/export/ExportScreen.tsx')).ExportScreen })),
  audit: lazy(async () => ({ default: (await import('./features/audit/AuditScreen.tsx')).AuditScreen })),
};

function Desk() {
  const started = useApp((state) => state.started);
  const project = useApp((state) => state.project?.id);
  const person = useApp((state) => state.person?.id);
  const route = useApp((state) => state.route);
  if (!project || route === 'start') return started ? <StartScreen /> : null;
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
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      getStyleNonce={styleNonce}
      forceColorScheme={useScheme()}
    >
      <Desk />
    </MantineProvider>
  );
}
