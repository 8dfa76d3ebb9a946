import { createFakeEngine } from '../fake-engine.ts';
import { project } from '../sample-project.ts';
import { devItems } from './items.ts';

const asked = new URLSearchParams(location.search);
const items = asked.has('empty') ? [] : devItems();
const shown = project(items.length);
const known = asked.has('launch') ? { [shown.id]: 'Ada' } : {};
const engine = createFakeEngine({
  project: shown,
  items,
  launch: asked.has('launch') ? 'launch' : null,
  recents: asked.has('recents')
    ? [
        {
          file: 'a',
          name: 'refund-2026-10',
          folder: '~/studies',
          openedAt: new Date().toISOString(),
          exists: true,
        },
        { file: 'b', name: 'pilot', folder: '/media/usb', openedAt: '2026-08-01T10:00:00Z', exists: false },
      ]
    : [],
  preferences: {
    theme: asked.get('theme') === 'dark' ? 'dark' : 'light',
    people: known,
    screens: asked.has('launch') ? { [shown.id]: 'rate' } : {},
  },
  delay: () => new Promise((resolve) => setTimeout(resolve, 4)),
});
Object.assign(window, { touchstone: engine.bridge, engine });
await import('../../../renderer/main.tsx');
