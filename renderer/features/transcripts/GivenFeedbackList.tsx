import type { BrowsedMessage, GivenFeedback } from '../../../shared/contract/browsing.ts';
import { useText } from '../../catalogue/area.ts';
import { transcriptsText } from '../../catalogue/transcripts.ts';
import { reachedWhenItScrolls } from '../../ui/scrolls.ts';
import { MessageText } from '../../ui/transcript/MessageText.tsx';
import classes from './Transcripts.module.css';
import { findingWords, signalMark } from './words.ts';

/** What its user did with a message, what was found in it, and what else its source said. */
export function GivenFeedbackList({ message }: { message: BrowsedMessage }) {
  const t = useText(transcriptsText);
  const { feedback, findings, ratings, details } = message;
  const said = Object.keys(details).length > 0;
  if (feedback.length === 0 && findings.length === 0 && ratings === 0 && !said) return null;
  return (
    <div className={classes.under}>
      {[...feedback.entries()].map(([place, given]) => (
        <Given key={place} given={given} />
      ))}
      {findings.map((code) => (
        <span key={code} className={`${classes.mark} ${classes.found}`}>
          <span aria-hidden="true">!</span> {findingWords(code)}
        </span>
      ))}
      {ratings > 0 ? <span className={classes.mark}>{t.ratedTimes(ratings)}</span> : null}
      {said ? (
        <details className={classes.folded}>
          <summary>{t.details}</summary>
          <pre ref={reachedWhenItScrolls} className={classes.json}>
            {JSON.stringify(details, null, 2)}
          </pre>
        </details>
      ) : null}
    </div>
  );
}

function Given({ given }: { given: GivenFeedback }) {
  const t = useText(transcriptsText);
  const { sign, words, isBad } = signalMark(given);
  return (
    <div className={classes.given}>
      <span className={isBad ? `${classes.mark} ${classes.bad}` : classes.mark}>
        <span aria-hidden="true">{sign}</span> {words}
      </span>
      {given.comment ? <q className={classes.comment}>{given.comment}</q> : null}
      {given.text ? (
        <details className={classes.folded}>
          <summary>{t.sentInstead}</summary>
          <div className={classes.text} dir="auto">
            <MessageText text={given.text} />
          </div>
        </details>
      ) : null}
    </div>
  );
}
