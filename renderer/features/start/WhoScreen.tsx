import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useKeys } from '../../keys/useKeys.ts';
import { useApp } from '../../store/app.ts';
import { offeredRater } from '../../store/routes.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { focusOnMount } from '../../ui/focus.ts';
import { KeyCap } from '../../ui/KeyCap.tsx';
import { useAction } from '../../ui/useCall.ts';
import classes from './WhoScreen.module.css';

/** The raters of the project, the one who sat here last first. */
function useRaters() {
  const project = useApp((state) => state.project);
  const preferences = useApp((state) => state.preferences);
  if (!project) return { raters: [], remembered: null };
  const remembered = offeredRater(project, preferences);
  const others = project.raters.filter(({ id }) => id !== remembered?.id);
  return { raters: remembered ? [remembered, ...others] : others, remembered };
}

/** Who is at the desk? Asked once a session; Enter takes the one who sat here last. */
export function WhoScreen() {
  const project = useApp((state) => state.project);
  const choose = useApp((state) => state.choosePerson);
  const close = useApp((state) => state.closeProject);
  const { raters, remembered } = useRaters();
  const [name, setName] = useState('');
  const add = useAction(useApp((state) => state.addRater));
  useKeys({
    scope: 'start',
    handlers: {},
    plain: (code) => {
      const rater = /^Digit[1-9]$/.test(code) ? raters[Number(code.at(-1)) - 1] : undefined;
      return rater ? () => void choose(rater) : undefined;
    },
  });
  const join = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    const known = raters.find((rater) => rater.name === name.trim());
    const rater = known ?? (await add.run(name.trim()));
    if (rater) await choose(rater);
  };
  return (
    <main className={classes.screen}>
      <div className={classes.column}>
        <p className={classes.project}>{project?.name}</p>
        <h1 className={classes.title}>Who is at the desk?</h1>
        {project && project.notices.length > 0 ? (
          <ul className={classes.notices}>
            {project.notices.map((notice) => (
              <li key={notice}>{notice}</li>
            ))}
          </ul>
        ) : null}
        <ul className={classes.people}>
          {raters.map((rater, index) => (
            <li key={rater.id}>
              <button
                type="button"
                className={rater === remembered ? `${classes.person} ${classes.remembered}` : classes.person}
                ref={index === 0 ? focusOnMount : undefined}
                onClick={() => void choose(rater)}
              >
                <span>{rater.name}</span>
                <span className={classes.caps}>
                  {rater === remembered ? <KeyCap keys="Enter" decorative /> : null}
                  {index < 9 ? <KeyCap keys={String(index + 1)} decorative /> : null}
                </span>
              </button>
            </li>
          ))}
        </ul>
        <form className={classes.new} onSubmit={(event) => void join(event)}>
          <TextInput
            label={raters.length === 0 ? 'Your name' : 'Someone new'}
            description="Ratings are kept under this name; reports may show a pseudonym instead."
            maxLength={80}
            autoFocus={raters.length === 0}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={name.trim() === ''} loading={add.busy}>
            Begin
          </Button>
        </form>
        {add.error ? <ErrorNote error={add.error} onDismiss={add.dismiss} /> : null}
        <div className={classes.foot}>
          <Button variant="transparent" size="xs" px={0} onClick={() => void close()}>
            Back to start
          </Button>
        </div>
      </div>
    </main>
  );
}
