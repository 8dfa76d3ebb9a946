import { dimensionLabel, rubricRef } from '../../../shared/domain/rubric.ts';
import { useText } from '../../catalogue/area.ts';
import { rubricItemText } from '../../catalogue/rubric-item.ts';
import { useApp } from '../../store/app.ts';
import { rubricAt } from '../../store/rate/version.ts';
import classes from './RateScreen.module.css';
import { useHeld } from './useRate.ts';

/** Of an answer that is judged again: under which version it was, and what is open. Of a rating begun before the newest: under which. */
export function OtherVersion() {
  const t = useText(rubricItemText);
  const rubric = useApp(({ rate, project }) => rubricAt(rate, project));
  const rerating = useHeld(({ item }) => item.rerating, null);
  const older = useHeld(({ item }) => item.rubric, null);
  const names = rubric?.dimensions.filter(({ id }) => rerating?.dimensions.includes(id)).map(dimensionLabel);
  const said = rerating
    ? t.again(rerating.rubric, names?.join(', ') ?? '')
    : older && t.older(rubricRef(older));
  return said ? (
    <p className={classes.reply} role="status">
      {said}
    </p>
  ) : null;
}
