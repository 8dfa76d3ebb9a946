import { lazily } from '../lazily.tsx';
import { LateMenu } from './LateMenu.tsx';
import { PersonButton } from './PersonButton.tsx';

const PersonMenuList = lazily(async () => (await import('./PersonMenuList.tsx')).PersonMenuList);

/** Who is at the desk, and the way to change it. */
export function PersonMenu() {
  return <LateMenu button={PersonButton} menu={PersonMenuList} />;
}
