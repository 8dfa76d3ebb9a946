import { useApp } from '../../store/app.ts';
import { SectionTabs } from './SectionTabs.tsx';
import classes from './TopBar.module.css';

/** The project's name and its sections. */
export function ProjectTabs() {
  const name = useApp((state) => state.project?.name);
  return (
    <>
      <span className={`${classes.project} ${classes.named}`}>{name}</span>
      <SectionTabs />
    </>
  );
}
