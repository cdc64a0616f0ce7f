import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatFigure } from '../format/figure';
import type { PrintedItemFragment } from '../generated/graphql';
import { useLanguage } from '../words/use-language';
import type { GridRow, GridSection } from './statement-grid';
import { makeHeads } from './statement-heads';
import './statement-table.css';

interface Table {
  readonly section: GridSection;
  readonly caption: string;
  /** The figures whose rows are marked. */
  readonly marked?: string | ReadonlySet<string> | undefined;
  /** What stands beside a row, as how it reconciles. */
  readonly markOf?: (row: GridRow) => ReactNode;
  /** What a figure is in something that does not hold: what is checked, or a part of it. */
  readonly brokenAs?: (item: PrintedItemFragment) => 'WHOLE' | 'PART' | null;
  readonly onOpen?: (item: PrintedItemFragment, button: HTMLElement) => void;
}

/** From here on only the rows in sight are drawn. */
const MANY = 150;
const ROW = 34;

/** A facsimile of a printed table: its rows, heads and figures, an empty cell staying empty. */
export function StatementTable(table: Table) {
  const { section, caption, marked, markOf } = table;
  const { rows } = section;
  const scroll = useRef<HTMLDivElement>(null);
  const isLong = rows.length > MANY;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    overscan: 20,
    enabled: isLong,
  });
  const at = isLong ? rows.findIndex((row) => isMarked(row, marked)) : -1;
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, virtual]);
  const items = virtual.getVirtualItems();
  const shown = isLong ? items.flatMap(({ index }) => rows[index] ?? []) : rows;
  const before = isLong ? (items[0]?.start ?? 0) : 0;
  const after = isLong ? virtual.getTotalSize() - (items.at(-1)?.end ?? 0) : 0;
  const hasCodes = printsCodes(section);
  const width = section.columns.length + Number(hasCodes) + Number(printsNames(section)) + Number(Boolean(markOf));
  return (
    <div
      ref={scroll}
      className={isLong ? 'table-scroll is-long' : 'table-scroll'}
      role="region"
      aria-label={caption}
      tabIndex={0}
    >
      <table className="statement" aria-rowcount={isLong ? rows.length : undefined}>
        <caption className="visually-hidden">{caption}</caption>
        <StatementHead section={section} width={width} hasMarks={Boolean(markOf)} />
        <tbody>
          {before > 0 && <Spacer height={before} width={width} />}
          {shown.map((row, index) => (
            <StatementRow
              key={row.key}
              row={row}
              table={table}
              {...(isLong && { at: items[index]?.index ?? 0, measure: virtual.measureElement })}
            />
          ))}
          {after > 0 && <Spacer height={after} width={width} />}
        </tbody>
      </table>
    </div>
  );
}

function StatementHead(props: { section: GridSection; width: number; hasMarks: boolean }) {
  const { section, width, hasMarks } = props;
  const { t } = useTranslation('report');
  const { over, rows } = makeHeads(section);
  return (
    <thead>
      {over !== null && (
        <tr>
          <th scope="colgroup" colSpan={width} className="over">
            {over}
          </th>
        </tr>
      )}
      {rows.map((heads, level) => (
        <tr key={level}>
          {level === 0 && printsCodes(section) && (
            <th scope="col" rowSpan={rows.length}>
              {t('code')}
            </th>
          )}
          {level === 0 && printsNames(section) && (
            <th scope="col" rowSpan={rows.length}>
              {t('item')}
            </th>
          )}
          {heads.map(({ key, label, span, depth }) => (
            <th
              key={key}
              scope={span > 1 ? 'colgroup' : 'col'}
              colSpan={span}
              rowSpan={depth}
              className={span > 1 ? 'over' : 'number'}
            >
              {label}
            </th>
          ))}
          {level === 0 && hasMarks && (
            <th scope="col" rowSpan={rows.length}>
              {t('check')}
            </th>
          )}
        </tr>
      ))}
    </thead>
  );
}

interface Row {
  readonly row: GridRow;
  readonly table: Table;
  /** Its place among all rows, where not all are drawn. */
  readonly at?: number;
  readonly measure?: (element: HTMLElement | null) => void;
}

function StatementRow({ row, table, at, measure }: Row) {
  const { t } = useTranslation('report');
  const { section, marked, markOf } = table;
  return (
    <tr
      ref={measure}
      data-index={at}
      aria-rowindex={at === undefined ? undefined : at + 1}
      className={isMarked(row, marked) ? 'is-marked' : undefined}
      data-level={row.level ?? 'NONE'}
      data-whole={row.isWhole || undefined}
    >
      {printsCodes(section) && <td className="code">{row.code}</td>}
      {printsNames(section) && (
        <th scope="row">
          {row.label}
          {row.labelUncertain && <abbr title={t('labelUncertain')}>?</abbr>}
        </th>
      )}
      {section.columns.map(({ column }) => (
        <Amount key={column} item={row.items.get(column)} table={table} />
      ))}
      {markOf && <td className="check">{markOf(row)}</td>}
    </tr>
  );
}

/** Summaries with two sides print no codes. */
function printsCodes({ side, rows }: GridSection): boolean {
  return side === null && rows.some(({ code }) => code !== null);
}

function printsNames({ rows }: GridSection): boolean {
  return rows.some(({ label }) => label !== '');
}

function isMarked({ items }: GridRow, marked: Table['marked']): boolean {
  return [...items.values()].some(({ id }) => isOneOf(id, marked));
}

function isOneOf(id: string, marked: Table['marked']): boolean {
  return typeof marked === 'string' ? id === marked : (marked?.has(id) ?? false);
}

function Amount({ item, table }: { item: PrintedItemFragment | undefined; table: Table }) {
  const { marked, brokenAs, onOpen } = table;
  const { t } = useTranslation('report');
  const language = useLanguage();
  if (!item) return <td className="number" />;
  const text = formatFigure(item.amount, 'WAN_YUAN', language);
  const isIt = isOneOf(item.id, marked);
  const broken = brokenAs?.(item) ?? undefined;
  return (
    <td className="number" data-broken={broken}>
      {broken === 'WHOLE' && (
        <span className="sign" role="img" aria-label={t('brokenFigure')}>
          ✕
        </span>
      )}
      {onOpen ? (
        <button
          type="button"
          className="figure"
          aria-current={isIt || undefined}
          onClick={({ currentTarget }) => onOpen(item, currentTarget)}
        >
          {text}
        </button>
      ) : isIt ? (
        <mark>{text}</mark>
      ) : (
        text
      )}
    </td>
  );
}

function Spacer({ height, width }: { height: number; width: number }) {
  return (
    <tr aria-hidden="true" className="spacer">
      <td colSpan={width} style={{ height }} />
    </tr>
  );
}
