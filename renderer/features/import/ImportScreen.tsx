import { Tabs } from '@mantine/core';
import { useEffect } from 'react';
import { useApp } from '../../store/app.ts';
import { count } from '../../ui/format.ts';
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
  const project = useApp((state) => state.project?.id ?? null);
  const quarantined = useApp((state) => state.project?.counts.quarantined ?? 0);
  const { part, enter, show } = useImport();
  useEffect(() => {
    if (project !== null) enter(project);
  }, [project, enter]);
  const list = (
    <Tabs.List>
      <Tabs.Tab value="new">New import</Tabs.Tab>
      <Tabs.Tab value="rejected">
        {quarantined === 0 ? 'Not readable' : `Not readable (${count(quarantined)})`}
      </Tabs.Tab>
      <Tabs.Tab value="past">Past imports</Tabs.Tab>
    </Tabs.List>
  );
  return (
    <Tabs
      value={part}
      onChange={(value) => isPart(value) && show(value)}
      keepMounted={false}
      styles={{ root: { height: '100%' } }}
    >
      <Page
        wide
        title="Import"
        lead="Every record comes in, is known already, or is kept aside with the reason."
        actions={list}
      >
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
