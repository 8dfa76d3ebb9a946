import type { ComponentProps } from 'react';
import { useApp } from '../../store/app.ts';
import { ChevronDown } from '../icons.tsx';
import classes from './TopBar.module.css';

/** Who is at the desk, as the button of the menu that changes it. */
export function PersonButton(props: ComponentProps<'button'>) {
  const name = useApp((state) => state.person?.name);
  return (
    <button
      {...props}
      type="button"
      className={classes.button}
      aria-label={`At the desk: ${name ?? 'nobody'}`}
    >
      {name}
      <ChevronDown />
    </button>
  );
}
