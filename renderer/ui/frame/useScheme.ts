import { useSyncExternalStore } from 'react';
import { useApp } from '../../store/app.ts';

const dark = window.matchMedia('(prefers-color-scheme: dark)');

const subscribe = (changed: () => void) => {
  dark.addEventListener('change', changed);
  return () => dark.removeEventListener('change', changed);
};

/** Light or dark, as the person chose or, on "system", as the system says. */
export function useScheme(): 'light' | 'dark' {
  const theme = useApp((state) => state.preferences.theme);
  const system = useSyncExternalStore(subscribe, () => (dark.matches ? 'dark' : 'light'));
  return theme === 'system' ? system : theme;
}
