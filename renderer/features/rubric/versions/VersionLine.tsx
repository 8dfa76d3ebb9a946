import type { RubricVersion } from '../../../../shared/contract/rubric.ts';
import { rubricRef } from '../../../../shared/domain/rubric.ts';
import { useText } from '../../../catalogue/area.ts';
import { rubricText } from '../../../catalogue/rubric.ts';
import { when } from '../../../ui/format.ts';
import classes from '../Rubric.module.css';

/** Which version it is, when it was made and by whom, and how many ratings were made under it. */
export function VersionLine({ version }: { version: RubricVersion }) {
  const t = useText(rubricText);
  const { rubric, at, actor, submitted, begun } = version;
  const parts = [
    rubricRef(rubric),
    when(at),
    ...(actor === null ? [] : [t.madeBy(actor)]),
    t.ratings(submitted),
    ...(begun > 0 ? [t.begun(begun)] : []),
  ];
  return (
    <p className={classes.quiet} data-numbers>
      {parts.join(' · ')}
    </p>
  );
}
