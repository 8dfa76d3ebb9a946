import { Radio } from '@mantine/core';
import type { SampleSummary } from '../../../shared/contract/sampling.ts';
import { strategyOf } from '../../../shared/sampling/parameters.ts';
import { plural, when } from '../../ui/format.ts';
import classes from './Sample.module.css';
import { VerifySample } from './VerifySample.tsx';
import { ALLOCATION_WORDS, fieldTitle, STRATEGY_WORDS } from './words.ts';

interface SampleListProps {
  samples: readonly SampleSummary[];
  chosen: string;
  onChoose: (id: string) => void;
}

/** How a sample was drawn, in one line. */
function recipe({ parameters }: SampleSummary): string {
  const { seed, strata, where, answers, allocation, candidatesOnly } = parameters;
  return [
    STRATEGY_WORDS[strategyOf(parameters)].title.toLowerCase(),
    strata.length > 0 ? `by ${strata.map((field) => fieldTitle(field).toLowerCase()).join(', ')}` : '',
    allocation === 'proportional' ? '' : ALLOCATION_WORDS[allocation].title.toLowerCase(),
    answers === 'last' ? 'last answers' : '',
    answers === 'one' ? 'one of each conversation' : '',
    candidatesOnly ? 'several candidates' : '',
    where,
    `seed ${seed}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The samples drawn so far; one is chosen for the assignment. */
export function SampleList({ samples, chosen, onChoose }: SampleListProps) {
  return (
    <section className={classes.list}>
      <Radio.Group label="Sample to assign" value={chosen} onChange={onChoose}>
        <ul className={classes.samples}>
          {samples.map((sample) => (
            <li key={sample.id} className={classes.sample}>
              <Radio
                value={sample.id}
                label={
                  <>
                    {plural(sample.items, 'item')}, drawn {when(sample.createdAt)}
                    <span className={classes.recipe}>{recipe(sample)}</span>
                  </>
                }
              />
              <span className={classes.hint}>
                {sample.assignments === 0 ? 'not assigned' : plural(sample.assignments, 'assignment')}
              </span>
              <VerifySample sample={sample} />
            </li>
          ))}
        </ul>
      </Radio.Group>
    </section>
  );
}
