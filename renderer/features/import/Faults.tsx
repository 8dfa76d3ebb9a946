import type { Inspection } from '../../../shared/contract/importing.ts';
import { useText } from '../../catalogue/area.ts';
import { importFormatsText } from '../../catalogue/import-formats.ts';
import classes from './Choosing.module.css';
import shared from './Import.module.css';

const FEW = 5;
const REPLACED = '\ufffd';

const isGarbled = ({ preview }: Inspection): boolean =>
  preview.some(({ messages }) => messages.some(({ text }) => text.includes(REPLACED)));

/** What is wrong with some of the first records. */
export function Faults({ inspection }: { inspection: Inspection }) {
  const t = useText(importFormatsText);
  const { faults, encoding } = inspection;
  const garbled = isGarbled(inspection) && encoding !== null;
  if (faults.length === 0 && !garbled) return null;
  const few = faults.slice(0, FEW);
  return (
    <section aria-label={t.faults}>
      {garbled ? <p className={classes.faults}>{t.garbled(REPLACED)}</p> : null}
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
