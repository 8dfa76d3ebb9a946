import type { ReactNode } from 'react';
import type { SurveyReport } from '../../../shared/survey/schema.ts';
import { useText } from '../../catalogue/area.ts';
import { surveyText } from '../../catalogue/survey.ts';
import { surveyReading } from '../../catalogue/survey-reading.ts';
import { Section } from '../../ui/Page.tsx';
import { Feedback } from './Feedback.tsx';
import { LengthFigure } from './LengthFigure.tsx';
import { Models } from './Models.tsx';
import { Quality } from './Quality.tsx';
import classes from './Survey.module.css';
import { TimeFigure } from './TimeFigure.tsx';
import { ValueFigure } from './ValueFigure.tsx';
import { Warnings } from './Warnings.tsx';

function Part({ title, sentence, children }: { title: string; sentence?: string; children?: ReactNode }) {
  return (
    <Section title={title}>
      {sentence ? <p className={classes.reading}>{sentence}</p> : null}
      {children}
    </Section>
  );
}

/** A survey report, section by section: what it says in words, then the figure, then its numbers. */
export function SurveyView({ report }: { report: SurveyReport }) {
  const t = useText(surveyText);
  const read = useText(surveyReading);
  const { quality, languages, models, time, feedback, use_cases, groups, candidates, versions } = report;
  const strata = [{ name: t.useCases, values: use_cases }, ...groups].filter(
    ({ values }) => values.top.length > 0,
  );
  return (
    <>
      <Warnings report={report} />
      <Part title={t.parts.quality}>
        <Quality quality={quality} />
      </Part>
      <Part title={t.parts.models} sentence={read?.models(report) ?? models.sentence}>
        <Models models={models} />
        {versions.top.length > 0 ? (
          <div className={classes.grid}>
            <ValueFigure caption={t.versions} values={versions} />
          </div>
        ) : null}
      </Part>
      <Part title={t.parts.feedback} sentence={read?.feedback(report) ?? feedback.sentence}>
        <Feedback report={report} />
      </Part>
      <Part title={t.parts.time} sentence={read?.time(report) ?? time.sentence}>
        <TimeFigure time={time} sentence={read?.time(report) ?? time.sentence} />
      </Part>
      <Part
        title={t.parts.roles}
        sentence={read?.roles(report) ?? `${report.roles.sentence} ${candidates.sentence}`}
      >
        <div className={classes.grid}>
          <LengthFigure of="turns" caption={t.turns} unit={t.columns.turns} distribution={report.turns} />
          <LengthFigure
            of="answers"
            caption={t.answerLengths}
            unit={t.columns.characters}
            distribution={report.answer_lengths}
          />
          <LengthFigure
            of="prompts"
            caption={t.promptLengths}
            unit={t.columns.characters}
            distribution={report.prompt_lengths}
          />
        </div>
      </Part>
      <Part title={t.parts.languages} sentence={read?.languages(report) ?? languages.sentence}>
        <div className={classes.grid}>
          <ValueFigure caption={t.given} values={languages.given} />
          <ValueFigure caption={t.detected} values={languages.detected} />
          <ValueFigure
            caption={t.disagreements}
            values={{ top: languages.disagreements, other: 0, absent: 0 }}
          />
        </div>
      </Part>
      {strata.length > 0 ? (
        <Part title={t.parts.strata}>
          <div className={classes.grid}>
            {strata.map(({ name, values }) => (
              <ValueFigure key={name} caption={name} values={values} />
            ))}
          </div>
        </Part>
      ) : null}
    </>
  );
}
