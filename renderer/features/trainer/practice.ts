import type { Rubric } from '../../../shared/domain/rubric.ts';
import type { TrainerTexts } from '../../catalogue/trainer.ts';

type Words = Pick<TrainerTexts, 'title' | 'dimensions' | 'options' | 'kinds' | 'items'>;

const numbered = (labels: readonly string[], first: number) =>
  labels.map((label, index) => ({ value: first + index, label }));

/** Yes before no, as raters meet them: 1, then 0. */
const yesNo = (labels: readonly string[]) => labels.map((label, index) => ({ value: 1 - index, label }));

/** The rubric of the practice: the shape of the shipped one, in the language of the window. */
export const practiceRubric = ({ title, dimensions, options, kinds }: Words): Rubric => ({
  id: 'practice',
  version: 1,
  title,
  guidelines: '',
  dimensions: [
    {
      id: 'sensibleness',
      label: dimensions.sensibleness,
      level: 'nominal',
      key: 'KeyS',
      options: yesNo(options.sensible),
    },
    {
      id: 'specificity',
      label: dimensions.specificity,
      level: 'nominal',
      key: 'KeyP',
      gate: { dimension: 'sensibleness', equals: 1 },
      options: yesNo(options.specific),
    },
    {
      id: 'fluency',
      label: dimensions.fluency,
      level: 'ordinal',
      key: 'KeyF',
      options: numbered(options.fluency, 1),
    },
    {
      id: 'bias',
      label: dimensions.bias,
      level: 'ordinal',
      key: 'KeyB',
      spans: true,
      categories: [...kinds],
      options: numbered(options.bias, 0),
    },
  ],
});
