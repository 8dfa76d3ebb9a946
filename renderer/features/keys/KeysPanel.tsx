import { Button, Modal, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useKeymap } from '../../keys/current.ts';
import { fuzzyScore } from '../../keys/fuzzy.ts';
import { chordText } from '../../keys/labels.ts';
import { type Binding, type Hand, isChangeable } from '../../keys/resolve.ts';
import { useKeyWords } from '../../keys/words.ts';
import { useApp } from '../../store/app.ts';
import { KeyCap } from '../../ui/KeyCap.tsx';
import { KeyNotes } from './KeyNotes.tsx';
import { KeyRow } from './KeyRow.tsx';
import classes from './KeysPanel.module.css';
import { useBinding } from './useBinding.ts';

const HANDS: readonly Hand[] = ['left', 'both', 'right'];

/** The actions whose keys can be changed, by their headings, that fit what was typed. */
function useGroups(typed: string): [string, Binding[]][] {
  const bindings = useKeymap((state) => state.bindings);
  const { nameOf, groupOf } = useKeyWords();
  const groups = new Map<string, Binding[]>();
  for (const row of bindings.filter(isChangeable)) {
    const group = groupOf(row);
    const fits = fuzzyScore(typed, `${nameOf(row)} ${group} ${row.chords.map(chordText).join(' ')}`) !== null;
    if (fits) groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  return [...groups];
}

function FixedKeys() {
  const { t, nameOf } = useKeyWords();
  const fixed = useKeymap((state) => state.bindings).filter(({ scope }) => scope === 'text');
  return (
    <section className={classes.group}>
      <p className={classes.soft}>{t.fixed}</p>
      {fixed.map((row) => (
        <p key={row.id} className={classes.row}>
          <span className={classes.name}>{nameOf(row)}</span>
          <span className={classes.keys}>
            {row.chords.map((chord) => (
              <KeyCap key={chordText(chord)} keys={chordText(chord)} />
            ))}
          </span>
        </p>
      ))}
    </section>
  );
}

/** Every key, to be changed by pressing another. */
export function KeysPanel() {
  const [typed, setTyped] = useState('');
  const { t } = useKeyWords();
  const controls = useBinding();
  const hand = useApp((state) => state.preferences.hand);
  const groups = useGroups(typed);
  const { remember, showOverlay } = useApp.getState();
  return (
    <Modal
      opened
      onClose={() => (controls.choosing ? controls.cancel() : showOverlay(null))}
      title={t.title}
      size={760}
      closeButtonProps={{ 'aria-label': t.close }}
    >
      <p className={classes.soft}>{t.lead}</p>
      <div className={classes.hand}>
        <span id="hand">{t.hand}</span>
        <SegmentedControl
          aria-labelledby="hand"
          value={hand}
          data={HANDS.map((value) => ({ value, label: t.hands[value] }))}
          onChange={(value) => remember({ hand: HANDS.find((one) => one === value) ?? 'both' })}
        />
      </div>
      <p className={classes.soft}>{t.aboutHand[hand]}</p>
      <KeyNotes />
      <div className={classes.tools}>
        <TextInput
          aria-label={t.find}
          placeholder={t.find}
          className={classes.find}
          data-autofocus
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button variant="default" onClick={controls.resetAll}>
          {t.resetAll}
        </Button>
      </div>
      <p className={classes.said} role="status">
        {controls.said}
      </p>
      {groups.length === 0 ? <p role="status">{t.noneFound}</p> : null}
      {groups.map(([group, rows]) => (
        <section key={group} className={classes.group}>
          <h3>{group}</h3>
          <ul>
            {rows.map((row) => (
              <KeyRow key={row.id} row={row} controls={controls} />
            ))}
          </ul>
        </section>
      ))}
      <FixedKeys />
    </Modal>
  );
}
