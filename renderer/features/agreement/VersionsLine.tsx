import type { AgreementReport } from '../../../shared/agreement/schema.ts';
import { useText } from '../../catalogue/area.ts';
import { rubricVersionsText } from '../../catalogue/rubric-versions.ts';
import { count } from '../../ui/format.ts';
import classes from './Agreement.module.css';

/** Under which versions of the rubric the ratings were made, where there are several. */
export function VersionsLine({ report: { rubric, versions } }: { report: AgreementReport }) {
  const t = useText(rubricVersionsText);
  if (!versions) return null;
  const parts = versions.map((one) => t.part(count(one.ratings), one.rubric)).join(', ');
  return <p className={classes.hint}>{t.read(rubric, parts)}</p>;
}
