import type { Preferences } from '../../../shared/contract/window.ts';
import { useText } from '../../catalogue/area.ts';
import { frameText } from '../../catalogue/frame.ts';
import { useApp } from '../../store/app.ts';
import { HalfMoon, Moon, Sun } from '../icons.tsx';
import classes from './TopBar.module.css';

type Theme = Preferences['theme'];

const LOOKS: Record<Theme, { next: Theme; icon: typeof Sun }> = {
  system: { next: 'light', icon: HalfMoon },
  light: { next: 'dark', icon: Sun },
  dark: { next: 'system', icon: Moon },
};

/** Changes the colours: as the system, light, dark, and round again. */
export function ThemeButton() {
  const theme = useApp((state) => state.preferences.theme);
  const remember = useApp((state) => state.remember);
  const { next, icon: Icon } = LOOKS[theme];
  const label = useText(frameText).colours[theme];
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
