import type { MadePacket } from '../../../shared/contract/packets.ts';
import { useText } from '../../catalogue/area.ts';
import { exchangeText } from '../../catalogue/exchange.ts';
import { bytes } from '../../ui/format.ts';
import { Check } from '../../ui/icons.tsx';
import classes from './Exchange.module.css';
import { fileName } from './words.ts';

/** The packets that were just written. */
export function MadeList({ made }: { made: readonly MadePacket[] }) {
  const t = useText(exchangeText);
  return (
    <div className={classes.made}>
      <p role="status" className={classes.fine}>
        <Check /> {t.written(made.length)}
      </p>
      <ul className={classes.files}>
        {made.map(({ packet, file, bytes: size, encrypted }) => (
          <li key={packet}>
            <span className={classes.path}>{fileName(file)}</span>
            <span className={classes.soft}>
              {encrypted ? `${bytes(size)} · ${t.encrypted}` : bytes(size)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
