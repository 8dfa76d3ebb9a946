import type { Preferences } from '../../../shared/contract/window.ts';
import { useApp } from '../../store/app.ts';
import { HalfMoon, Moon, Sun } from '../icons.tsx';
import classes from './TopBar.module.css';

type Theme = Preferences['theme'];

const LOOKS: Record<Theme, { next: Theme; label: string; icon: typeof Sun }> = {
  system: { next: 'light', label: 'Colours: as the system', icon: HalfMoon },
  light: { next: 'dark', label: 'Colours: light', icon: Sun },
  dark: { next: 'system', label: 'Colours: dark', icon: Moon },
};

/** The theme after this one: system, light, dark, and round again. */
export const nextTheme = (theme: Theme): Theme => LOOKS[theme].next;

export function ThemeButton() {
  const theme = useApp((state) => state.preferences.theme);
  const remember = useApp((state) => state.remember);
  const { next, label, icon: Icon } = LOOKS[theme];
  return (
    <button
      type="button"
      className={`${classes.button} ${classes.square}`}
      aria-label={label}
      title={label}
      onClick={() => remember({ theme: next })}
    >
      <Icon />
    </button>
  );
}
