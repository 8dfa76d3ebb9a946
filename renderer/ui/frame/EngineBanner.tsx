import { useApp } from '../../store/app.ts';
import classes from './Frame.module.css';

const WORDS = {
  restarting:
    'Reconnecting to the project. What was shown as saved is saved; what you do now is kept and saved in a moment.',
  down: 'The project cannot be reached. What was shown as saved is saved. Close Touchstone and start it again.',
};

/** Says so while the engine is away. */
export function EngineBanner() {
  const { state, message } = useApp((app) => app.engine);
  if (state === 'up') return null;
  return (
    <div className={classes.banner} role="status">
      <strong>{WORDS[state]}</strong>
      {state === 'down' ? <span>{message}</span> : null}
    </div>
  );
}
