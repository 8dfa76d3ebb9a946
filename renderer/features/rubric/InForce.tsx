import type { OutputOf } from '../../../shared/contract/commands.ts';
import { useText } from '../../catalogue/area.ts';
import { rubricText } from '../../catalogue/rubric.ts';
import { Markdown } from '../../ui/Markdown.tsx';
import { DimensionFace } from './DimensionFace.tsx';
import { ExportButton } from './ExportButton.tsx';
import classes from './Rubric.module.css';
import { VersionLine } from './versions/VersionLine.tsx';
import { comparisonNames } from './words.ts';

/** The rubric in force as people read it: dimensions with all they ask, and the guidelines beside them. */
export function InForce({ read }: { read: OutputOf<'rubric.read'> }) {
  const t = useText(rubricText);
  const [newest] = read.versions;
  if (!newest) return null;
  const { rubric } = newest;
  return (
    <>
      <header className={classes.inForceHead}>
        <div>
          <h2 className={classes.rubricTitle}>{rubric.title}</h2>
          <VersionLine version={newest} />
        </div>
        <ExportButton rubric={rubric} />
      </header>
      <div className={classes.inForce}>
        <section aria-label={t.dimensions}>
          {rubric.dimensions.map((entry) => (
            <DimensionFace key={entry.id} entry={entry} rubric={rubric} />
          ))}
          {rubric.comparison ? (
            <section className={classes.dimension}>
              <h3 className={classes.name}>{t.comparisons}</h3>
              <p className={classes.quiet}>{t.comparisonAsks(comparisonNames(rubric))}</p>
            </section>
          ) : null}
        </section>
        <section className={classes.guidelines} aria-label={t.guidelines}>
          {rubric.guidelines.trim() === '' ? (
            <p className={classes.quiet}>{t.noGuidelines}</p>
          ) : (
            <Markdown text={rubric.guidelines} />
          )}
        </section>
      </div>
    </>
  );
}
