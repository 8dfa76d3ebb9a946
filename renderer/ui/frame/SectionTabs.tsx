import { useApp } from '../../store/app.ts';
import { SECTION_LABELS, SECTIONS } from '../../store/routes.ts';
import classes from './TopBar.module.css';

/** The sections of the project as text tabs. */
export function SectionTabs() {
  const route = useApp((state) => state.route);
  const navigate = useApp((state) => state.navigate);
  return (
    <nav className={classes.tabs} aria-label="Sections">
      {SECTIONS.map((section, index) => (
        <button
          key={section}
          type="button"
          className={classes.tab}
          aria-current={route === section ? 'page' : undefined}
          aria-keyshortcuts={`Alt+${index + 1}`}
          title={`Alt+${index + 1}`}
          onClick={() => navigate(section)}
        >
          {SECTION_LABELS[section]}
        </button>
      ))}
    </nav>
  );
}
