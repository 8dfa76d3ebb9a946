import type { ExportPreview } from '../../../shared/contract/reporting.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { count, plural } from '../../ui/format.ts';
import { JobBar } from '../../ui/JobBar.tsx';
import type { Answer } from '../../ui/useCall.ts';
import { Dropped } from './Dropped.tsx';
import classes from './Export.module.css';
import { Preflight } from './Preflight.tsx';
import { Rows } from './Rows.tsx';
import { PREVIEW_SLOT } from './usePreview.ts';

interface PreviewViewProps {
  preview: Answer<ExportPreview>;
  /** False while a field of the recipe is wrong. */
  complete: boolean;
}

/** What would be written: how many rows, what trainers say to them, what is left out, and the first rows. */
export function PreviewView({ preview: { value, error, loading }, complete }: PreviewViewProps) {
  if (!complete)
    return <p className={classes.hint}>Correct the marked field to see what would be written.</p>;
  if (error && error.code !== 'CANCELLED') return <ErrorNote error={error} />;
  if (!value) return <JobBar slot={PREVIEW_SLOT} />;
  const dropped = Object.values(value.dropped).reduce((sum, rows) => sum + rows, 0);
  return (
    <section
      aria-label="What would be written"
      aria-busy={loading}
      className={loading ? classes.counting : undefined}
    >
      <p className={classes.headline} role="status">
        <span className={classes.big}>{count(value.rows)}</span> {value.rows === 1 ? 'row' : 'rows'}
        {dropped > 0 ? `; ${plural(dropped, 'candidate')} left out` : ''}
      </p>
      {value.rows > 0 ? <Preflight preflight={value.preflight} rows={value.rows} /> : null}
      <Dropped dropped={value.dropped} />
      {value.first.length > 0 ? <Rows first={value.first} rows={value.rows} /> : null}
    </section>
  );
}
