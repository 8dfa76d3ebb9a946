import { Radio } from '@mantine/core';
import type { SampleSummary } from '../../../shared/contract/sampling.ts';
import { strategyOf } from '../../../shared/sampling/parameters.ts';
import { textNow, useText } from '../../catalogue/area.ts';
import { comparisonLeadText } from '../../catalogue/comparison-lead.ts';
import { fieldsText } from '../../catalogue/fields.ts';
import { sampleText } from '../../catalogue/sample.ts';
import { when } from '../../ui/format.ts';
import classes from './Sample.module.css';
import { VerifySample } from './VerifySample.tsx';
import { fieldTitle } from './words.ts';

interface SampleListProps {
  samples: readonly SampleSummary[];
  chosen: string;
  onChoose: (id: string) => void;
}

/** How a sample was drawn, in one line. */
function recipe({ parameters }: SampleSummary): string {
  const t = textNow(sampleText);
  const { inline } = textNow(fieldsText);
  const { seed, strata, where, answers, allocation, candidatesOnly, comparisons } = parameters;
  return [
    t.strategies[strategyOf(parameters)].inline,
    strata.length > 0 ? t.by(strata.map((field) => inline(fieldTitle(field))).join(', ')) : '',
    allocation === 'proportional' ? '' : t.allocations[allocation].inline,
    answers === 'last' ? t.lastAnswers : '',
    answers === 'one' ? t.oneOfEach : '',
    candidatesOnly ? t.severalCandidates : '',
    comparisons ? textNow(comparisonLeadText).sideBySide : '',
    where,
    t.seed(String(seed)),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The samples drawn so far; one is chosen for the assignment. */
export function SampleList({ samples, chosen, onChoose }: SampleListProps) {
  const t = useText(sampleText);
  return (
    <section className={classes.list}>
      <Radio.Group label={t.toAssign} value={chosen} onChange={onChoose}>
        <ul className={classes.samples}>
          {samples.map((sample) => (
            <li key={sample.id} className={classes.sample}>
              <Radio
                value={sample.id}
                label={
                  <>
                    {t.drawnItems(sample.items, when(sample.createdAt))}
                    <span className={classes.recipe}>{recipe(sample)}</span>
                  </>
                }
              />
              <span className={classes.hint}>
                {sample.assignments === 0 ? t.notAssigned : t.assignments(sample.assignments)}
              </span>
              <VerifySample sample={sample} />
            </li>
          ))}
        </ul>
      </Radio.Group>
    </section>
  );
}
