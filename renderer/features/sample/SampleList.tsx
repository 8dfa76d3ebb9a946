import { Radio } from '@mantine/core';
import type { SampleSummary } from '../../../shared/contract/sampling.ts';
import { plural, when } from '../../ui/format.ts';
import classes from './Sample.module.css';
import { fieldTitle } from './where.ts';

interface SampleListProps {
  samples: readonly SampleSummary[];
  chosen: string;
  onChoose: (id: string) => void;
}

/** How a sample was drawn, in one line. */
function recipe({ parameters: { seed, strata, where, answers } }: SampleSummary): string {
  return [
    `seed ${seed}`,
    strata.length > 0 ? `by ${strata.map((field) => fieldTitle(field).toLowerCase()).join(', ')}` : '',
    answers === 'last' ? 'last answers' : '',
    where,
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
              <code className={classes.digest} title={`Digest ${sample.digest}`}>
                {sample.digest.slice(0, 12)}
              </code>
            </li>
          ))}
        </ul>
      </Radio.Group>
    </section>
  );
}
