import { chordText } from '../../keys/labels.ts';
import type { Binding } from '../../keys/resolve.ts';
import { useKeyWords } from '../../keys/words.ts';
import { useApp } from '../../store/app.ts';
import { Plus } from '../../ui/icons.tsx';
import { KeyCap } from '../../ui/KeyCap.tsx';
import { KeyChoice } from './KeyChoice.tsx';
import classes from './KeysPanel.module.css';
import type { BindingControls } from './useBinding.ts';

/** More keys than this for one action serve nobody. */
const MOST = 3;

/** One action with its keys: each is a button that waits for another; what is in the way is said below. */
export function KeyRow({ row, controls }: { row: Binding; controls: BindingControls }) {
  const { t, nameOf, keyOf } = useKeyWords();
  const isOwn = useApp((state) => state.preferences.keys[row.id] !== undefined);
  const name = nameOf(row);
  const choosing = controls.choosing?.id === row.id ? controls.choosing : null;
  // The number pad's digit goes with the digit.
  const shown = [...row.chords.entries()].filter(([at, { code }]) => at === 0 || !/^Numpad\w/.test(code));
  return (
    <li className={classes.row} data-choosing={choosing !== null}>
      <span className={classes.name}>{name}</span>
      <span className={classes.keys}>
        {shown.map(([at, chord]) => (
          <button
            key={at}
            type="button"
            className={classes.key}
            aria-label={t.change(name, keyOf(chord))}
            data-waiting={choosing?.at === at}
            onClick={() => controls.begin(row, at)}
            onKeyDown={(event) => choosing && controls.press(row, event)}
          >
            {choosing?.at === at ? t.press : <KeyCap keys={chordText(chord)} decorative />}
          </button>
        ))}
        {shown.length === 0 && !choosing ? <span className={classes.none}>{t.without}</span> : null}
        {shown.length < MOST ? (
          <button
            type="button"
            className={classes.add}
            aria-label={t.add(name)}
            data-waiting={choosing?.at === row.chords.length}
            onClick={() => controls.begin(row, row.chords.length)}
            onKeyDown={(event) => choosing && controls.press(row, event)}
          >
            {choosing?.at === row.chords.length ? t.press : <Plus size={14} />}
          </button>
        ) : null}
      </span>
      <span className={classes.back}>
        {isOwn && !choosing ? (
          <button
            type="button"
            className={classes.link}
            aria-label={t.resetOf(name)}
            onClick={() => controls.reset(row)}
          >
            {t.reset}
          </button>
        ) : null}
      </span>
      {choosing ? <KeyChoice row={row} choosing={choosing} controls={controls} /> : null}
    </li>
  );
}
