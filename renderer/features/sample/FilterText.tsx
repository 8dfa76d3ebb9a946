import { Textarea } from '@mantine/core';
import { FIELDS } from '../../../shared/sampling/expression/fields.ts';
import type { FilterForm } from './filter-form.ts';
import classes from './Sample.module.css';

interface FilterTextProps {
  filter: FilterForm;
  problem: string | undefined;
  onChange: (text: string) => void;
}

/** The filter as it is written on a command line, with what it can ask for. */
export function FilterText({ filter, problem, onChange }: FilterTextProps) {
  return (
    <>
      <Textarea
        aria-label="Filter as text"
        autosize
        minRows={3}
        maxRows={10}
        spellCheck={false}
        classNames={{ input: classes.code ?? '' }}
        placeholder={'language = en and (length > 200 or feedback.thumb = down)'}
        value={filter.text}
        error={problem}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <details className={classes.syntax}>
        <summary>What can be asked</summary>
        <p>
          <code>= != &lt; &lt;= &gt; &gt;=</code>, <code>in (a, b)</code>, <code>contains</code>,{' '}
          <code>is null</code>, joined by <code>and</code>, <code>or</code>, <code>not</code> and brackets;
          values with blanks in quotes; dates as <code>2026-10-01</code>.
        </p>
        <p>
          <code>{[...Object.keys(FIELDS), 'group.NAME'].join(' ')}</code>
        </p>
      </details>
    </>
  );
}
