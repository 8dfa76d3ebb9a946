import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../catalogue/area.ts';
import { exchangeText } from '../../catalogue/exchange.ts';
import classes from './Exchange.module.css';

interface AnotherPersonProps {
  busy: boolean;
  onName: (name: string) => void;
  onCancel: () => void;
}

/** Asks what the other person under the same name is to be called. */
export function AnotherPerson({ busy, onName, onCancel }: AnotherPersonProps) {
  const t = useText(exchangeText);
  const [name, setName] = useState('');
  return (
    <form
      className={classes.another}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') onName(name.trim());
      }}
    >
      <TextInput
        label={t.anotherName}
        autoFocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      />
      <div className={classes.ways}>
        <Button size="xs" type="submit" disabled={busy || name.trim() === ''}>
          {t.anotherNow}
        </Button>
        <Button size="xs" variant="default" onClick={onCancel}>
          {t.cancel}
        </Button>
      </div>
    </form>
  );
}
