import type { Inspection } from '../../../shared/contract/importing.ts';
import { useText } from '../../catalogue/area.ts';
import { importFormatsText } from '../../catalogue/import-formats.ts';
import classes from './Choosing.module.css';
import shared from './Import.module.css';
import { isGarbled, REPLACED } from './words.ts';

const FEW = 5;

/** What is wrong with some of the first records. */
export function Faults({ inspection }: { inspection: Inspection }) {
  const t = useText(importFormatsText);
  const { faults } = inspection;
  const garbled = isGarbled(inspection);
  if (faults.length === 0 && !garbled) return null;
  const few = faults.slice(0, FEW);
  return (
    <section aria-label={t.faults}>
      {garbled ? <p className={classes.garbled}>{t.garbled(REPLACED)}</p> : null}
      {few.length > 0 ? <h3 className={shared.small}>{t.faults}</h3> : null}
      <ul className={classes.faults}>
        {few.map((fault) => (
          <li key={fault} lang="en">
            {fault}
          </li>
        ))}
      </ul>
      {faults.length > FEW ? <p className={shared.hint}>{t.moreFaults(faults.length - FEW)}</p> : null}
    </section>
  );
}
