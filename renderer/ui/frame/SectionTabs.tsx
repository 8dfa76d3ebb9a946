import type { Ref } from 'react';
import { useText } from '../../catalogue/area.ts';
import { frameText } from '../../catalogue/frame.ts';
import { capFor } from '../../keys/labels.ts';
import { useApp } from '../../store/app.ts';
import { SECTIONS } from '../../store/routes.ts';
import classes from './TopBar.module.css';

interface SectionTabsProps {
  ref: Ref<HTMLElement>;
  /** There is no room for them: they are neither seen nor reached. */
  isCrowded: boolean;
}

/** The sections of the project as text tabs. */
export function SectionTabs({ ref, isCrowded }: SectionTabsProps) {
  const t = useText(frameText);
  const route = useApp((state) => state.route);
  const navigate = useApp((state) => state.navigate);
  return (
    <nav
      ref={ref}
      className={isCrowded ? `${classes.tabs} ${classes.crowded}` : classes.tabs}
      aria-label={t.sections}
    >
      {SECTIONS.map((section) => (
        <button
          key={section}
          type="button"
          className={classes.tab}
          aria-current={route === section ? 'page' : undefined}
          aria-keyshortcuts={capFor(`go.${section}`) || undefined}
          title={capFor(`go.${section}`) || undefined}
          onClick={() => navigate(section)}
        >
          {t.names[section]}
        </button>
      ))}
    </nav>
  );
}
