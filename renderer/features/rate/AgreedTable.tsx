import type { AgreedAnswer } from '../../../shared/contract/calibration.ts';
import { PREFERENCE } from '../../../shared/domain/comparison.ts';
import {
  type Dimension,
  dimensionLabel,
  type RatingValue,
  type Rubric,
  type Values,
} from '../../../shared/domain/rubric.ts';
import { sameValue } from '../../../shared/domain/value.ts';
import { textNow, useText } from '../../catalogue/area.ts';
import { comparisonText } from '../../catalogue/comparison.ts';
import { learningText } from '../../catalogue/learning.ts';
import { valueWords } from '../../store/rate/words.ts';
import { Check, Close } from '../../ui/icons.tsx';
import classes from './AgreedTable.module.css';

interface AgreedTableProps {
  rubric: Rubric;
  own: Values | null;
  agreed: AgreedAnswer;
}

/** The preference of a comparison, as a dimension to be told of. */
const preference = (): Dimension => ({
  id: PREFERENCE,
  label: textNow(comparisonText).which,
  level: 'nominal',
  options: [],
});

/** A value in words; a preference by the place of the better answer. */
function inWords(entry: Dimension, value: RatingValue): string {
  const { answer, none } = textNow(comparisonText);
  if (entry.id !== PREFERENCE) return valueWords(entry, value);
  if (value === 'tie' || value === 'both_bad') return none[value];
  return answer(Number(value));
}

/** How many gave which other value: "3: 2, 4: 1". */
const spreadWords = (entry: Dimension, agreed: AgreedAnswer): string =>
  (agreed.spread[entry.id] ?? [])
    .map(({ value, raters }) => `${inWords(entry, value)}: ${raters}`)
    .join(', ');

function Row({ entry, own, agreed }: { entry: Dimension } & Omit<AgreedTableProps, 'rubric'>) {
  const t = useText(learningText);
  const mine = own?.[entry.id];
  const known = agreed.values[entry.id];
  const isSame = known !== undefined && known !== null && sameValue(mine, known);
  const isOpen = known === undefined || known === null;
  const spread = spreadWords(entry, agreed);
  return (
    <tr>
      <th scope="row">{dimensionLabel(entry)}</th>
      <td>{mine === undefined ? '–' : inWords(entry, mine)}</td>
      <td title={spread || undefined}>
        {known === undefined ? '–' : known === null ? `${t.noMajority} (${spread})` : inWords(entry, known)}
      </td>
      <td className={classes.verdict} data-same={isSame}>
        {isOpen ? null : isSame ? <Check size={14} /> : <Close size={14} />}
        {isOpen ? '' : isSame ? t.same : t.differs}
      </td>
    </tr>
  );
}

/** The agreed answer beside the rater's own, dimension by dimension. */
export function AgreedTable({ rubric, own, agreed }: AgreedTableProps) {
  const t = useText(learningText);
  const rows = [preference(), ...rubric.dimensions].filter(
    ({ id }) => own?.[id] !== undefined || agreed.values[id] !== undefined,
  );
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t.dimension}</th>
          <th scope="col">{t.yours}</th>
          <th scope="col">{agreed.source === 'gold' ? t.known : t.agreedBy(agreed.raters)}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map((entry) => (
          <Row key={entry.id} entry={entry} own={own} agreed={agreed} />
        ))}
      </tbody>
    </table>
  );
}
