import { Modal, Select } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../catalogue/area.ts';
import { peopleText } from '../../catalogue/people.ts';
import { useApp } from '../../store/app.ts';
import { useCall } from '../../ui/useCall.ts';
import { PinFields } from './PinFields.tsx';
import classes from './PinPanel.module.css';

/** The PIN of who sits at the desk; with nobody there, of anybody on this machine who gives the old one. */
export function PinPanel() {
  const t = useText(peopleText);
  const person = useApp((state) => state.person);
  const asked = useApp((state) => state.asked);
  const raters = useApp((state) => state.project?.raters) ?? [];
  const [chosen, setChosen] = useState((person ?? asked ?? raters[0])?.name ?? '');
  const profiles = useCall('profiles.list', {});
  const known = profiles.value?.find(({ name }) => name === chosen);
  const close = () => useApp.getState().showOverlay(null);
  return (
    <Modal
      opened
      onClose={close}
      title={person ? t.pinOf(person.name) : t.pinTitle}
      size={480}
      closeButtonProps={{ 'aria-label': t.close }}
    >
      <p className={classes.soft}>{t.aboutPin}</p>
      {person ? null : (
        <Select
          className={classes.person}
          label={t.person}
          data={[...new Set(raters.map(({ name }) => name))]}
          value={chosen}
          allowDeselect={false}
          onChange={(name) => setChosen(name ?? chosen)}
        />
      )}
      {profiles.value && chosen !== '' ? (
        <PinFields
          key={`${chosen} ${known?.pin}`}
          name={chosen}
          hasPin={known?.pin ?? false}
          onDone={() => void profiles.reload()}
        />
      ) : null}
      <details className={classes.forgotten}>
        <summary>{t.forgotten}</summary>
        <p className={classes.soft}>{t.aboutForgotten}</p>
      </details>
    </Modal>
  );
}
