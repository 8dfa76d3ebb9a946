import { type RefObject, useMemo, useState } from 'react';
import { useText } from '../../catalogue/area.ts';
import { transcriptsText } from '../../catalogue/transcripts.ts';
import { Close } from '../../ui/icons.tsx';
import { AddFilter } from './AddFilter.tsx';
import { FilterText } from './FilterText.tsx';
import { linesOf, lineWords, without } from './filters.ts';
import { useTranscripts } from './store.ts';
import classes from './Transcripts.module.css';

/** The filter as chips, each of which can be taken away; as text where it is more than a list of conditions. */
export function Filters({ button }: { button: RefObject<HTMLButtonElement | null> }) {
  const t = useText(transcriptsText);
  const { where, facets, ask } = useTranscripts();
  const [isText, setText] = useState(false);
  const lines = useMemo(() => linesOf(where), [where]);
  const labels = useMemo(
    () =>
      new Map(
        facets.flatMap(({ field, values }) =>
          values.map(({ value, label }) => [`${field} ${value}`, label] as const),
        ),
      ),
    [facets],
  );
  if (isText || lines === null) return <FilterText onChips={lines === null ? null : () => setText(false)} />;
  return (
    <div className={classes.filters}>
      <ul className={classes.chips} aria-label={t.filter}>
        {lines.map((line, index) => {
          const words = labelled(lineWords(line, labels));
          return (
            <li key={words} className={classes.chip}>
              <span>{words}</span>
              <button
                type="button"
                className={classes.remove}
                aria-label={t.takeAway(words)}
                onClick={() => ask({ where: without(where, index) })}
              >
                <Close size={14} />
              </button>
            </li>
          );
        })}
      </ul>
      <AddFilter button={button} />
      {where === '' ? null : (
        <button type="button" className={classes.link} onClick={() => ask({ where: '' })}>
          {t.clear}
        </button>
      )}
      <button type="button" className={classes.link} onClick={() => setText(true)}>
        {t.writeIt}
      </button>
    </div>
  );
}

/** Not wider than a line can carry. */
const labelled = (words: string): string => (words.length <= 80 ? words : `${words.slice(0, 79)}…`);
