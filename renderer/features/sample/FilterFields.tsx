import { Anchor, Button, SegmentedControl } from '@mantine/core';
import { useText } from '../../catalogue/area.ts';
import { sampleText } from '../../catalogue/sample.ts';
import { Plus } from '../../ui/icons.tsx';
import type { FieldValues } from './DrawFields.tsx';
import { FilterLine } from './FilterLine.tsx';
import { FilterText } from './FilterText.tsx';
import { asLines, asText, type FilterForm, type Line, lineOn } from './filter-form.ts';
import classes from './Sample.module.css';
import { useSample } from './store.ts';

const newId = (): string => crypto.randomUUID();

interface FilterFieldsProps {
  fields: readonly FieldValues[];
  problem: string | undefined;
}

/** The filter: conditions line by line with the values there are, or the same as text. */
export function FilterFields({ fields, problem }: FilterFieldsProps) {
  const t = useText(sampleText);
  const { draw, setDraw } = useSample();
  const { filter } = draw;
  const set = (change: Partial<FilterForm>) => setDraw({ filter: { ...filter, ...change } });
  const lines = filter.mode === 'text' ? asLines(filter, newId) : null;
  const put = (line: Line) => set({ lines: filter.lines.map((one) => (one.id === line.id ? line : one)) });
  return (
    <fieldset className={classes.group}>
      <legend className={classes.label}>{t.onlyWhere}</legend>
      {filter.mode === 'text' ? (
        <FilterText filter={filter} problem={problem} onChange={(text) => set({ text })} />
      ) : (
        <>
          {filter.lines.length === 0 ? <p className={classes.hint}>{t.noCondition}</p> : null}
          {filter.lines.length > 1 ? (
            <SegmentedControl
              size="xs"
              aria-label={t.together}
              value={filter.match}
              onChange={(match) => set({ match: match === 'any' ? 'any' : 'all' })}
              data={[
                { value: 'all', label: t.allHold },
                { value: 'any', label: t.anyHolds },
              ]}
            />
          ) : null}
          <ul className={classes.clauses}>
            {filter.lines.map((line) => (
              <FilterLine
                key={line.id}
                line={line}
                fields={fields}
                onChange={put}
                onRemove={() => set({ lines: filter.lines.filter(({ id }) => id !== line.id) })}
              />
            ))}
          </ul>
        </>
      )}
      <div className={classes.filterActions}>
        {filter.mode === 'lines' ? (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<Plus />}
            onClick={() => set({ lines: [...filter.lines, lineOn('model', newId())] })}
          >
            {t.addCondition}
          </Button>
        ) : null}
        {filter.mode === 'lines' ? (
          <Anchor component="button" type="button" size="xs" onClick={() => set(asText(filter))}>
            {t.asText}
          </Anchor>
        ) : lines ? (
          <Anchor component="button" type="button" size="xs" onClick={() => set(lines)}>
            {t.asConditions}
          </Anchor>
        ) : (
          <span className={classes.hint}>{problem ? '' : t.staysText}</span>
        )}
      </div>
    </fieldset>
  );
}
