import { Drawer } from '@mantine/core';
import { dimensionLabel, rubricRef } from '../../../shared/domain/rubric.ts';
import { useText } from '../../catalogue/area.ts';
import { controlsText } from '../../catalogue/controls.ts';
import { useApp } from '../../store/app.ts';
import { rubricAt } from '../../store/rate/version.ts';
import { Markdown } from '../Markdown.tsx';
import classes from './Guidelines.module.css';

/** The rubric's guidelines, and every option with its anchor and example. */
export function Guidelines() {
  const rubric = useApp(({ route, rate, project }) =>
    route === 'rate' ? rubricAt(rate, project) : project?.rubric,
  );
  const t = useText(controlsText);
  const close = () => useApp.getState().showOverlay(null);
  if (!rubric) return null;
  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      size={560}
      title={rubric.title}
      closeButtonProps={{ 'aria-label': t.close }}
    >
      <p className={classes.ref} tabIndex={-1} data-autofocus>
        {rubricRef(rubric)}
      </p>
      <Markdown text={rubric.guidelines} />
      {rubric.dimensions.map((entry) => (
        <section key={entry.id} className={classes.dimension}>
          <h3>{dimensionLabel(entry)}</h3>
          {entry.question ? <p>{entry.question}</p> : null}
          <dl>
            {entry.options.map(({ value, label, anchor, example }) => (
              <div key={value} className={classes.option}>
                <dt>
                  {typeof value === 'number' && label !== String(value) ? `${value} ` : ''}
                  {label}
                </dt>
                <dd>
                  {anchor}
                  {example ? <p className={classes.example}>{example}</p> : null}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Drawer>
  );
}
