import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { bridge } from '../../bridge.ts';
import { useText } from '../../catalogue/area.ts';
import { peopleText } from '../../catalogue/people.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { focusOnMount } from '../../ui/focus.ts';
import { useAction } from '../../ui/useCall.ts';
import classes from './PinPanel.module.css';

interface PinFieldsProps {
  name: string;
  hasPin: boolean;
  onDone: () => void;
}

const SHORTEST = 4;
const LONGEST = 64;

/** The old PIN where there is one, and the new one twice. */
export function PinFields({ name, hasPin, onDone }: PinFieldsProps) {
  const t = useText(peopleText);
  const [old, setOld] = useState('');
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [done, setDone] = useState('');
  const save = useAction((wanted: string | null) =>
    bridge.call('profile.setPin', { name, pin: wanted, ...(hasPin ? { old } : {}) }),
  );
  const fits = pin.length >= SHORTEST && pin.length <= LONGEST;
  const store = async (wanted: string | null) => {
    setDone('');
    if ((await save.run(wanted)) === null) return;
    for (const clear of [setOld, setPin, setAgain]) clear('');
    setDone(wanted === null ? t.pinRemoved(name) : t.pinSet(name));
    // The fields are drawn anew once the list says so; until then the sentence stands.
    setTimeout(onDone, 1200);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (fits && pin === again) void store(pin);
  };
  return (
    <form className={classes.fields} onSubmit={submit} autoComplete="off">
      {hasPin ? (
        <PasswordInput
          label={t.oldPin}
          ref={focusOnMount}
          maxLength={LONGEST}
          value={old}
          onChange={(event) => setOld(event.currentTarget.value)}
        />
      ) : null}
      <PasswordInput
        label={t.newPin}
        description={t.rule}
        ref={hasPin ? undefined : focusOnMount}
        maxLength={LONGEST}
        value={pin}
        onChange={(event) => setPin(event.currentTarget.value)}
      />
      <PasswordInput
        label={t.again}
        maxLength={LONGEST}
        error={again !== '' && again !== pin ? t.differs : undefined}
        value={again}
        onChange={(event) => setAgain(event.currentTarget.value)}
      />
      {save.error ? <ErrorNote error={save.error} /> : null}
      <p role="status" className={classes.done}>
        {done}
      </p>
      <div className={classes.actions}>
        <Button type="submit" disabled={!fits || pin !== again} loading={save.busy}>
          {hasPin ? t.changePin : t.setPin}
        </Button>
        {hasPin ? (
          <Button variant="default" disabled={old === '' || save.busy} onClick={() => void store(null)}>
            {t.removePin}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
