import { useMemo } from 'react';
import type { AlignedRow } from '../../../../shared/contract/importing.ts';
import { textNow, useText } from '../../../catalogue/area.ts';
import { importMappingText } from '../../../catalogue/import-mapping.ts';
import { readingText } from '../../../catalogue/reading.ts';
import { type Column, DataTable } from '../../../ui/DataTable.tsx';
import { count } from '../../../ui/format.ts';
import type { MappingDraft } from './draft.ts';
import { fieldTitle, useOf, usesOf } from './fields.ts';
import classes from './Mapping.module.css';

interface Line {
  key: string;
  name: string;
  text: string;
  /** Stands out: a field that is read as something, or what was said. */
  strong: boolean;
}

function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <dl className={classes.lines}>
      {lines.map(({ key, name, text, strong }) => (
        <div key={key}>
          <dt className={strong ? classes.used : classes.hint}>{name}</dt>
          <dd dir="auto" title={text}>
            {text}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const sourceLines = ({ source }: AlignedRow, uses: ReadonlyMap<string, string>): Line[] =>
  source.map(({ path, text }) => ({ key: path, name: path, text, strong: useOf(uses, path) !== null }));

function becameLines({ fields, messages }: AlignedRow['became'][number]): Line[] {
  const { roles } = textNow(readingText);
  return [
    ...fields.map(({ field, text }, place) => ({
      key: `${field} ${place}`,
      name: fieldTitle(field),
      text,
      strong: false,
    })),
    ...messages.map(({ role, text, candidate }, place) => ({
      key: String(place),
      name: candidate > 0 ? `${roles[role]} ${candidate}` : roles[role],
      text,
      strong: true,
    })),
  ];
}

function Became({ row }: { row: AlignedRow }) {
  const t = useText(importMappingText);
  const { piece, became, faults } = row;
  return (
    <>
      {piece ? <p className={classes.hint}>{t.pieceOf}</p> : null}
      <Lines lines={became.flatMap(becameLines)} />
      {faults.map(({ path, reason }) => (
        <p key={`${path} ${reason}`} className={classes.fault} lang="en">
          {path === '$' ? reason : `${path}: ${reason}`}
        </p>
      ))}
      {became.length + faults.length === 0 ? <p className={classes.hint}>{t.nothing}</p> : null}
    </>
  );
}

const columnsFor = (
  { rowColumns }: typeof importMappingText.en,
  uses: ReadonlyMap<string, string>,
): readonly Column<AlignedRow>[] => [
  { key: 'line', title: rowColumns.line, number: true, width: '64px', cell: ({ line }) => count(line) },
  {
    key: 'source',
    title: rowColumns.source,
    width: '46%',
    cell: (row) => <Lines lines={sourceLines(row, uses)} />,
  },
  { key: 'became', title: rowColumns.became, cell: (row) => <Became row={row} /> },
];

/** The first records of a file as they stand in it, each beside the conversation that the mapping makes of it. */
export function AlignedRows({ rows, draft }: { rows: readonly AlignedRow[]; draft: MappingDraft }) {
  const t = useText(importMappingText);
  const columns = useMemo(() => columnsFor(t, usesOf(draft)), [t, draft]);
  return <DataTable label={t.rows} columns={columns} rows={rows} rowKey={({ line }) => line} height={400} />;
}
