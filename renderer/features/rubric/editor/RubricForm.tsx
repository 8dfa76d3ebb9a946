import { SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { RubricDraft } from '../../../../shared/domain/rubric-draft.ts';
import type { DraftProblem } from '../../../../shared/domain/rubric-problems.ts';
import { useText } from '../../../catalogue/area.ts';
import { rubricFieldsText } from '../../../catalogue/rubric-fields.ts';
import { Markdown } from '../../../ui/Markdown.tsx';
import { ComparisonFields } from './ComparisonFields.tsx';
import classes from './Editor.module.css';
import { useProblemAt } from './problems.ts';
import { useEditor } from './store.ts';

interface RubricFormProps {
  draft: RubricDraft;
  problems: readonly DraftProblem[];
}

function Guidelines({ text }: { text: string }) {
  const t = useText(rubricFieldsText);
  const [side, setSide] = useState('write');
  const { change } = useEditor.getState();
  return (
    <section className={classes.guidelines} aria-label={t.guidelines}>
      <div className={classes.formHead}>
        <h2 className={classes.partTitle}>{t.guidelines}</h2>
        <SegmentedControl
          size="xs"
          value={side}
          onChange={setSide}
          transitionDuration={0}
          data={[
            { value: 'write', label: t.write },
            { value: 'preview', label: t.preview },
          ]}
        />
      </div>
      {side === 'write' ? (
        <Textarea
          aria-label={t.guidelines}
          description={t.guidelinesHelp}
          autosize
          minRows={12}
          value={text}
          onChange={({ currentTarget: { value } }) =>
            change((draft) => ({ ...draft, guidelines: value }), 'guidelines')
          }
        />
      ) : (
        <div className={classes.read}>
          <Markdown text={text} />
        </div>
      )}
    </section>
  );
}

/** The fields of the rubric as a whole. */
export function RubricForm({ draft, problems }: RubricFormProps) {
  const t = useText(rubricFieldsText);
  const problemAt = useProblemAt(problems);
  const { change } = useEditor.getState();
  const none = problemAt('', 'dimensions');
  return (
    <>
      <TextInput
        label={t.title}
        value={draft.title}
        error={problemAt('', 'title')}
        onChange={({ currentTarget: { value } }) =>
          change((before) => ({ ...before, title: value }), 'title')
        }
      />
      {none ? <p className={classes.wrong}>{none}</p> : null}
      <Guidelines text={draft.guidelines} />
      <ComparisonFields draft={draft} />
    </>
  );
}
