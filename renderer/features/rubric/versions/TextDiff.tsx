import { lineDiff, nearChanges } from '../../../../shared/domain/line-diff.ts';
import { useText } from '../../../catalogue/area.ts';
import { rubricText } from '../../../catalogue/rubric.ts';
import classes from './Changes.module.css';

const ELEMENT = { same: 'p', removed: 'del', added: 'ins' } as const;

/** Two texts line by line: what went is struck out, what came stands on a ground of its own, each with a sign before it. */
export function TextDiff({ before, after }: { before: string; after: string }) {
  const t = useText(rubricText);
  const lines = nearChanges(lineDiff(before, after));
  return (
    <div className={classes.text}>
      {[...lines.entries()].map(([place, line]) => {
        if (line === null)
          return (
            <p key={place} className={classes.gap} role="note" aria-label={t.linesLeftOut}>
              …
            </p>
          );
        const Element = ELEMENT[line.kind];
        return (
          <Element key={place} className={classes.line} data-kind={line.kind}>
            {line.text || '\u00a0'}
          </Element>
        );
      })}
    </div>
  );
}
