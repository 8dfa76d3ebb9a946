import { Checkbox, SegmentedControl, TextInput } from '@mantine/core';
import type { Dimension } from '../../../shared/domain/rubric.ts';
import { adjudicationLeadText } from '../../catalogue/adjudication-lead.ts';
import { useText } from '../../catalogue/area.ts';
import { comparisonLeadText } from '../../catalogue/comparison-lead.ts';
import { exportText } from '../../catalogue/export.ts';
import { SeedField } from '../../ui/SeedField.tsx';
import { DimensionFields } from './DimensionFields.tsx';
import classes from './Export.module.css';
import type { PlainField, RecipeForm, RecipeProblems } from './recipe-form.ts';
import { useExport } from './store.ts';

interface RecipeFieldsProps {
  dimensions: readonly Dimension[];
  problems: RecipeProblems;
}

const FORMATS = ['trl-sft', 'trl-preference'] as const satisfies readonly RecipeForm['format'][];

/** The form of the recipe. */
export function RecipeFields({ dimensions, problems }: RecipeFieldsProps) {
  const t = useText(exportText);
  const { useComparisons } = useText(comparisonLeadText);
  const { useConsensus, aboutConsensus } = useText(adjudicationLeadText);
  const { form, setForm } = useExport();
  const field = (name: PlainField, label: string, description?: string) => (
    <TextInput
      label={label}
      description={description}
      inputMode="decimal"
      value={form[name]}
      error={problems[name]}
      onChange={(event) => setForm({ [name]: event.currentTarget.value })}
    />
  );
  const sft = form.format === 'trl-sft';
  return (
    <form className={classes.form} aria-label={t.recipe} onSubmit={(event) => event.preventDefault()}>
      <div>
        <SegmentedControl
          fullWidth
          aria-label={t.format}
          data={FORMATS.map((value) => ({ value, label: t.formats[value] }))}
          value={form.format}
          onChange={(format) => setForm({ format: format === 'trl-sft' ? 'trl-sft' : 'trl-preference' })}
        />
        <p className={classes.hint}>{t.about[form.format]}</p>
      </div>
      {sft ? field('sharePercent', t.share, t.aboutShare) : field('marginPercent', t.margin, t.aboutMargin)}
      <DimensionFields dimensions={dimensions} problems={problems} />
      <div className={classes.trio}>
        {field('minRatings', t.minRatings)}
        {field('testPercent', t.heldOut)}
        <SeedField value={form.seed} error={problems.seed} onChange={(seed) => setForm({ seed })} />
      </div>
      <Checkbox
        label={t.rewrites}
        checked={form.rewrites}
        onChange={() => setForm({ rewrites: !form.rewrites })}
      />
      {sft ? null : (
        <Checkbox
          label={useComparisons}
          checked={form.comparisons}
          onChange={() => setForm({ comparisons: !form.comparisons })}
        />
      )}
      <Checkbox
        label={useConsensus}
        description={aboutConsensus}
        checked={form.consensus}
        onChange={() => setForm({ consensus: !form.consensus })}
      />
      <Checkbox
        label={t.originals}
        description={t.aboutOriginals}
        checked={form.originals}
        onChange={() => setForm({ originals: !form.originals })}
      />
    </form>
  );
}
