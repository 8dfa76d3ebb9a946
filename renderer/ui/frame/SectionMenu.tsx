import { Suspense } from 'react';
import { lazily } from '../lazily.ts';
import { SectionButton } from './SectionButton.tsx';

const SectionMenuList = lazily(async () => (await import('./SectionMenuList.tsx')).SectionMenuList);

/** The project's name with the sections behind it, where the bar has no room for tabs. The menu comes after the screen. */
export function SectionMenu() {
  return (
    <Suspense fallback={<SectionButton />}>
      <SectionMenuList />
    </Suspense>
  );
}
