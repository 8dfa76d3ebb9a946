import type { RoundItem } from '../../../shared/contract/calibration.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { useText } from '../../catalogue/area.ts';
import { learningText } from '../../catalogue/learning.ts';
import { capFor } from '../../keys/labels.ts';
import { useKeys } from '../../keys/useKeys.ts';
import { useApp } from '../../store/app.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { KeyCap } from '../../ui/KeyCap.tsx';
import { Page } from '../../ui/Page.tsx';
import { MessageText } from '../../ui/transcript/MessageText.tsx';
import { useCall } from '../../ui/useCall.ts';
import { AgreedTable } from './AgreedTable.tsx';
import lesson from './Lesson.module.css';
import classes from './RoundPage.module.css';
import { desk } from './useRate.ts';

function Item({ rubric, item, number }: { rubric: Rubric; item: RoundItem; number: number }) {
  const t = useText(learningText);
  return (
    <article className={classes.item} aria-label={t.item(number)}>
      <h2 className={classes.number}>{t.item(number)}</h2>
      <p className={classes.prompt} dir="auto">
        {item.prompt}
      </p>
      {item.candidates.length > 0 ? (
        <ol className={`${classes.answer} ${classes.answers}`}>
          {[...item.candidates.entries()].map(([place, text]) => (
            <li key={place}>
              <MessageText text={text} />
            </li>
          ))}
        </ol>
      ) : (
        <div className={classes.answer}>
          <MessageText text={item.answer} />
        </div>
      )}
      {item.own === null ? <p className={classes.skipped}>{t.youSkipped}</p> : null}
      {item.agreed ? (
        <AgreedTable rubric={rubric} own={item.own} agreed={item.agreed} />
      ) : (
        <p className={classes.skipped}>{t.nobodyYet}</p>
      )}
    </article>
  );
}

/** The agreed answers of a calibration round, shown to a rater who has finished it. */
export function RoundPage({ rubric, round }: { rubric: Rubric; round: string }) {
  const t = useText(learningText);
  const rater = useApp((state) => state.person?.id ?? null);
  const { value, error, reload } = useCall('calibration.answers', rater === null ? null : { rater, round });
  const { learnt } = desk();
  useKeys({ scope: 'rate', handlers: { submit: learnt, next: learnt, escape: learnt } });
  return (
    <Page
      title={t.roundTitle}
      lead={value ? t.roundLead(value.finished, value.raters) : ''}
      actions={
        <button type="button" className={lesson.button} onClick={learnt}>
          {t.goOn}
          <KeyCap keys={capFor('submit')} decorative />
        </button>
      }
    >
      {error ? <ErrorNote error={error} onRetry={() => void reload()} /> : null}
      {value?.items.map((item, index) => (
        <Item key={item.assignment} rubric={rubric} item={item} number={index + 1} />
      ))}
    </Page>
  );
}
