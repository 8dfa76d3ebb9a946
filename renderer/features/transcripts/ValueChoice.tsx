import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Facet } from '../../../shared/contract/browsing.ts';
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

const SENSES = [
  { value: 'is', label: 'is' },
  { value: 'not', label: 'is not' },
];

/** The values of a field with how many conversations have each; any other can be typed. */
export function ValueChoice({ facet: { field, values, more }, onDone, onBack }: ValueChoiceProps) {
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
          ← {fieldTitle(field)}
        </Button>
        <SegmentedControl
          size="xs"
          aria-label="Is or is not"
          data={SENSES}
          value={sense}
          onChange={setSense}
        />
      </p>
      <TextInput
        size="xs"
        data-autofocus
        aria-label={`${fieldTitle(field)}: find a value`}
        placeholder="find a value"
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
      {more > 0 ? (
        <p className={classes.hint}>and {count(more)} more: type one in full and press Enter</p>
      ) : null}
    </form>
  );
}
