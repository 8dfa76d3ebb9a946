import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { parseExpression } from '../../../shared/sampling/expression/parse.ts';
import { useText } from '../../catalogue/area.ts';
import { transcriptsText } from '../../catalogue/transcripts.ts';
import { useTranscripts } from './store.ts';
import classes from './Transcripts.module.css';

interface FilterTextProps {
  /** Back to chips; null where the filter cannot be shown as chips. */
  onChips: (() => void) | null;
}

const EXAMPLE = 'model = asst-1 and (feedback.thumb = -1 or length < 40) and created_at >= 2026-01-01';

/** The filter in the language of filters, for what chips cannot say. */
export function FilterText({ onChips }: FilterTextProps) {
  const t = useText(transcriptsText);
  const { where, ask } = useTranscripts();
  const [text, setText] = useState(where);
  const parsed = parseExpression(text);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (parsed.ok) ask({ where: text.trim() });
  };
  return (
    <form className={classes.filters} onSubmit={submit}>
      <TextInput
        className={classes.expression}
        size="xs"
        aria-label={t.filter}
        placeholder={EXAMPLE}
        spellCheck={false}
        value={text}
        error={parsed.ok ? undefined : parsed.error.message}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" size="xs" variant="default" disabled={!parsed.ok || text.trim() === where}>
        {t.apply}
      </Button>
      {onChips ? (
        <button type="button" className={classes.link} onClick={onChips}>
          {t.asChips}
        </button>
      ) : (
        <button type="button" className={classes.link} onClick={() => ask({ where: '' })}>
          {t.clear}
        </button>
      )}
    </form>
  );
}
