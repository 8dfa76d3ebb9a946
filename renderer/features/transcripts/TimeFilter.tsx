import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useText } from '../../catalogue/area.ts';
import { transcriptsText } from '../../catalogue/transcripts.ts';
import { withLine } from './filters.ts';
import { useTranscripts } from './store.ts';
import classes from './Transcripts.module.css';

const day = (utc: string | null): string => utc?.slice(0, 10) ?? '';

/** From one day to another, both included; days count from midnight to midnight UTC. */
export function TimeFilter({ onDone }: { onDone: () => void }) {
  const t = useText(transcriptsText);
  const { where, span, ask } = useTranscripts();
  const [from, setFrom] = useState(day(span.from));
  const [to, setTo] = useState(day(span.to));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const since =
      from === '' ? where : withLine(where, { field: 'created_at', operator: '>=', values: [from] });
    ask({
      where: to === '' ? since : withLine(since, { field: 'created_at', operator: '<=', values: [to] }),
    });
    onDone();
  };
  return (
    <form className={classes.dates} onSubmit={submit}>
      <TextInput
        type="date"
        size="xs"
        label={t.from}
        data-autofocus
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        size="xs"
        label={t.to}
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <Button type="submit" size="xs">
        {t.filter}
      </Button>
    </form>
  );
}
