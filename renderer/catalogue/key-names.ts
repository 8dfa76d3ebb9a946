import { area } from './area.ts';

/** What stands on keys that have a name, where it differs from the English one. */
export const keyNames = area<Readonly<Record<string, string>>>({
  en: {},
  de: {
    Ctrl: 'Strg',
    Shift: 'Umschalt',
    Enter: 'Eingabe',
    Space: 'Leertaste',
    Backspace: 'Rücktaste',
    Del: 'Entf',
    Ins: 'Einfg',
    Home: 'Pos1',
    End: 'Ende',
    PgUp: 'Bild ↑',
    PgDn: 'Bild ↓',
    Menu: 'Menü',
  },
});

/** Keys as they are written in a language: "Ctrl+Z" -> "Strg+Z". */
export const written = (keys: string, names: Readonly<Record<string, string>>): string =>
  keys.replace(/[A-Za-z]{2,}/g, (name) => names[name] ?? name);
