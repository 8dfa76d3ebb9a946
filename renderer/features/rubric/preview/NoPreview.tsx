import { useText } from '../../../catalogue/area.ts';
import { rubricEditorText } from '../../../catalogue/rubric-editor.ts';
import classes from './Preview.module.css';

/** In the place of the rail while there is nothing to show. */
export function NoPreview() {
  const t = useText(rubricEditorText);
  return (
    <aside className={classes.preview} aria-label={t.rail}>
      <p className={classes.none}>{t.railNone}</p>
    </aside>
  );
}
