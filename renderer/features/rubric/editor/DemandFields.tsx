import { Checkbox, Textarea, TextInput } from '@mantine/core';
import type { DraftDimension } from '../../../../shared/domain/rubric-draft.ts';
import { useText } from '../../../catalogue/area.ts';
import { rubricFieldsText } from '../../../catalogue/rubric-fields.ts';
import type { DimensionPart } from './DimensionForm.tsx';
import classes from './Editor.module.css';
import { setDimension } from './edits.ts';
import { useProblemAt } from './problems.ts';
import { useEditor } from './store.ts';

/** What is asked for beside the value: categories, the words that carry it, a rationale. */
export function DemandFields({ entry, problems }: DimensionPart) {
  const t = useText(rubricFieldsText);
  const problemAt = useProblemAt(problems);
  const { change } = useEditor.getState();
  const { uid, kind, categories, spans, spansFrom, rationaleFrom, rationaleRequired } = entry;
  const set = (next: Partial<DraftDimension>, what?: string) =>
    change((before) => setDimension(before, uid, next), what);
  const scaled = kind === 'options' || kind === 'slider';
  const from = (field: 'spansFrom' | 'rationaleFrom', value: string, disabled = false) => (
    <TextInput
      label={t[field]}
      placeholder={t.never}
      inputMode="decimal"
      disabled={disabled}
      value={value}
      error={problemAt(uid, field)}
      onChange={({ currentTarget }) => set({ [field]: currentTarget.value }, `${field} ${uid}`)}
    />
  );
  return (
    <section className={classes.group}>
      <h3 className={classes.legend}>{t.demands}</h3>
      <Checkbox
        label={t.rationaleRequired}
        checked={rationaleRequired}
        onChange={({ currentTarget: { checked } }) => set({ rationaleRequired: checked })}
      />
      <Checkbox
        label={t.spans}
        checked={spans}
        onChange={({ currentTarget: { checked } }) => set({ spans: checked })}
      />
      {scaled ? (
        <>
          <div className={classes.two}>
            {from('rationaleFrom', rationaleFrom, rationaleRequired)}
            {from('spansFrom', spansFrom)}
          </div>
          <Checkbox
            label={t.hasCategories}
            checked={categories !== null}
            onChange={({ currentTarget: { checked } }) => set({ categories: checked ? [] : null })}
          />
          {categories ? (
            <Textarea
              label={t.categories}
              autosize
              minRows={3}
              value={categories.join('\n')}
              error={problemAt(uid, 'categories')}
              onChange={({ currentTarget: { value } }) =>
                set({ categories: value.split('\n') }, `categories ${uid}`)
              }
            />
          ) : null}
        </>
      ) : null}
    </section>
  );
}
