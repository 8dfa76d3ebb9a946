import type { ComponentProps } from 'react';
import { useText } from '../../catalogue/area.ts';
import { deskText } from '../../catalogue/desk.ts';
import { useApp } from '../../store/app.ts';
import { ChevronDown } from '../icons.tsx';
import classes from './TopBar.module.css';

/** Who is at the desk, as the button of the menu that changes it. */
export function PersonButton(props: ComponentProps<'button'>) {
  const t = useText(deskText);
  const name = useApp((state) => state.person?.name);
  return (
    <button {...props} type="button" className={classes.button} aria-label={t.atDesk(name ?? t.nobody)}>
      {name}
      <ChevronDown />
    </button>
  );
}
