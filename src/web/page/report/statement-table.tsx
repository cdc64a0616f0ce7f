import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatFigure } from '../format/figure';
import type { PrintedItemFragment } from '../generated/graphql';
import { useLanguage } from '../words/use-language';
import type { GridRow, GridSection } from './statement-grid';
import './statement-table.css';

interface Table {
  readonly section: GridSection;
  readonly caption: string;
  /** The figures whose rows are marked. */
  readonly marked?: string | ReadonlySet<string> | undefined;
  /** What stands beside a row, as how it reconciles. */
  readonly markOf?: (row: GridRow) => ReactNode;
  readonly onOpen?: (item: PrintedItemFragment) => void;
}

/** A facsimile of a printed table: its rows, heads and figures, an empty cell staying empty. */
export function StatementTable({ section, caption, marked, markOf, onOpen }: Table) {
  const { t } = useTranslation('report');
  const hasCodes = section.rows.some(({ code }) => code !== null);
  return (
    <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="statement">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {hasCodes && <th scope="col">{t('code')}</th>}
            <th scope="col">{t('item')}</th>
            {section.columns.map(({ column, label }) => (
              <th key={column} scope="col" className="number">
                {label}
              </th>
            ))}
            {markOf && <th scope="col">{t('check')}</th>}
          </tr>
        </thead>
        <tbody>
          {section.rows.map((row) => (
            <tr
              key={row.key}
              className={isMarked(row, marked) ? 'is-marked' : undefined}
              data-level={row.level ?? 'NONE'}
            >
              {hasCodes && <td className="code">{row.code}</td>}
              <th scope="row">
                {row.label}
                {row.labelUncertain && <abbr title={t('labelUncertain')}>?</abbr>}
              </th>
              {section.columns.map(({ column }) => (
                <td key={column} className="number">
                  <Amount item={row.items.get(column)} marked={marked} onOpen={onOpen} />
                </td>
              ))}
              {markOf && <td className="check">{markOf(row)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function isMarked({ items }: GridRow, marked: Table['marked']): boolean {
  return [...items.values()].some(({ id }) => isOneOf(id, marked));
}

function isOneOf(id: string, marked: Table['marked']): boolean {
  return typeof marked === 'string' ? id === marked : (marked?.has(id) ?? false);
}

function Amount(props: { item: PrintedItemFragment | undefined } & Pick<Table, 'marked' | 'onOpen'>) {
  const { item, marked, onOpen } = props;
  const language = useLanguage();
  if (!item) return null;
  const text = formatFigure(item.amount, 'WAN_YUAN', language);
  if (isOneOf(item.id, marked)) return <mark>{text}</mark>;
  if (!onOpen) return text;
  return (
    <button type="button" className="figure" onClick={() => onOpen(item)}>
      {text}
    </button>
  );
}
