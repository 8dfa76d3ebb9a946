import type { Inspection } from '../../../shared/contract/importing.ts';
import classes from './Choosing.module.css';
import shared from './Import.module.css';

const FEW = 5;
const REPLACED = '\ufffd';

const isGarbled = ({ preview }: Inspection): boolean =>
  preview.some(({ messages }) => messages.some(({ text }) => text.includes(REPLACED)));

/** What is wrong with some of the first records. */
export function Faults({ inspection }: { inspection: Inspection }) {
  const { faults, encoding } = inspection;
  const garbled = isGarbled(inspection) && encoding !== null;
  if (faults.length === 0 && !garbled) return null;
  const few = faults.slice(0, FEW);
  return (
    <section aria-label="Faults in the first records">
      {garbled ? (
        <p className={classes.faults}>
          Some characters could not be read and stand as {REPLACED}. Another encoding may fit better.
        </p>
      ) : null}
      {few.length > 0 ? <h3 className={shared.small}>Faults in the first records</h3> : null}
      <ul className={classes.faults}>
        {few.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
      {faults.length > FEW ? (
        <p className={shared.hint}>and {faults.length - FEW} more; each is kept with its reason.</p>
      ) : null}
    </section>
  );
}
