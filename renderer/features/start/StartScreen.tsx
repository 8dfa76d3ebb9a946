import { useState } from 'react';
import { ok } from '../../../shared/contract/result.ts';
import { bridge } from '../../bridge.ts';
import { useText } from '../../catalogue/area.ts';
import { startText } from '../../catalogue/start.ts';
import { capFor } from '../../keys/labels.ts';
import { useKeys } from '../../keys/useKeys.ts';
import { useApp } from '../../store/app.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { ThemeButton } from '../../ui/frame/ThemeButton.tsx';
import { useAction } from '../../ui/useCall.ts';
import { useDropping } from '../../ui/useDropping.ts';
import { type Choice, Choices } from './Choices.tsx';
import { NewProject } from './NewProject.tsx';
import { openDropped } from './open-dropped.ts';
import { PacketDoor } from './PacketDoor.tsx';
import { openFile, usePacket } from './packet.ts';
import { RecentProjects } from './RecentProjects.tsx';
import classes from './StartScreen.module.css';

async function pickAndOpen() {
  const picked = await bridge.call('pick.project', {});
  if (!picked.ok || picked.value === null) return picked.ok ? ok(null) : picked;
  return openFile(picked.value);
}

/** The ways in: everything that opens or makes a project, with what went wrong the last time. */
function useWaysIn() {
  const open = useAction(pickAndOpen);
  const openRecent = useAction((file: string) => useApp.getState().openProject(file));
  const sample = useAction(() => useApp.getState().createSample());
  const dropped = useAction(openDropped);
  const all = [open, openRecent, sample, dropped];
  return {
    open: () => void open.run(),
    openRecent: (file: string) => void openRecent.run(file),
    sample: () => void sample.run(),
    dropped: (files: File[]) => void dropped.run(files),
    busy: all.some(({ busy }) => busy),
    error: all.find(({ error }) => error)?.error ?? null,
  };
}

export function StartScreen() {
  const t = useText(startText);
  const recents = useApp((state) => state.recents);
  const launchFailure = useApp((state) => state.openFailure);
  const version = useApp((state) => state.version);
  const [naming, setNaming] = useState(false);
  const packet = usePacket((state) => state.packet);
  const ways = useWaysIn();
  const { over, handlers } = useDropping(false, ways.dropped);
  const startNew = () => setNaming(true);
  useKeys({
    scope: 'start',
    handlers: { 'start.open': ways.open, 'start.new': startNew, 'start.sample': ways.sample },
  });
  const error = ways.error ?? launchFailure;
  const first = recents.length === 0;
  const sample: Choice = {
    name: t.sample,
    text: t.sampleText,
    keys: capFor('start.sample'),
    onChoose: ways.sample,
  };
  const own: Choice[] = [
    {
      name: t.newProject,
      text: t.newText,
      keys: capFor('start.new'),
      onChoose: startNew,
    },
    {
      name: t.open,
      text: t.openText,
      keys: capFor('start.open'),
      onChoose: ways.open,
    },
  ];
  return (
    <main className={over ? `${classes.screen} ${classes.over}` : classes.screen} {...handlers}>
      <div className={classes.column}>
        <h1 className={classes.title}>Touchstone</h1>
        <p className={classes.lead}>{t.lead}</p>
        {error ? (
          <div className={classes.part}>
            <ErrorNote error={error} />
          </div>
        ) : null}
        {first ? null : (
          <section className={classes.part}>
            <h2 className={classes.partTitle}>{t.goOn}</h2>
            <RecentProjects recents={recents} disabled={ways.busy} onOpen={ways.openRecent} />
          </section>
        )}
        <section className={classes.part}>
          {packet ? (
            <PacketDoor packet={packet} />
          ) : naming ? (
            <NewProject onCancel={() => setNaming(false)} />
          ) : (
            <Choices
              choices={first ? [sample, ...own] : [...own, sample]}
              lead={first}
              disabled={ways.busy}
            />
          )}
        </section>
        <footer className={classes.foot}>
          <span>{ways.busy ? t.opening : t.version(version)}</span>
          <ThemeButton />
        </footer>
      </div>
    </main>
  );
}
