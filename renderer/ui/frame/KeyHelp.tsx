import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useKeymap } from '../../keys/current.ts';
import { helpGroups } from '../../keys/help.ts';
import { useKeyWords } from '../../keys/words.ts';
import { useApp } from '../../store/app.ts';
import { KeyCap } from '../KeyCap.tsx';
import classes from './KeyHelp.module.css';

/** All keys as they are now, straight from the table that binds them. */
export function KeyHelp() {
  const [typed, setTyped] = useState('');
  const { t, nameOf, groupOf } = useKeyWords();
  const rubric = useApp((state) => state.project?.rubric);
  const showOverlay = useApp((state) => state.showOverlay);
  const bindings = useKeymap((state) => state.bindings);
  const words = { nameOf, groupOf, values: t.values, dimensions: t.dimensions };
  const groups = helpGroups(bindings, rubric, words, typed);
  return (
    <Modal
      opened
      onClose={() => showOverlay(null)}
      title={t.all}
      size={1120}
      closeButtonProps={{ 'aria-label': t.close }}
    >
      <div className={classes.tools}>
        <TextInput
          aria-label={t.find}
          placeholder={t.find}
          className={classes.find}
          data-autofocus
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button variant="default" onClick={() => showOverlay('commands')}>
          {t.allCommands}
        </Button>
        <Button variant="default" onClick={() => showOverlay('keys')}>
          {t.changeKeys}
        </Button>
        <Button variant="default" onClick={() => showOverlay('trainer')}>
          {t.practise}
        </Button>
      </div>
      <div className={classes.columns}>
        {groups.size === 0 ? <p role="status">{t.noneFound}</p> : null}
        {[...groups].map(([group, rows]) => (
          <section key={group} className={classes.group}>
            <h3>{group}</h3>
            {rows.map(({ id, label, keys }) => (
              <div key={id} className={classes.row}>
                <span>{label}</span>
                <span className={classes.keys}>
                  {keys.map((text) => (
                    <KeyCap key={text} keys={text} />
                  ))}
                </span>
              </div>
            ))}
          </section>
        ))}
      </div>
    </Modal>
  );
}
