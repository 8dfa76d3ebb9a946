import { Modal } from '@mantine/core';
import { BINDINGS, type KeyBinding } from '../../keys/keymap.ts';
import { chordText } from '../../keys/labels.ts';
import { rubricRows } from '../../keys/rubric-keys.ts';
import { useApp } from '../../store/app.ts';
import { KeyCap } from '../KeyCap.tsx';
import classes from './KeyHelp.module.css';

interface HelpRow {
  id: string;
  group: string;
  label: string;
  keys: string[];
}

const fromTable = ({ id, group, label, chords }: KeyBinding): HelpRow => ({
  id,
  group,
  label,
  keys: chords.filter(({ code }) => code !== 'NumpadEnter').map(chordText),
});

/** All keys, straight from the table that binds them; those of the rubric in their place. */
function useRows(): Map<string, HelpRow[]> {
  const rubric = useApp((state) => state.project?.rubric);
  const rows = BINDINGS.filter(({ byRubric, chords }) => !byRubric && chords.length > 0).map(fromTable);
  const groups = new Map<string, HelpRow[]>();
  for (const row of [...(rubric ? rubricRows(rubric) : []), ...rows])
    groups.set(row.group, [...(groups.get(row.group) ?? []), row]);
  return groups;
}

export function KeyHelp() {
  const close = () => useApp.getState().showOverlay(null);
  return (
    <Modal opened onClose={close} title="All keys" size={1120} closeButtonProps={{ 'aria-label': 'Close' }}>
      <div className={classes.columns} tabIndex={-1} data-autofocus>
        {[...useRows()].map(([group, rows]) => (
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
