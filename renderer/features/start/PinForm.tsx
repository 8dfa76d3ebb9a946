import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import type { RaterSummary } from '../../../shared/contract/project.ts';
import { useText } from '../../catalogue/area.ts';
import { peopleText } from '../../catalogue/people.ts';
import { useApp } from '../../store/app.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { focusOnMount } from '../../ui/focus.ts';
import { useAction } from '../../ui/useCall.ts';
import classes from './WhoScreen.module.css';

interface PinFormProps {
  person: RaterSummary;
  /** When the next try is heard, UTC; null for now. */
  retryAt: string | null;
  /** Told of each try, right or wrong. */
  onTried: () => void;
}

/** Whole seconds until then, counted down; 0 when there is nothing to wait for. */
function useSecondsUntil(at: string | null): number {
  const [now, setNow] = useState(Date.now);
  const left = at === null ? 0 : Math.max(0, Math.ceil((Date.parse(at) - now) / 1000));
  useEffect(() => {
    if (at === null) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [at]);
  return left;
}

/** Asks a person for their PIN, below their name. */
export function PinForm({ person, retryAt, onTried }: PinFormProps) {
  const t = useText(peopleText);
  const [pin, setPin] = useState('');
  const enter = useAction((tried: string) => useApp.getState().choosePerson(person, tried));
  const wait = useSecondsUntil(retryAt);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (pin === '' || wait > 0) return;
    await enter.run(pin);
    setPin('');
    onTried();
  };
  const code = enter.error?.code;
  const isWrong = code === 'PIN_WRONG' || code === 'PIN_WAIT';
  return (
    <form className={classes.pin} onSubmit={(event) => void submit(event)} autoComplete="off">
      <PasswordInput
        label={t.pinOf(person.name)}
        ref={focusOnMount}
        maxLength={64}
        value={pin}
        onChange={(event) => setPin(event.currentTarget.value)}
      />
      <Button type="submit" disabled={pin === '' || wait > 0} loading={enter.busy}>
        {t.enter}
      </Button>
      <p className={classes.wrong} role="status">
        {[isWrong ? t.wrong : '', wait > 0 ? t.wait(wait) : ''].filter(Boolean).join(' ')}
      </p>
      {enter.error && !isWrong && code !== 'PIN_NEEDED' ? <ErrorNote error={enter.error} /> : null}
      <details className={classes.forgotten}>
        <summary>{t.forgotten}</summary>
        <p>{t.aboutForgotten}</p>
      </details>
    </form>
  );
}
