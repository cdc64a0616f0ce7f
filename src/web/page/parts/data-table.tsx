import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import type { ColumnDef } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** One column of a table: how it is shown here, ordered, and taken away. */
export interface Column<Row> {
  readonly id: string;
  readonly head: string;
  readonly isNumber?: boolean;
  readonly show: (row: Row) => ReactNode;
  /** Exact, without separators; null: nothing is there. An empty column is not taken away. */
  readonly plain: (row: Row) => string | null;
}

interface Table<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
/** From here on only the rows in sight are drawn. */
const MANY = 120;
const ROW = 37;

/** A table that can be sorted by any column, and stays quick with thousands of rows. */
export function DataTable<Row extends object>({ caption, columns, rows, keyOf }: Table<Row>) {
  const { t } = useTranslation('compare');
  const scroll = useRef<HTMLDivElement>(null);
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, Row>();
    return columns.map((column): ColumnDef<typeof features, Row> =>
      helper.accessor((row): unknown => column.plain(row) ?? undefined, {
        id: column.id,
        header: column.head,
        sortUndefined: 'last',
        sortFn: (a, b, id) => (column.isNumber ? byNumber : byText)(a.getValue(id), b.getValue(id)),
        sortDescFirst: column.isNumber ?? false,
      }),
    );
  }, [columns]);
  const listed = useMemo(() => [...rows], [rows]);
  const table = useTable({ features, columns: definitions, data: listed, getRowId: keyOf });
  const sorted = table.getRowModel().rows;
  const isLong = sorted.length > MANY;
  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    overscan: 12,
    enabled: isLong,
  });
  const items = virtual.getVirtualItems();
  const shown = isLong ? items.flatMap(({ index }) => sorted[index] ?? []) : sorted;
  const before = isLong ? (items[0]?.start ?? 0) : 0;
  const after = isLong ? virtual.getTotalSize() - (items.at(-1)?.end ?? 0) : 0;
  return (
    <div
      ref={scroll}
      className={isLong ? 'table-scroll is-long' : 'table-scroll'}
      role="region"
      aria-label={caption}
      tabIndex={0}
    >
      <table className="figures" aria-rowcount={sorted.length + 1}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          {table.getHeaderGroups().map(({ id, headers }) => (
            <tr key={id}>
              {headers.map(({ column }, index) => (
                <th
                  key={column.id}
                  scope="col"
                  className={columns[index]?.isNumber ? 'number' : ''}
                  aria-sort={SORTED[String(column.getIsSorted())]}
                >
                  <button
                    type="button"
                    onClick={column.getToggleSortingHandler()}
                    title={t('sort', { name: columns[index]?.head ?? '' })}
                  >
                    {columns[index]?.head}
                    <span aria-hidden="true">{ARROWS[String(column.getIsSorted())]}</span>
                  </button>
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {before > 0 && <Spacer height={before} span={columns.length} />}
          {shown.map((row, index) => (
            <tr key={row.id} ref={isLong ? virtual.measureElement : undefined} data-index={items[index]?.index}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.id} scope="row">
                    {column.show(row.original)}
                  </th>
                ) : (
                  <td key={column.id} className={column.isNumber ? 'number' : `is-${column.id}`}>
                    {column.show(row.original)}
                  </td>
                ),
              )}
            </tr>
          ))}
          {after > 0 && <Spacer height={after} span={columns.length} />}
        </tbody>
      </table>
    </div>
  );
}

const SORTED: Readonly<Record<string, 'ascending' | 'descending' | undefined>> = {
  asc: 'ascending',
  desc: 'descending',
};
const ARROWS: Readonly<Record<string, string>> = { asc: ' ↑', desc: ' ↓', false: '' };

function Spacer({ height, span }: { height: number; span: number }) {
  return (
    <tr aria-hidden="true" className="spacer">
      <td colSpan={span} style={{ height }} />
    </tr>
  );
}

/** Only an order: the texts stay as they are. */
function byNumber(a: unknown, b: unknown): number {
  return Number(a) - Number(b);
}

function byText(a: unknown, b: unknown): number {
  return String(a).localeCompare(String(b), 'zh-CN', { numeric: true });
}
