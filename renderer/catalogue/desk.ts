import { area } from './area.ts';

/** Who is at the desk, as the bar says it: it is there with the first item, so that this is kept small. */
export const deskText = area({
  en: { atDesk: (name: string) => `At the desk: ${name}`, nobody: 'nobody' },
  de: { atDesk: (name) => `Am Platz: ${name}`, nobody: 'niemand' },
});
