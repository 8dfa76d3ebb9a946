import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { RATE_NAMES, type SurveyReport } from '../../../shared/survey/schema.ts';
import { useText } from '../../catalogue/area.ts';
import { surveyText } from '../../catalogue/survey.ts';
import { RateFigure } from './RateFigure.tsx';
import { SignalFigure } from './SignalFigure.tsx';
import classes from './Survey.module.css';
import { modelName } from './words.ts';

/** All models together, which no model is called. */
const ALL = '';

/** What users did with the answers: by signal, by model, and over time. */
export function Feedback({ report }: { report: SurveyReport }) {
  const t = useText(surveyText);
  const { feedback, models, time } = report;
  const [chosen, setChosen] = useState(ALL);
  const names = useMemo(
    () => [
      { value: ALL, label: t.allModels },
      ...[...new Set(feedback.by_model_and_time.map(({ model, rest }) => modelName(model, rest)))].map(
        (name) => ({ value: name, label: name }),
      ),
    ],
    [t, feedback],
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
      {told.length > 0 ? <h3 className={classes.part}>{t.byModel}</h3> : null}
      <div className={classes.grid}>
        {told.map((name) => (
          <RateFigure
            key={name}
            caption={t.rateCaptions[name]}
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
            <h3 className={classes.part}>{t.by[time.unit]}</h3>
            <Select
              aria-label={t.model}
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
                caption={t.rateCaptions[name]}
                rates={overTime.map(({ from, feedback: rates }) => ({ of: from, rate: rates[name] }))}
              />
            ))}
          </div>
        </>
      ) : null}
    </>
  );
}
