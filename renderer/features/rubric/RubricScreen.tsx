import { Tabs } from '@mantine/core';
import { useEffect } from 'react';
import { useText } from '../../catalogue/area.ts';
import { rubricText } from '../../catalogue/rubric.ts';
import { useApp } from '../../store/app.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Page } from '../../ui/Page.tsx';
import { useCall } from '../../ui/useCall.ts';
import { AgainPanel } from './again/AgainPanel.tsx';
import { Editor } from './editor/Editor.tsx';
import { useEditor } from './editor/store.ts';
import { InForce } from './InForce.tsx';
import { StartMenu } from './StartMenu.tsx';
import { type RubricTab, useRubricScreen } from './store.ts';
import { VersionsPanel } from './versions/VersionsPanel.tsx';

const TABS = ['inForce', 'versions', 'again'] as const satisfies readonly RubricTab[];
const isTab = (value: string | null): value is RubricTab => TABS.some((tab) => tab === value);

function useEntering(): void {
  const project = useApp((state) => state.project?.id ?? null);
  const enter = useRubricScreen((state) => state.enter);
  useEffect(() => {
    const { enter: enterEditor, keep } = useEditor.getState();
    if (project !== null) enter(project);
    enterEditor();
    return () => void keep();
  }, [project, enter]);
}

/** What raters are asked: the rubric in force, its versions, and the ratings that a change has made again. */
export function RubricScreen() {
  const t = useText(rubricText);
  const { tab, set } = useRubricScreen();
  const isEditing = useEditor(({ history }) => history !== null);
  const read = useCall('rubric.read', {});
  useEntering();
  const { value } = read;
  const reload = () => void read.reload();
  if (isEditing && value) return <Editor versions={value.versions} onDone={reload} />;
  return (
    <Tabs
      value={tab}
      onChange={(chosen) => isTab(chosen) && set({ tab: chosen })}
      keepMounted={false}
      styles={{ root: { height: '100%' } }}
    >
      <Page wide title={t.title} lead={t.lead} actions={value ? <StartMenu read={value} /> : null}>
        {read.error ? <ErrorNote error={read.error} onRetry={reload} /> : null}
        {value ? (
          <>
            <Tabs.List mb="lg">
              {TABS.map((name) => (
                <Tabs.Tab key={name} value={name}>
                  {t[name]}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            <Tabs.Panel value="inForce">
              <InForce read={value} />
            </Tabs.Panel>
            <Tabs.Panel value="versions">
              <VersionsPanel versions={value.versions} />
            </Tabs.Panel>
            <Tabs.Panel value="again">
              <AgainPanel requests={value.requests} versions={value.versions} onChange={reload} />
            </Tabs.Panel>
          </>
        ) : null}
      </Page>
    </Tabs>
  );
}
