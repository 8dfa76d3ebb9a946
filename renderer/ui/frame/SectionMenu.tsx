import { lazily } from '../lazily.tsx';
import { LateMenu } from './LateMenu.tsx';
import { SectionButton } from './SectionButton.tsx';

const SectionMenuList = lazily(async () => (await import('./SectionMenuList.tsx')).SectionMenuList);

/** The project's name with the sections behind it, where the bar has no room for tabs. */
export function SectionMenu() {
  return <LateMenu button={SectionButton} menu={SectionMenuList} />;
}
