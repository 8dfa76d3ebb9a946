import { Menu } from '@mantine/core';
import { useText } from '../../catalogue/area.ts';
import type { LanguageChoice } from '../../catalogue/language.ts';
import { peopleText } from '../../catalogue/people.ts';
import { useApp } from '../../store/app.ts';
import { PersonButton } from './PersonButton.tsx';

const CHOICES: readonly LanguageChoice[] = ['system', 'en', 'de'];

/** What each person sets for themselves, and the ways to hand the desk to someone else, under the name of who sits there. */
export function PersonMenuList({ open }: { open: boolean }) {
  const t = useText(peopleText);
  const person = useApp((state) => state.person);
  const raters = useApp((state) => state.project?.raters);
  const language = useApp((state) => state.preferences.language);
  const { choosePerson, leaveDesk, closeProject, showOverlay, remember } = useApp.getState();
  const others = raters?.filter((rater) => rater.id !== person?.id).slice(0, 8) ?? [];
  return (
    <Menu position="bottom-end" width={240} defaultOpened={open}>
      <Menu.Target>
        <PersonButton />
      </Menu.Target>
      <Menu.Dropdown>
        {others.length > 0 ? <Menu.Label>{t.handTo}</Menu.Label> : null}
        {others.map((rater) => (
          <Menu.Item key={rater.id} onClick={() => void choosePerson(rater)}>
            {rater.name}
          </Menu.Item>
        ))}
        <Menu.Item onClick={() => void leaveDesk()}>{t.someoneElse}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => showOverlay('keys')}>{t.keys}</Menu.Item>
        <Menu.Item onClick={() => showOverlay('trainer')}>{t.practiseItem}</Menu.Item>
        <Menu.Item onClick={() => showOverlay('profile')}>{t.ownPin}</Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t.language}</Menu.Label>
        <Menu.RadioGroup
          value={language}
          onChange={(value) => {
            const chosen = CHOICES.find((choice) => choice === value);
            if (chosen) remember({ language: chosen });
          }}
        >
          {CHOICES.map((choice) => (
            <Menu.RadioItem key={choice} value={choice}>
              {t.languages[choice]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item onClick={() => void closeProject()}>{t.closeProject}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
