import { isAsked } from '../../../../shared/domain/rating.ts';
import {
  type Dimension,
  dimensionLabel,
  kindOf,
  optionOf,
  type Rubric,
} from '../../../../shared/domain/rubric.ts';
import { isMarked } from '../../../../shared/domain/value.ts';
import { useText } from '../../../catalogue/area.ts';
import { rubricEditorText } from '../../../catalogue/rubric-editor.ts';
import { capOf } from '../../../keys/labels.ts';
import { KeyCap } from '../../../ui/KeyCap.tsx';
import { AnswerField } from './AnswerField.tsx';
import classes from './Preview.module.css';
import { PreviewCategories } from './PreviewCategories.tsx';
import { jumpTo, type Trial } from './state.ts';

export interface PreviewPart {
  entry: Dimension;
  rubric: Rubric;
  trial: Trial;
  onChange: (trial: Trial) => void;
}

/** One dimension of the trial, as it stands. */
export function PreviewDimension({ jumpKey, ...part }: PreviewPart & { jumpKey: string | undefined }) {
  const t = useText(rubricEditorText);
  const { entry, rubric, trial, onChange } = part;
  const { values } = trial.rating;
  const asked = isAsked(rubric, entry, values);
  const current = trial.dimension === entry.id;
  const value = values[entry.id];
  const figureOnly = kindOf(entry) !== 'categories' ? optionOf(entry, value)?.label : undefined;
  const state = !asked ? t.notAsked : current && value === undefined ? t.now : (figureOnly ?? '');
  return (
    <section className={classes.block} data-current={current} data-asked={asked}>
      <div className={classes.line}>
        <button
          type="button"
          tabIndex={-1}
          className={classes.name}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChange(jumpTo(trial, entry.id))}
        >
          {dimensionLabel(entry)}
        </button>
        <span className={classes.state}>{state}</span>
        {jumpKey ? <KeyCap keys={capOf(jumpKey)} /> : null}
      </div>
      <AnswerField {...part} asked={asked} />
      {entry.categories && isMarked(entry, value) ? <PreviewCategories {...part} /> : null}
    </section>
  );
}
