import type { ReactNode } from 'react';
import type { ExportPreview } from '../../../shared/contract/reporting.ts';
import { useText } from '../../catalogue/area.ts';
import { exportText } from '../../catalogue/export.ts';
import { count } from '../../ui/format.ts';
import { Dropped } from './Dropped.tsx';
import classes from './Export.module.css';
import { Preflight } from './Preflight.tsx';
import { Rows } from './Rows.tsx';

interface PreviewViewProps {
  preview: ExportPreview;
  counting: boolean;
  /** Buttons at the right of the count. */
  action: ReactNode;
  /** What stands between the count and the details. */
  children: ReactNode;
}

/** What would be written: how many rows, what trainers say to them, what is left out, and the first rows. */
export function PreviewView({ preview, counting, action, children }: PreviewViewProps) {
  const t = useText(exportText);
  const { rows, dropped, preflight, first } = preview;
  const left = Object.values(dropped).reduce((sum, some) => sum + some, 0);
  return (
    <section aria-label={t.would} aria-busy={counting}>
      <div className={classes.top}>
        <p className={classes.headline} role="status">
          <span className={classes.big}>{count(rows)}</span> {t.rows(rows)}
          {left > 0 ? t.leftOutToo(left) : ''}
        </p>
        {action}
      </div>
      {children}
      {rows > 0 ? <Preflight preflight={preflight} rows={rows} /> : null}
      <Dropped dropped={dropped} />
      {first.length > 0 ? <Rows first={first} rows={rows} /> : null}
    </section>
  );
}
