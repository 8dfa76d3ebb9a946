import { useLayoutEffect, useRef, useState } from 'react';
import { useApp } from '../../store/app.ts';
import { SectionMenu } from './SectionMenu.tsx';
import { SectionTabs } from './SectionTabs.tsx';
import classes from './TopBar.module.css';

/** What whole pixels may make of a width that fits. */
const ROUNDING = 1;

/** The project's name and its sections: as tabs, or as a menu where the window or the language leaves the tabs no room. */
export function ProjectTabs() {
  const name = useApp((state) => state.project?.name);
  const tabs = useRef<HTMLElement>(null);
  const [isCrowded, setCrowded] = useState(false);
  useLayoutEffect(() => {
    const nav = tabs.current;
    if (!nav) return;
    const observer = new ResizeObserver(() => setCrowded(nav.scrollWidth > nav.clientWidth + ROUNDING));
    for (const tab of [nav, ...nav.children]) observer.observe(tab);
    return () => observer.disconnect();
  }, []);
  return (
    <>
      {isCrowded ? (
        <span className={classes.instead}>
          <SectionMenu />
        </span>
      ) : (
        <span className={classes.named}>
          <span className={classes.project}>{name}</span>
        </span>
      )}
      <SectionTabs ref={tabs} isCrowded={isCrowded} />
    </>
  );
}
