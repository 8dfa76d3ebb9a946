import { Suspense } from 'react';
import { lazily } from '../lazily.ts';
import { PersonButton } from './PersonButton.tsx';

const PersonMenuList = lazily(async () => (await import('./PersonMenuList.tsx')).PersonMenuList);

/** Who is at the desk, and the way to change it. The menu comes after the screen. */
export function PersonMenu() {
  return (
    <Suspense fallback={<PersonButton />}>
      <PersonMenuList />
    </Suspense>
  );
}
