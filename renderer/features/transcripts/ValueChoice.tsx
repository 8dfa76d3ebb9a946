import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Facet } from '../../../shared/contract/browsing.ts';
import { useText } from '../../catalogue/area.ts';
import { transcriptsText } from '../../catalogue/transcripts.ts';
import { count } from '../../ui/format.ts';
import { withValue } from './filters.ts';
import { useTranscripts } from './store.ts';
import classes from './Transcripts.module.css';
import { fieldTitle, valueWords } from './words.ts';

interface ValueChoiceProps {
  facet: Facet;
  onDone: () => void;
  onBack: () => void;
}

/** The values of a field with how many conversations have each; any other can be typed. */
export function ValueChoice({ facet: { field, values, more }, onDone, onBack }: ValueChoiceProps) {
  const t = useText(transcriptsText);
  const { where, ask } = useTranscripts();
  const [sense, setSense] = useState('is');
  const [typed, setTyped] = useState('');
  const choose = (value: string) => {
    ask({ where: withValue(where, field, value, sense === 'not') });
    onDone();
  };
  const shown = values.filter(({ label }) =>
    valueWords(field, label).toLowerCase().includes(typed.toLowerCase()),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [first] = shown;
    if (first) choose(first.value);
    else if (typed !== '' && more > 0) choose(typed);
  };
  return (
    <form onSubmit={submit}>
      <p className={classes.choiceHead}>
        <Button size="compact-xs" variant="subtle" onClick={onBack}>
          {t.back(fieldTitle(field))}
        </Button>
        <SegmentedControl
          size="xs"
          aria-label={t.isOrNot}
          data={[
            { value: 'is', label: t.is },
            { value: 'not', label: t.isNot },
          ]}
          value={sense}
          onChange={setSense}
        />
      </p>
      <TextInput
        size="xs"
        data-autofocus
        aria-label={t.findValueOf(fieldTitle(field))}
        placeholder={t.findValue}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <ul className={classes.choices} aria-label={fieldTitle(field)}>
        {shown.map(({ value, label, count: many }) => (
          <li key={value}>
            <button type="button" className={classes.choice} onClick={() => choose(value)}>
              <span className={classes.value}>{valueWords(field, label)}</span>{' '}
              <span className={classes.times}>{count(many)}</span>
            </button>
          </li>
        ))}
      </ul>
      {more > 0 ? <p className={classes.hint}>{t.moreValues(more)}</p> : null}
    </form>
  );
}
