import { useText } from '../../catalogue/area.ts';
import { frameText } from '../../catalogue/frame.ts';
import { useApp } from '../../store/app.ts';
import classes from './Frame.module.css';

/** Says so while the engine is away. */
export function EngineBanner() {
  const t = useText(frameText).engine;
  const { state, message } = useApp((app) => app.engine);
  if (state === 'up') return null;
  return (
    <div className={classes.banner} role="status">
      <strong>{t[state]}</strong>
      {state === 'down' ? <span>{message}</span> : null}
    </div>
  );
}
