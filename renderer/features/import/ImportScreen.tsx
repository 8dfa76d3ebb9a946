import { Tabs } from '@mantine/core';
import { useEffect } from 'react';
import { useText } from '../../catalogue/area.ts';
import { importText } from '../../catalogue/import.ts';
import { useApp } from '../../store/app.ts';
import { Page } from '../../ui/Page.tsx';
import { NewImport } from './NewImport.tsx';
import { PastImports } from './PastImports.tsx';
import { QuarantineView } from './quarantine/QuarantineView.tsx';
import type { Part } from './state.ts';
import { useImport } from './store.ts';

const isPart = (value: string | null): value is Part =>
  value === 'new' || value === 'rejected' || value === 'past';

/** Transcripts and ratings in: what was found in each file, the import, and what could not be read. */
export function ImportScreen() {
  const t = useText(importText);
  const project = useApp((state) => state.project?.id ?? null);
  const quarantined = useApp((state) => state.project?.counts.quarantined ?? 0);
  const { part, enter, show } = useImport();
  useEffect(() => {
    if (project !== null) enter(project);
  }, [project, enter]);
  const list = (
    <Tabs.List>
      <Tabs.Tab value="new">{t.parts.new}</Tabs.Tab>
      <Tabs.Tab value="rejected">{t.parts.rejected(quarantined)}</Tabs.Tab>
      <Tabs.Tab value="past">{t.parts.past}</Tabs.Tab>
    </Tabs.List>
  );
  return (
    <Tabs
      value={part}
      onChange={(value) => isPart(value) && show(value)}
      keepMounted={false}
      styles={{ root: { height: '100%' } }}
    >
      <Page wide title={t.title} lead={t.lead} actions={list}>
        <Tabs.Panel value="new">
          <NewImport />
        </Tabs.Panel>
        <Tabs.Panel value="rejected">
          <QuarantineView />
        </Tabs.Panel>
        <Tabs.Panel value="past">
          <PastImports />
        </Tabs.Panel>
      </Page>
    </Tabs>
  );
}
