import type { ReactNode } from 'react';
import classes from './Page.module.css';

interface PageProps {
  title: string;
  /** One sentence under the title. */
  lead?: ReactNode;
  /** Buttons at the right of the title. */
  actions?: ReactNode;
  /** For tables and plots: 1280 px instead of 960. */
  wide?: boolean;
  children: ReactNode;
}

/** The body of every screen but Rate: title, lead sentence, actions, and a column no wider than reads well. */
export function Page({ title, lead, actions, wide = false, children }: PageProps) {
  return (
    <main className={classes.page}>
      <div className={wide ? `${classes.inner} ${classes.wide}` : classes.inner}>
        <header className={classes.head}>
          <div>
            <h1 className={classes.title}>{title}</h1>
            {lead ? <p className={classes.lead}>{lead}</p> : null}
          </div>
          {actions ? <div className={classes.actions}>{actions}</div> : null}
        </header>
        {children}
      </div>
    </main>
  );
}

interface SectionProps {
  title: string;
  children: ReactNode;
}

/** A part of a page under a hairline. */
export function Section({ title, children }: SectionProps) {
  return (
    <section className={classes.section}>
      <h2 className={classes.sectionTitle}>{title}</h2>
      {children}
    </section>
  );
}
