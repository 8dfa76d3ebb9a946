import { Tabs } from '@mantine/core';
import { useEffect } from 'react';
import { useText } from '../../catalogue/area.ts';
import { auditText } from '../../catalogue/audit.ts';
import { useApp } from '../../store/app.ts';
import { Page } from '../../ui/Page.tsx';
import { LogPanel } from './LogPanel.tsx';
import { RecordPanel } from './RecordPanel.tsx';
import { SamplePanel } from './SamplePanel.tsx';
import type { AuditTab } from './state.ts';
import { useAudit } from './store.ts';

const TABS: readonly AuditTab[] = ['sample', 'record', 'log'];

const isTab = (value: string | null): value is AuditTab => TABS.some((tab) => tab === value);

/** The auditor's desk: a reproducible bias sample to decide on, the proof that the record is whole, and the record. */
export function AuditScreen() {
  const t = useText(auditText);
  const project = useApp((state) => state.project?.id ?? null);
  const { tab, enter, set } = useAudit();
  useEffect(() => {
    if (project !== null) enter(project);
  }, [project, enter]);
  const list = (
    <Tabs.List>
      {TABS.map((value) => (
        <Tabs.Tab key={value} value={value}>
          {t.tabs[value]}
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
      <Page wide title={t.title} actions={list}>
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
