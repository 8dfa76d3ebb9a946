import { Menu } from '@mantine/core';
import { useText } from '../../catalogue/area.ts';
import { frameText } from '../../catalogue/frame.ts';
import { capFor } from '../../keys/labels.ts';
import { useApp } from '../../store/app.ts';
import { SECTIONS, type Section } from '../../store/routes.ts';
import { KeyCap } from '../KeyCap.tsx';
import { SectionButton } from './SectionButton.tsx';

/** The key of a section, where it has one. */
function SectionKey({ section }: { section: Section }) {
  const keys = capFor(`go.${section}`);
  return keys === '' ? null : <KeyCap keys={keys} />;
}

/** The sections as a menu under the project's name. */
export function SectionMenuList({ open }: { open: boolean }) {
  const { names } = useText(frameText);
  const navigate = useApp((state) => state.navigate);
  return (
    <Menu position="bottom-start" width={240} defaultOpened={open}>
      <Menu.Target>
        <SectionButton />
      </Menu.Target>
      <Menu.Dropdown>
        {SECTIONS.map((section) => (
          <Menu.Item
            key={section}
            rightSection={<SectionKey section={section} />}
            onClick={() => navigate(section)}
          >
            {names[section]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
