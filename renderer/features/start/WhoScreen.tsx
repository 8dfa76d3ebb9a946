import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useText } from '../../catalogue/area.ts';
import type { LanguageChoice } from '../../catalogue/language.ts';
import { peopleText } from '../../catalogue/people.ts';
import { useApp } from '../../store/app.ts';
import { offeredRater } from '../../store/routes.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { KeyCap } from '../../ui/KeyCap.tsx';
import { useAction } from '../../ui/useCall.ts';
import { namedAs } from './named-as.ts';
import { People } from './People.tsx';
import { useTypedName } from './useTypedName.ts';
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

/** Who is at the desk? Asked once a session; Enter takes the one who sat here last, and letters are a name. */
export function WhoScreen() {
  const t = useText(peopleText);
  const project = useApp((state) => state.project);
  // One at a time: a figure pressed while someone is let in may be the first of their PIN, and takes nobody else.
  const take = useAction(useApp((state) => state.choosePerson));
  const { raters, remembered } = useRaters();
  const [name, setName] = useState('');
  const isNamed = name.trim() !== '';
  const field = useRef<HTMLInputElement>(null);
  useTypedName(field, take.busy);
  const add = useAction(useApp((state) => state.addRater));
  const join = async (event: FormEvent) => {
    event.preventDefault();
    if (!isNamed) return;
    const rater = namedAs(raters, name) ?? (await add.run(name.trim()));
    if (rater) await take.run(rater);
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
        <People raters={raters} remembered={isNamed ? null : remembered} onTake={take.run} />
        <form className={classes.new} onSubmit={(event) => void join(event)}>
          <TextInput
            ref={field}
            label={raters.length === 0 ? t.yourName : t.someoneNew}
            description={t.aboutName}
            maxLength={80}
            autoFocus={raters.length === 0}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button
            type="submit"
            variant="default"
            disabled={!isNamed}
            loading={add.busy}
            rightSection={isNamed ? <KeyCap keys="Enter" decorative /> : null}
          >
            {t.begin}
          </Button>
        </form>
        {add.error ? <ErrorNote error={add.error} onDismiss={add.dismiss} /> : null}
        <Foot />
      </div>
    </main>
  );
}
