import { useState } from 'react';
import type { Affected, RerateRequest, RubricVersion } from '../../../../shared/contract/rubric.ts';
import { useText } from '../../../catalogue/area.ts';
import { rubricText } from '../../../catalogue/rubric.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { Section } from '../../../ui/Page.tsx';
import { useCall } from '../../../ui/useCall.ts';
import classes from '../Rubric.module.css';
import { AskAgain } from './AskAgain.tsx';
import { Requests } from './Requests.tsx';

interface AgainPanelProps {
  requests: readonly RerateRequest[];
  versions: readonly RubricVersion[];
  onChange: () => void;
}

const raterNames = ({ dimensions }: Affected): string[] => [
  ...new Set(dimensions.flatMap(({ raters }) => raters.map(({ rater }) => rater))),
];

/** What a change of the rubric touches, and having it judged again. */
export function AgainPanel({ requests, versions, onChange }: AgainPanelProps) {
  const t = useText(rubricText);
  const found = useCall('rubric.affected', {});
  const [said, setSaid] = useState('');
  const { value } = found;
  const changed = (sentence: string) => {
    setSaid(sentence);
    onChange();
    void found.reload();
  };
  return (
    <div className={classes.again}>
      {versions.length > 1 ? <p className={classes.lead}>{t.againLead}</p> : null}
      {found.error ? <ErrorNote error={found.error} onRetry={() => void found.reload()} /> : null}
      {found.loading && !value ? <p className={classes.quiet}>{t.counting}</p> : null}
      {value && value.dimensions.length === 0 && value.underway === 0 ? (
        <EmptyState
          title={t.nothingAffected}
          text={versions.length > 1 ? t.guidelinesToo : t.nothingAffectedWhy}
        />
      ) : null}
      {value && value.dimensions.length > 0 ? (
        <AskAgain
          key={value.dimensions.map(({ dimension, ratings }) => `${dimension} ${ratings}`).join()}
          affected={value}
          raters={raterNames(value)}
          onAsked={changed}
        />
      ) : null}
      {value && value.underway > 0 ? (
        <p className={classes.quiet}>{t.underway(t.ratings(value.underway))}</p>
      ) : null}
      <p className={classes.said} role="status">
        {said}
      </p>
      {requests.length > 0 ? (
        <Section title={t.requests}>
          <Requests requests={requests} onChange={changed} />
        </Section>
      ) : null}
    </div>
  );
}
