import type { CostlyUnit } from '../../../shared/contract/reporting.ts';
import type { RubricOption } from '../../../shared/domain/rubric.ts';
import { agreementText } from '../../catalogue/agreement.ts';
import { useText } from '../../catalogue/area.ts';
import { useReadingStyle } from '../../ui/reading/useReadingStyle.ts';
import { MessageText } from '../../ui/transcript/MessageText.tsx';
import { useCall } from '../../ui/useCall.ts';
import classes from './Agreement.module.css';
import { openingWords, optionName } from './words.ts';

interface CostlyDetailProps {
  unit: CostlyUnit;
  options: readonly RubricOption[];
  title: (rater: string) => string;
}

/** The answer, with what it answers, at the left; what each rater gave, and the reasons that were written, at the right. */
export function CostlyDetail({ unit, options, title }: CostlyDetailProps) {
  const t = useText(agreementText);
  const style = useReadingStyle();
  const { value: shown } = useCall('adjudication.unit', unit.unit);
  const asked = shown?.context.findLast(({ role }) => role === 'user');
  const { candidate } = unit.unit;
  const answers = shown?.answers.map(({ text }, number) => ({ number, text })) ?? [
    { number: candidate ?? 0, text: openingWords(unit.answer) },
  ];
  const reasons = shown?.ratings.filter(({ rationale }) => rationale !== '') ?? [];
  return (
    <div className={classes.sides}>
      <div style={style}>
        {asked ? <p className={classes.asked}>{asked.text}</p> : null}
        {answers
          .filter(({ number }) => candidate === null || answers.length === 1 || number === candidate)
          .map(({ number, text }) => (
            <div key={number} className={classes.answer}>
              <MessageText text={text} />
            </div>
          ))}
        <p className={classes.hint}>{t.place(unit.conversation, unit.message)}</p>
      </div>
      <div>
        <dl className={classes.given}>
          {unit.values.map(({ rater, value }) => (
            <div key={rater}>
              <dt>{title(rater)}</dt>
              <dd>{optionName(options, value)}</dd>
            </div>
          ))}
        </dl>
        {reasons.length > 0 ? (
          <>
            <h4 className={classes.hint}>{t.reasonsGiven}</h4>
            {reasons.map(({ letter, value, rationale }) => (
              <p key={letter} className={classes.reason}>
                {typeof value === 'number' || typeof value === 'string'
                  ? `${optionName(options, value)}: `
                  : ''}
                {rationale}
              </p>
            ))}
          </>
        ) : null}
      </div>
    </div>
  );
}
