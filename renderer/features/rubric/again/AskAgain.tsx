import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { Affected } from '../../../../shared/contract/rubric.ts';
import { bridge } from '../../../bridge.ts';
import { useText } from '../../../catalogue/area.ts';
import { rubricText } from '../../../catalogue/rubric.ts';
import { type Column, DataTable } from '../../../ui/DataTable.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { count } from '../../../ui/format.ts';
import { useAction, useCall } from '../../../ui/useCall.ts';
import classes from '../Rubric.module.css';

type Row = Affected['dimensions'][number];

interface AskAgainProps {
  affected: Affected;
  raters: readonly string[];
  onAsked: (said: string) => void;
}

const without = (list: readonly string[], one: string): string[] => list.filter((other) => other !== one);
const toggled = (list: readonly string[], one: string): string[] =>
  list.includes(one) ? without(list, one) : [...list, one];

/** The changed dimensions and their raters, to choose from; how much that comes to is counted before anything is asked. */
export function AskAgain({ affected, raters, onAsked }: AskAgainProps) {
  const t = useText(rubricText);
  const [dimensions, setDimensions] = useState(() => affected.dimensions.map(({ dimension }) => dimension));
  const [asked, setAsked] = useState<readonly string[]>(raters);
  const possible = dimensions.length > 0 && asked.length > 0;
  const choice = { dimensions, raters: [...asked] };
  const counted = useCall('rubric.affected', possible ? choice : null);
  const chosen = possible ? counted.value?.chosen : undefined;
  const rerate = useAction(async () => {
    const done = await bridge.call('rubric.rerate', choice);
    if (done.ok) onAsked(t.asked(t.ratings(done.value.assignments)));
    return done;
  });
  const columns: Column<Row>[] = [
    {
      key: 'dimension',
      title: t.dimension,
      cell: ({ dimension, label }) => (
        <Checkbox
          label={label}
          aria-label={t.choose(label)}
          checked={dimensions.includes(dimension)}
          onChange={() => setDimensions(toggled(dimensions, dimension))}
        />
      ),
    },
    { key: 'why', title: t.why, cell: ({ by }) => t.by[by] },
    { key: 'ratings', title: t.ratingsHead, number: true, cell: ({ ratings }) => count(ratings) },
    { key: 'items', title: t.items, number: true, cell: ({ items }) => count(items) },
    {
      key: 'raters',
      title: t.raters,
      cell: (row) => row.raters.map(({ rater, ratings }) => `${rater} ${count(ratings)}`).join(', '),
    },
  ];
  return (
    <>
      <DataTable
        label={t.again}
        columns={columns}
        rows={affected.dimensions}
        rowKey={(row) => row.dimension}
      />
      <fieldset className={classes.raters}>
        <legend>{t.raters}</legend>
        {raters.map((rater) => (
          <Checkbox
            key={rater}
            label={rater}
            aria-label={t.chooseRater(rater)}
            checked={asked.includes(rater)}
            onChange={() => setAsked(toggled(asked, rater))}
          />
        ))}
      </fieldset>
      <div className={classes.ask}>
        <p aria-live="polite">
          {chosen
            ? t.willAsk(t.ratings(chosen.ratings), t.item(chosen.items))
            : possible
              ? t.counting
              : t.askNobody}
        </p>
        <Button
          disabled={!chosen || chosen.ratings === 0 || counted.loading}
          loading={rerate.busy}
          onClick={() => void rerate.run()}
        >
          {t.ask(t.ratings(chosen?.ratings ?? 0))}
        </Button>
      </div>
      {counted.error ? <ErrorNote error={counted.error} onRetry={() => void counted.reload()} /> : null}
      {rerate.error ? <ErrorNote error={rerate.error} onDismiss={rerate.dismiss} /> : null}
    </>
  );
}
