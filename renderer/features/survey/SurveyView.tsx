import type { ReactNode } from 'react';
import type { SurveyReport } from '../../../shared/survey/schema.ts';
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
  const { quality, languages, models, time, feedback, use_cases, groups, candidates, versions } = report;
  const strata = [{ name: 'Use cases', values: use_cases }, ...groups].filter(
    ({ values }) => values.top.length > 0,
  );
  return (
    <>
      <Warnings warnings={report.warnings} />
      <Part title="Answers that are not as they should be">
        <Quality quality={quality} />
      </Part>
      <Part title="Models" sentence={models.sentence}>
        <Models models={models} />
        {versions.top.length > 0 ? (
          <div className={classes.grid}>
            <ValueFigure caption="Versions, by conversations" values={versions} />
          </div>
        ) : null}
      </Part>
      <Part title="Feedback of users" sentence={feedback.sentence}>
        <Feedback report={report} />
      </Part>
      <Part title="Time" sentence={time.sentence}>
        <TimeFigure time={time} />
      </Part>
      <Part title="Roles, turns and lengths" sentence={`${report.roles.sentence} ${candidates.sentence}`}>
        <div className={classes.grid}>
          <LengthFigure caption="Turns in a conversation" unit="Turns" distribution={report.turns} />
          <LengthFigure
            caption="Length of answers, characters"
            unit="Characters"
            distribution={report.answer_lengths}
          />
          <LengthFigure
            caption="Length of prompts, characters"
            unit="Characters"
            distribution={report.prompt_lengths}
          />
        </div>
      </Part>
      <Part title="Languages" sentence={languages.sentence}>
        <div className={classes.grid}>
          <ValueFigure caption="As the source says" values={languages.given} />
          <ValueFigure caption="Detected where it says none" values={languages.detected} />
          <ValueFigure
            caption="Given > detected, where they differ"
            values={{ top: languages.disagreements, other: 0, absent: 0 }}
          />
        </div>
      </Part>
      {strata.length > 0 ? (
        <Part title="Use cases and groups">
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
