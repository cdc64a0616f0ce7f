import { formatAmounts } from '../app/restate-report.js';
import type { RestatedReport } from '../app/restate-report.js';
import { toPlain } from './display-width.js';
import { layOutTable } from './text-table.js';
import type { TextColumn, TextRow } from './text-table.js';

type RestatedTable = RestatedReport['tables'][number];
type RestatedRow = RestatedTable['rows'][number];

/** What changes of a report on the accounts of another year, table by table; `width` null where lines may be of any length. */
export function describeRestated(report: RestatedReport, width: number | null): string {
  const { title, department, year, kind, edition, tables } = report;
  const lines = [
    toPlain(title),
    `${toPlain(department)} · ${year} · ${kind} · on the accounts of ${edition}, 万元`,
    ...tables.flatMap((table) => describeTable(table, year, edition, width)),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

const LEVEL_NAMES = { CATEGORY: '类', GROUP: '款', ITEM: '项' } as const;

function describeTable(table: RestatedTable, year: number, edition: number, width: number | null): string[] {
  const { statement, level, unitName, rows, columns, totals } = table;
  const place = [statement, LEVEL_NAMES[level], ...(unitName === null ? [] : [toPlain(unitName)])].join(' ');
  const changed = rows.filter(isChanged);
  if (changed.length === 0) return ['', `${place}: none of ${rows.length} rows changes`];
  const named: TextColumn[] = [
    { head: String(year), align: 'LEFT' },
    { head: 'change', align: 'LEFT' },
    { head: String(edition), align: 'LEFT' },
  ];
  const total = (name: string, amounts: readonly bigint[]): TextRow => line([name, '', ''], amounts);
  const laidOut = layOutTable(
    {
      named,
      columns: columns.map(({ columnLabel }) => ({ head: toPlain(columnLabel), align: 'RIGHT' as const })),
      rows: [
        ...changed.flatMap(describeRow),
        total(`all ${rows.length} rows of ${year}`, totals.before),
        total(`all of ${edition}`, totals.after),
      ],
    },
    width,
  );
  return ['', `${place}: ${changed.length} of ${rows.length} rows change`, ...laidOut];
}

function isChanged({ moved }: RestatedRow): boolean {
  return moved.some(({ kind }) => kind !== 'SAME');
}

/** A line an account, and one for all of them where they are more. */
function describeRow({ before, moved, after }: RestatedRow): TextRow[] {
  const became = after.accounts.map(({ code, name }) => `${code} ${toPlain(name)}`).join(' + ') || 'nothing like it';
  const lines = before.map(({ code, name, amounts }) => {
    const own = moved.filter(({ from }) => from?.code === code);
    const kinds = [...new Set(own.map(({ kind, confidence }) => `${kind} ${confidence}`))].join(', ');
    const notes = [...new Set(own.flatMap(({ note }) => note ?? []))];
    return line([`${code} ${toPlain(name)}`, kinds, before.length === 1 ? became : ''], amounts, notes);
  });
  return before.length === 1 ? lines : [...lines, line(['together', '', became], after.amounts)];
}

function line(named: readonly string[], amounts: readonly (bigint | null)[], notes: readonly string[] = []): TextRow {
  const cells = [...named, ...formatAmounts(amounts).map((amount) => amount ?? '')];
  return { cells, heading: null, notes: notes.map((note) => `      ${toPlain(note)}`) };
}
