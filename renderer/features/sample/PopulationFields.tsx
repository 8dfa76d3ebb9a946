import { Checkbox, SegmentedControl } from '@mantine/core';
import type { DrawParameters } from '../../../shared/contract/sampling.ts';
import { MOST_CANDIDATES } from '../../../shared/domain/preference.ts';
import { useText } from '../../catalogue/area.ts';
import { comparisonLeadText } from '../../catalogue/comparison-lead.ts';
import { sampleText } from '../../catalogue/sample.ts';
import classes from './Sample.module.css';
import { useSample } from './store.ts';

const ANSWERS: readonly DrawParameters['answers'][] = ['all', 'last', 'one'];

/** Which single answers of a conversation can be drawn. */
function OfEach() {
  const t = useText(sampleText);
  const { draw, setDraw } = useSample();
  return (
    <>
      <SegmentedControl
        className={classes.after ?? ''}
        fullWidth
        aria-label={t.fromEach}
        value={draw.answers}
        onChange={(chosen) => {
          const answers = ANSWERS.find((value) => value === chosen);
          if (answers) setDraw({ answers });
        }}
        data={ANSWERS.map((value) => ({ value, label: t.answers[value] }))}
      />
      <div className={classes.checks}>
        <Checkbox
          size="xs"
          label={t.candidatesOnly}
          checked={draw.candidatesOnly}
          onChange={(event) => setDraw({ candidatesOnly: event.currentTarget.checked })}
        />
      </div>
    </>
  );
}

/** What is drawn of each conversation, and which of it is passed over. */
export function PopulationFields() {
  const { againRated, notSampled } = useText(sampleText);
  const t = useText(comparisonLeadText);
  const { draw, setDraw } = useSample();
  return (
    <fieldset className={classes.group}>
      <legend className={classes.label}>{t.what}</legend>
      <SegmentedControl
        fullWidth
        aria-label={t.what}
        value={draw.comparisons ? 'comparisons' : 'answers'}
        onChange={(chosen) => setDraw({ comparisons: chosen === 'comparisons' })}
        data={[
          { value: 'answers', label: t.answers },
          { value: 'comparisons', label: t.comparisons },
        ]}
      />
      {draw.comparisons ? <p className={classes.hint}>{t.comparisonsAre(MOST_CANDIDATES)}</p> : <OfEach />}
      <div className={classes.checks}>
        <Checkbox
          size="xs"
          label={draw.comparisons ? t.againRated : againRated}
          checked={draw.includeRated}
          onChange={(event) => setDraw({ includeRated: event.currentTarget.checked })}
        />
        <Checkbox
          size="xs"
          label={notSampled}
          checked={draw.excludeSampled}
          onChange={(event) => setDraw({ excludeSampled: event.currentTarget.checked })}
        />
      </div>
    </fieldset>
  );
}
