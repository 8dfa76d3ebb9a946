import { Tabs } from '@mantine/core';
import { useEffect } from 'react';
import { useApp } from '../../store/app.ts';
import { Page } from '../../ui/Page.tsx';
import { LogPanel } from './LogPanel.tsx';
import { RecordPanel } from './RecordPanel.tsx';
import { SamplePanel } from './SamplePanel.tsx';
import type { AuditTab } from './state.ts';
import { useAudit } from './store.ts';

const TABS: Record<AuditTab, string> = { sample: 'Bias sample', record: 'Record', log: 'Log' };

const isTab = (value: string | null): value is AuditTab => value !== null && Object.hasOwn(TABS, value);

/** The auditor's desk: a reproducible bias sample to decide on, the proof that the record is whole, and the record. */
export function AuditScreen() {
  const project = useApp((state) => state.project?.id ?? null);
  const { tab, enter, set } = useAudit();
  useEffect(() => {
    if (project !== null) enter(project);
  }, [project, enter]);
  const list = (
    <Tabs.List>
      {Object.entries(TABS).map(([value, title]) => (
        <Tabs.Tab key={value} value={value}>
          {title}
        </Tabs.Tab>
      ))}
    </Tabs.List>
  );
  return (
    <Tabs
      value={tab}
      onChange={(value) => isTab(value) && set({ tab: value })}
      keepMounted={false}
      styles={{ root: { height: '100%' } }}
    >
      <Page wide title="Audit" actions={list}>
        <Tabs.Panel value="sample">
          <SamplePanel />
        </Tabs.Panel>
        <Tabs.Panel value="record">
          <RecordPanel />
        </Tabs.Panel>
        <Tabs.Panel value="log">
          <LogPanel />
        </Tabs.Panel>
      </Page>
    </Tabs>
  );
}
