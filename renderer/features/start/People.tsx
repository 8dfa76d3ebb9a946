import type { RaterSummary } from '../../../shared/contract/project.ts';
import { useText } from '../../catalogue/area.ts';
import { peopleText } from '../../catalogue/people.ts';
import { useKeys } from '../../keys/useKeys.ts';
import { useApp } from '../../store/app.ts';
import { focusOnMount } from '../../ui/focus.ts';
import { Lock } from '../../ui/icons.tsx';
import { KeyCap } from '../../ui/KeyCap.tsx';
import { useCall } from '../../ui/useCall.ts';
import { PinForm } from './PinForm.tsx';
import classes from './WhoScreen.module.css';

interface PeopleProps {
  raters: readonly RaterSummary[];
  /** Who sat here last: Enter takes them. Null while another name is being typed. */
  remembered: RaterSummary | null;
  onTake: (rater: RaterSummary) => void;
}

/** The raters of the project, each with the figure that takes them; who has a PIN is asked for it in their place. */
export function People({ raters, remembered, onTake }: PeopleProps) {
  const t = useText(peopleText);
  const asked = useApp((state) => state.asked);
  const profiles = useCall('profiles.list', {});
  const profileOf = (name: string) => profiles.value?.find((profile) => profile.name === name);
  useKeys({
    scope: 'start',
    handlers: {},
    plain: (code) => {
      const rater = /^Digit[1-9]$/.test(code) ? raters[Number(code.at(-1)) - 1] : undefined;
      return rater ? () => onTake(rater) : undefined;
    },
  });
  return (
    <ul className={classes.people}>
      {raters.map((rater, index) => (
        <li key={rater.id}>
          <button
            type="button"
            className={rater === remembered ? `${classes.person} ${classes.remembered}` : classes.person}
            ref={index === 0 ? focusOnMount : undefined}
            onClick={() => onTake(rater)}
          >
            <span>{rater.name}</span>
            <span className={classes.caps}>
              {profileOf(rater.name)?.pin ? (
                <span className={classes.lock} role="img" aria-label={t.hasPin}>
                  <Lock />
                </span>
              ) : null}
              {rater === remembered ? <KeyCap keys="Enter" decorative /> : null}
              {index < 9 ? <KeyCap keys={String(index + 1)} decorative /> : null}
            </span>
          </button>
          {asked?.id === rater.id ? (
            <PinForm
              key={rater.id}
              person={rater}
              retryAt={profileOf(rater.name)?.retryAt ?? null}
              onTried={() => void profiles.reload()}
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
}
