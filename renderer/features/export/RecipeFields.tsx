import { Checkbox, SegmentedControl, TextInput } from '@mantine/core';
import type { Dimension } from '../../../shared/domain/rubric.ts';
import { SeedField } from '../../ui/SeedField.tsx';
import { DimensionFields } from './DimensionFields.tsx';
import classes from './Export.module.css';
import type { PlainField, RecipeForm, RecipeProblems } from './recipe-form.ts';
import { useExport } from './store.ts';

interface RecipeFieldsProps {
  dimensions: readonly Dimension[];
  problems: RecipeProblems;
}

const FORMATS = [
  { value: 'trl-sft', label: 'TRL, good answers' },
  { value: 'trl-preference', label: 'TRL, preference pairs' },
];

const SAYS: Record<RecipeForm['format'], string> = {
  'trl-sft': 'For supervised fine-tuning: a prompt and an answer rated well, or its rewrite.',
  'trl-preference': 'For DPO and its kin: a prompt, a chosen and a rejected answer.',
};

/** The form of the recipe. */
export function RecipeFields({ dimensions, problems }: RecipeFieldsProps) {
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
    <form className={classes.form} aria-label="Recipe" onSubmit={(event) => event.preventDefault()}>
      <div>
        <SegmentedControl
          fullWidth
          aria-label="Format"
          data={FORMATS}
          value={form.format}
          onChange={(format) => setForm({ format: format === 'trl-sft' ? 'trl-sft' : 'trl-preference' })}
        />
        <p className={classes.hint}>{SAYS[form.format]}</p>
      </div>
      {sft
        ? field(
            'sharePercent',
            'Good enough on every dimension, %',
            'How far each mean lies from the worst option to the best.',
          )
        : field(
            'marginPercent',
            'Better by at least, %',
            'How far the scores of the two answers lie apart, of the whole scale.',
          )}
      <DimensionFields dimensions={dimensions} problems={problems} />
      <div className={classes.trio}>
        {field('minRatings', 'Ratings, min.')}
        {field('testPercent', 'Held out, %')}
        <SeedField value={form.seed} error={problems.seed} onChange={(seed) => setForm({ seed })} />
      </div>
      <Checkbox
        label="Use raters' rewrites"
        checked={form.rewrites}
        onChange={() => setForm({ rewrites: !form.rewrites })}
      />
      <Checkbox
        label="Put personal data back in place of its placeholders"
        description="The audit log will say that this was done. The preview always shows placeholders."
        checked={form.originals}
        onChange={() => setForm({ originals: !form.originals })}
      />
    </form>
  );
}
