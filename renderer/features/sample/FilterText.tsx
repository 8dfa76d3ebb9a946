import { Textarea } from '@mantine/core';
import { FIELDS } from '../../../shared/sampling/expression/fields.ts';
import { useText } from '../../catalogue/area.ts';
import { sampleText } from '../../catalogue/sample.ts';
import type { FilterForm } from './filter-form.ts';
import classes from './Sample.module.css';

interface FilterTextProps {
  filter: FilterForm;
  problem: string | undefined;
  onChange: (text: string) => void;
}

const EXAMPLE = 'language = en and (length > 200 or feedback.thumb = down)';

/** The filter as it is written on a command line, with what it can ask for. */
export function FilterText({ filter, problem, onChange }: FilterTextProps) {
  const t = useText(sampleText);
  return (
    <>
      <Textarea
        aria-label={t.filterText}
        autosize
        minRows={3}
        maxRows={10}
        spellCheck={false}
        classNames={{ input: classes.code ?? '' }}
        placeholder={EXAMPLE}
        value={filter.text}
        error={problem}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <details className={classes.syntax}>
        <summary>{t.syntax}</summary>
        <p>
          <code>= != &lt; &lt;= &gt; &gt;=</code>, <code>in (a, b)</code>, <code>contains</code>,{' '}
          <code>is null</code>, {t.syntaxIs.joined} <code>and</code>, <code>or</code>, <code>not</code>{' '}
          {t.syntaxIs.and} <code>2026-10-01</code>.
        </p>
        <p>
          <code>{[...Object.keys(FIELDS), 'group.NAME'].join(' ')}</code>
        </p>
      </details>
    </>
  );
}
