import type { ComponentProps } from 'react';
import { useText } from '../../catalogue/area.ts';
import { frameText } from '../../catalogue/frame.ts';
import { useApp } from '../../store/app.ts';
import { ChevronDown } from '../icons.tsx';
import classes from './TopBar.module.css';

/** The project's name as the button of the menu of sections. */
export function SectionButton(props: ComponentProps<'button'>) {
  const t = useText(frameText);
  const name = useApp((state) => state.project?.name ?? '');
  return (
    <button {...props} type="button" className={classes.button} aria-label={t.sectionsOf(name)}>
      <span className={classes.project}>{name}</span>
      <ChevronDown />
    </button>
  );
}
