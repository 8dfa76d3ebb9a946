import { Checkbox, SegmentedControl, TextInput } from '@mantine/core';
import type { Dimension } from '../../../shared/domain/rubric.ts';
import { SeedField } from '../../ui/SeedField.tsx';
import { DimensionFields } from './DimensionFields.tsx';
import classes from './Export.module.css';
import type { RecipeForm, RecipeProblems } from './recipe-form.ts';
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
  'trl-sft': 'For supervised fine-tuning: each row is a prompt and an answer rated well, or its rewrite.',
  'trl-preference': 'For DPO and its kin: each row is a prompt, a chosen and a rejected answer.',
};

type TextField = 'testPercent' | 'minRatings' | 'sharePercent' | 'marginPercent';

/** The form of the recipe. */
export function RecipeFields({ dimensions, problems }: RecipeFieldsProps) {
  const { form, setForm } = useExport();
  const field = (name: TextField, label: string, description?: string) => (
    <TextInput
      label={label}
      description={description}
      inputMode="decimal"
      value={form[name]}
      error={problems[name]}
      onChange={(event) => setForm({ [name]: event.currentTarget.value })}
    />
  );
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
      <DimensionFields dimensions={dimensions} problems={problems} />
      {form.format === 'trl-preference'
        ? field(
            'marginPercent',
            'Scores differ by at least, % of the scale',
            'Two answers closer than that make no pair.',
          )
        : field(
            'sharePercent',
            'On every dimension at least, % of the scale',
            'Answers whose mean is lower on any one are left out.',
          )}
      <Checkbox
        label="Use raters' rewrites"
        checked={form.rewrites}
        onChange={() => setForm({ rewrites: !form.rewrites })}
      />
      <div className={classes.pair}>
        {field('minRatings', 'Ratings needed')}
        {field('testPercent', 'Held out, %')}
      </div>
      <SeedField
        description="Decides which conversations are held out."
        value={form.seed}
        error={problems.seed}
        onChange={(seed) => setForm({ seed })}
      />
    </form>
  );
}
