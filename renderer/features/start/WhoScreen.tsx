import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useText } from '../../catalogue/area.ts';
import type { LanguageChoice } from '../../catalogue/language.ts';
import { peopleText } from '../../catalogue/people.ts';
import { useApp } from '../../store/app.ts';
import { offeredRater } from '../../store/routes.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useAction } from '../../ui/useCall.ts';
import { People } from './People.tsx';
import classes from './WhoScreen.module.css';

const CHOICES: readonly LanguageChoice[] = ['system', 'en', 'de'];

/** The raters of the project, the one who sat here last first. */
function useRaters() {
  const project = useApp((state) => state.project);
  const preferences = useApp((state) => state.preferences);
  if (!project) return { raters: [], remembered: null };
  const remembered = offeredRater(project, preferences);
  const others = project.raters.filter(({ id }) => id !== remembered?.id);
  return { raters: remembered ? [remembered, ...others] : others, remembered };
}

/** The language of the window, and what can be done before sitting down. */
function Foot() {
  const t = useText(peopleText);
  const language = useApp((state) => state.preferences.language);
  const { closeProject, showOverlay, remember } = useApp.getState();
  return (
    <div className={classes.foot}>
      <SegmentedControl
        size="xs"
        aria-label={t.language}
        value={language}
        data={CHOICES.map((value) => ({ value, label: t.languages[value] }))}
        onChange={(value) => remember({ language: CHOICES.find((one) => one === value) ?? 'system' })}
      />
      <span className={classes.links}>
        <Button variant="transparent" size="xs" px={0} onClick={() => showOverlay('trainer')}>
          {t.practise}
        </Button>
        <Button variant="transparent" size="xs" px={0} onClick={() => showOverlay('profile')}>
          {t.pins}
        </Button>
        <Button variant="transparent" size="xs" px={0} onClick={() => void closeProject()}>
          {t.back}
        </Button>
      </span>
    </div>
  );
}

/** Who is at the desk? Asked once a session; Enter takes the one who sat here last. */
export function WhoScreen() {
  const t = useText(peopleText);
  const project = useApp((state) => state.project);
  const choose = useApp((state) => state.choosePerson);
  const { raters, remembered } = useRaters();
  const [name, setName] = useState('');
  const add = useAction(useApp((state) => state.addRater));
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
        <h1 className={classes.title}>{t.who}</h1>
        {project && project.notices.length > 0 ? (
          <ul className={classes.notices}>
            {project.notices.map((notice) => (
              <li key={notice}>{notice}</li>
            ))}
          </ul>
        ) : null}
        <People raters={raters} remembered={remembered} />
        <form className={classes.new} onSubmit={(event) => void join(event)}>
          <TextInput
            label={raters.length === 0 ? t.yourName : t.someoneNew}
            description={t.aboutName}
            maxLength={80}
            autoFocus={raters.length === 0}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={name.trim() === ''} loading={add.busy}>
            {t.begin}
          </Button>
        </form>
        {add.error ? <ErrorNote error={add.error} onDismiss={add.dismiss} /> : null}
        <Foot />
      </div>
    </main>
  );
}
