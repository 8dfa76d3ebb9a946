import { useState } from 'react';
import { ok } from '../../../shared/contract/result.ts';
import { bridge } from '../../bridge.ts';
import { useKeys } from '../../keys/useKeys.ts';
import { useApp } from '../../store/app.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { ThemeButton } from '../../ui/frame/ThemeButton.tsx';
import { useAction } from '../../ui/useCall.ts';
import { type Choice, Choices } from './Choices.tsx';
import { NewProject } from './NewProject.tsx';
import { RecentProjects } from './RecentProjects.tsx';
import classes from './StartScreen.module.css';
import { openDropped, useDrop } from './useDrop.ts';

async function pickAndOpen() {
  const picked = await bridge.call('pick.project', {});
  if (!picked.ok || picked.value === null) return picked.ok ? ok(null) : picked;
  return useApp.getState().openProject(picked.value.file);
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
  const recents = useApp((state) => state.recents);
  const launchFailure = useApp((state) => state.openFailure);
  const version = useApp((state) => state.version);
  const [naming, setNaming] = useState(false);
  const ways = useWaysIn();
  const { over, handlers } = useDrop(ways.dropped);
  const startNew = () => setNaming(true);
  useKeys({
    scope: 'start',
    handlers: { 'start.open': ways.open, 'start.new': startNew, 'start.sample': ways.sample },
  });
  const error = ways.error ?? launchFailure;
  const first = recents.length === 0;
  const sample: Choice = {
    name: 'Try the sample project',
    text: 'Real conversations, several raters, nothing to prepare. Two minutes show the whole job.',
    keys: 'T',
    onChoose: ways.sample,
  };
  const own: Choice[] = [
    {
      name: 'New project',
      text: 'A name, a place, and a rubric if you have one.',
      keys: 'N',
      onChoose: startNew,
    },
    {
      name: 'Open a project…',
      text: 'A .touchstone file; or drop one here.',
      keys: 'O',
      onChoose: ways.open,
    },
  ];
  return (
    <main className={over ? `${classes.screen} ${classes.over}` : classes.screen} {...handlers}>
      <div className={classes.column}>
        <h1 className={classes.title}>Touchstone</h1>
        <p className={classes.lead}>
          Judge a language model’s answers by keyboard, see how far the raters agree, and export what a
          trainer accepts. Nothing leaves this machine.
        </p>
        {error ? (
          <div className={classes.part}>
            <ErrorNote error={error} />
          </div>
        ) : null}
        {first ? null : (
          <section className={classes.part}>
            <h2 className={classes.partTitle}>Go on with</h2>
            <RecentProjects recents={recents} disabled={ways.busy} onOpen={ways.openRecent} />
          </section>
        )}
        <section className={classes.part}>
          {naming ? (
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
          <span>{ways.busy ? 'Opening…' : `Version ${version}`}</span>
          <ThemeButton />
        </footer>
      </div>
    </main>
  );
}
