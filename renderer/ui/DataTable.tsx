import { Fragment, type ReactNode } from 'react';
import classes from './DataTable.module.css';
import { reachedWhenItScrolls } from './scrolls.ts';

export interface Column<Row> {
  key: string;
  title: string;
  /** Right-aligned. */
  number?: boolean;
  /** CSS width, where the content should not decide. */
  width?: string;
  cell: (row: Row) => ReactNode;
}

interface RowParts<Row> {
  columns: readonly Column<Row>[];
  /** Makes rows pressable; the first column becomes the button. */
  onOpen?: ((row: Row) => void) | undefined;
  /** Shown under the selected row, over the full width. */
  detail?: ((row: Row) => ReactNode) | undefined;
}

interface DataTableProps<Row> extends RowParts<Row> {
  /** Says what the table holds, for screen readers. */
  label: string;
  rows: readonly Row[];
  rowKey: (row: Row) => string | number;
  selected?: string | number | null;
  /** Scrolls within this height, pixels. */
  height?: number;
}

function TableRow<Row>(props: RowParts<Row> & { row: Row; selected: boolean }) {
  const { columns, row, selected, onOpen, detail } = props;
  const cell = (column: Column<Row>, first: boolean) =>
    first && onOpen ? (
      <button
        type="button"
        className={classes.open}
        aria-expanded={detail ? selected : undefined}
        onClick={(event) => {
          event.stopPropagation();
          onOpen(row);
        }}
      >
        {column.cell(row)}
      </button>
    ) : (
      column.cell(row)
    );
  const marks = [onOpen && classes.pressable, selected && classes.selected].filter(Boolean);
  return (
    <>
      {/* The button in the first cell is the way in by keyboard; pressing anywhere on the row is the same by mouse. */}
      <tr className={marks.join(' ')} onClick={onOpen && (() => onOpen(row))}>
        {columns.map((column, index) => (
          <td key={column.key} className={column.number ? classes.number : undefined}>
            {cell(column, index === 0)}
          </td>
        ))}
      </tr>
      {selected && detail ? (
        <tr>
          <td colSpan={columns.length} className={classes.detail}>
            {detail(row)}
          </td>
        </tr>
      ) : null}
    </>
  );
}

/** A table of records under hairlines, with a heading that stays. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowKey, onOpen, detail, selected, height } = props;
  return (
    <div
      ref={reachedWhenItScrolls}
      className={classes.scroll}
      style={height === undefined ? undefined : { maxHeight: height }}
    >
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map(({ key, title, number, width }) => (
              <th key={key} scope="col" className={number ? classes.number : undefined} style={{ width }}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Fragment key={rowKey(row)}>
              <TableRow
                columns={columns}
                row={row}
                selected={selected === rowKey(row)}
                onOpen={onOpen}
                detail={detail}
              />
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}
