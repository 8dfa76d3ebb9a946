import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { RATE_NAMES, type RateName, type SurveyReport } from '../../../shared/survey/schema.ts';
import { RateFigure } from './RateFigure.tsx';
import { SignalFigure } from './SignalFigure.tsx';
import classes from './Survey.module.css';
import { modelName, RATE_BASES, RATE_TITLES } from './words.ts';

const ALL = 'All models';

/** "Thumbs down, of answers with a thumb". */
const captionOf = (name: RateName): string => `${RATE_TITLES[name]}, ${RATE_BASES[name]}`;

/** What users did with the answers: by signal, by model, and over time. */
export function Feedback({ report }: { report: SurveyReport }) {
  const { feedback, models, time } = report;
  const [chosen, setChosen] = useState(ALL);
  const names = useMemo(
    () => [ALL, ...new Set(feedback.by_model_and_time.map(({ model, rest }) => modelName(model, rest)))],
    [feedback],
  );
  const overTime = useMemo(
    () =>
      chosen === ALL
        ? feedback.by_time
        : feedback.by_model_and_time.filter(({ model, rest }) => modelName(model, rest) === chosen),
    [feedback, chosen],
  );
  const told = RATE_NAMES.filter((name) => feedback.all[name].n > 0 && feedback.all[name].k > 0);
  return (
    <>
      <div className={classes.grid}>
        <SignalFigure feedback={feedback} />
      </div>
      {told.length > 0 ? <h3 className={classes.part}>By model</h3> : null}
      <div className={classes.grid}>
        {told.map((name) => (
          <RateFigure
            key={name}
            caption={captionOf(name)}
            rates={models.rows.map(({ model, rest, feedback: rates }) => ({
              of: modelName(model, rest),
              rate: rates[name],
            }))}
          />
        ))}
      </div>
      {told.length > 0 && feedback.by_time.length > 1 ? (
        <>
          <div className={classes.partHead}>
            <h3 className={classes.part}>By {time.unit}</h3>
            <Select
              aria-label="Model"
              data={names}
              value={chosen}
              allowDeselect={false}
              onChange={(name) => setChosen(name ?? ALL)}
            />
          </div>
          <div className={classes.grid}>
            {told.map((name) => (
              <RateFigure
                key={name}
                unit={time.unit}
                caption={captionOf(name)}
                rates={overTime.map(({ from, feedback: rates }) => ({ of: from, rate: rates[name] }))}
              />
            ))}
          </div>
        </>
      ) : null}
    </>
  );
}
