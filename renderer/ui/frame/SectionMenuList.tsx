import { Menu } from '@mantine/core';
import { useApp } from '../../store/app.ts';
import { SECTION_LABELS, SECTIONS } from '../../store/routes.ts';
import { KeyCap } from '../KeyCap.tsx';
import { SectionButton } from './SectionButton.tsx';

/** The sections as a menu under the project's name. */
export function SectionMenuList({ open }: { open: boolean }) {
  const navigate = useApp((state) => state.navigate);
  return (
    <Menu position="bottom-start" width={240} defaultOpened={open}>
      <Menu.Target>
        <SectionButton />
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
