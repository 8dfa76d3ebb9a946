import type { AgreedAnswer } from '../../../shared/contract/calibration.ts';
import { type Dimension, dimensionLabel, type Rubric, type Values } from '../../../shared/domain/rubric.ts';
import { sameValue } from '../../../shared/domain/value.ts';
import { useText } from '../../catalogue/area.ts';
import { learningText } from '../../catalogue/learning.ts';
import { valueWords } from '../../store/rate/words.ts';
import { Check, Close } from '../../ui/icons.tsx';
import classes from './AgreedTable.module.css';

interface AgreedTableProps {
  rubric: Rubric;
  own: Values | null;
  agreed: AgreedAnswer;
}

/** How many gave which other value: "3: 2, 4: 1". */
const spreadWords = (entry: Dimension, agreed: AgreedAnswer): string =>
  (agreed.spread[entry.id] ?? [])
    .map(({ value, raters }) => `${valueWords(entry, value)}: ${raters}`)
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
      <td>{mine === undefined ? '–' : valueWords(entry, mine)}</td>
      <td title={spread || undefined}>
        {known === undefined
          ? '–'
          : known === null
            ? `${t.noMajority} (${spread})`
            : valueWords(entry, known)}
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
  const rows = rubric.dimensions.filter(
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
