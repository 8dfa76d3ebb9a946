import { Menu } from '@mantine/core';
import { useApp } from '../../store/app.ts';
import { SECTION_LABELS, SECTIONS } from '../../store/routes.ts';
import { ChevronDown } from '../icons.tsx';
import { KeyCap } from '../KeyCap.tsx';
import classes from './TopBar.module.css';

/** The project's name with the sections behind it, where the bar has no room for tabs. */
export function SectionMenu() {
  const project = useApp((state) => state.project);
  const navigate = useApp((state) => state.navigate);
  return (
    <Menu position="bottom-start" width={240}>
      <Menu.Target>
        <button type="button" className={classes.button} aria-label={`${project?.name ?? ''}: sections`}>
          <span className={classes.project}>{project?.name}</span>
          <ChevronDown />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {SECTIONS.map((section, index) => (
          <Menu.Item
            key={section}
            rightSection={<KeyCap keys={`Alt+${index + 1}`} />}
            onClick={() => navigate(section)}
          >
            {SECTION_LABELS[section]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
