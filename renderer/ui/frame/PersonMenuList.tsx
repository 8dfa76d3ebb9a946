import { Menu } from '@mantine/core';
import { useApp } from '../../store/app.ts';
import { PersonButton } from './PersonButton.tsx';

/** The ways to hand the desk to someone else, under the name of who sits there. */
export function PersonMenuList({ open }: { open: boolean }) {
  const person = useApp((state) => state.person);
  const raters = useApp((state) => state.project?.raters);
  const choosePerson = useApp((state) => state.choosePerson);
  const leaveDesk = useApp((state) => state.leaveDesk);
  const closeProject = useApp((state) => state.closeProject);
  const others = raters?.filter((rater) => rater.id !== person?.id).slice(0, 8) ?? [];
  return (
    <Menu position="bottom-end" width={240} defaultOpened={open}>
      <Menu.Target>
        <PersonButton />
      </Menu.Target>
      <Menu.Dropdown>
        {others.length > 0 ? <Menu.Label>Hand the desk to</Menu.Label> : null}
        {others.map((rater) => (
          <Menu.Item key={rater.id} onClick={() => void choosePerson(rater)}>
            {rater.name}
          </Menu.Item>
        ))}
        <Menu.Item onClick={() => void leaveDesk()}>Someone else…</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => void closeProject()}>Close the project</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
