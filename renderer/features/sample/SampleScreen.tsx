import { Tabs } from '@mantine/core';
import { useEffect } from 'react';
import { useText } from '../../catalogue/area.ts';
import { sampleText } from '../../catalogue/sample.ts';
import { useApp } from '../../store/app.ts';
import { Page } from '../../ui/Page.tsx';
import { AssignPanel } from './AssignPanel.tsx';
import { DrawPanel } from './DrawPanel.tsx';
import { EmptySample } from './EmptySample.tsx';
import { LeadButtons } from './LeadButtons.tsx';
import { useSample } from './store.ts';

const isStep = (value: string | null): value is 'draw' | 'assign' => value === 'draw' || value === 'assign';

/** Which answers are judged, and by whom: a reproducible draw, then a balanced plan of the work. */
export function SampleScreen() {
  const t = useText(sampleText);
  const project = useApp((state) => state.project);
  const { step, enter, set } = useSample();
  const id = project?.id ?? null;
  useEffect(() => {
    if (id !== null) enter(id);
  }, [id, enter]);
  if (!project) return null;
  const list = (
    <Tabs.List>
      <Tabs.Tab value="draw">{t.steps.draw}</Tabs.Tab>
      <Tabs.Tab value="assign">{t.steps.assign}</Tabs.Tab>
    </Tabs.List>
  );
  const empty = project.counts.answers === 0;
  return (
    <Tabs
      value={step}
      onChange={(value) => isStep(value) && set({ step: value })}
      keepMounted={false}
      styles={{ root: { height: '100%' } }}
    >
      <Page
        wide
        title={t.title}
        lead={t.lead}
        actions={
          <>
            {empty ? null : list}
            <LeadButtons />
          </>
        }
      >
        {empty ? (
          <EmptySample />
        ) : (
          <>
            <Tabs.Panel value="draw">
              <DrawPanel />
            </Tabs.Panel>
            <Tabs.Panel value="assign">
              <AssignPanel />
            </Tabs.Panel>
          </>
        )}
      </Page>
    </Tabs>
  );
}
