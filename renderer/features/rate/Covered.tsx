import type { ReactNode } from 'react';
import type { ContentWarning } from '../../../shared/contract/rating.ts';
import { useText } from '../../catalogue/area.ts';
import { readingText } from '../../catalogue/reading.ts';
import { capFor } from '../../keys/labels.ts';
import { KeyCap } from '../../ui/KeyCap.tsx';
import classes from './Covered.module.css';
import { toggleCover } from './useReadingDesk.ts';

interface CoveredProps {
  warning: ContentWarning;
  assignment: string;
  children: ReactNode;
}

/** Something hard to read, blurred and out of reach until its rater asks for it, under a line that says of what kind it is. */
export function Covered({ warning, assignment, children }: CoveredProps) {
  const t = useText(readingText).warning;
  const kinds = warning.kinds.map((kind) => t.kinds[kind]).join(', ');
  return (
    <div className={classes.covered} data-covered>
      <p className={classes.says}>
        <span>{t.says(kinds)}</span>
        <button type="button" className={classes.show} onClick={() => toggleCover(assignment)}>
          {t.show}
          <KeyCap keys={capFor('cover')} decorative />
        </button>
      </p>
      <div className={classes.blurred} inert>
        {children}
      </div>
    </div>
  );
}
