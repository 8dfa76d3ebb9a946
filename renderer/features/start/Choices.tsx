import { KeyCap } from '../../ui/KeyCap.tsx';
import classes from './Choices.module.css';

export interface Choice {
  name: string;
  text: string;
  keys: string;
  onChoose: () => void;
}

interface ChoicesProps {
  choices: readonly Choice[];
  /** Sets the first choice off from the others. */
  lead: boolean;
  disabled: boolean;
}

/** The ways in, as rows under hairlines. */
export function Choices({ choices, lead, disabled }: ChoicesProps) {
  return (
    <div className={classes.choices}>
      {choices.map(({ name, text, keys, onChoose }, index) => (
        <button
          key={name}
          type="button"
          className={lead && index === 0 ? `${classes.choice} ${classes.first}` : classes.choice}
          disabled={disabled}
          aria-keyshortcuts={keys}
          onClick={onChoose}
        >
          <span>
            <span className={classes.name}>{name}</span>
            <span className={classes.text}>{text}</span>
          </span>
          <KeyCap keys={keys} decorative />
        </button>
      ))}
    </div>
  );
}
