import type { Side, Statement, ReportKind } from '../../src/domain/closed-lists.js';
import type { CodedClassification } from '../../src/domain/reference-tables.js';
import type { ColumnDefinition } from '../../src/domain/statement-columns.js';
import { accountOfRow } from './accounts.js';
import type { AccountOf } from './accounts.js';
import { addUp } from './amounts.js';
import type { Purse } from './bodies.js';
import type { EconomicUse } from './economic-use.js';
import { revenueOf } from './ledger.js';
import type { DepartmentYear, Spending } from './ledger.js';
import { columnsOf, leaveZerosOut, templateOf, zipSides } from './printed-tables.js';
import type { PrintedRow, PrintedTable } from './printed-tables.js';

/** One department's year, as a report of one kind tells it. */
export interface Telling {
  readonly kind: ReportKind;
  readonly own: DepartmentYear;
  readonly accountOf: AccountOf;
}

/** What a report of the kind says of a purpose under a column. */
export function amountUnder(
  { flow, fund, part }: Pick<ColumnDefinition, 'flow' | 'fund' | 'part'>,
  spending: Spending,
  kind: ReportKind,
): bigint {
  const isBudget = kind === 'BUDGET';
  if (!isOfFund(fund, spending.purse)) return 0n;
  if (part === 'OPENING') return spending.opening;
  if (part === 'CLOSING') return isBudget ? 0n : spending.closing;
  if (part !== 'TOTAL' && part !== spending.part) return 0n;
  if (isBudget) return spending.planned;
  return flow === 'REVENUE' ? revenueOf(spending) : spending.spent;
}

function isOfFund(fund: ColumnDefinition['fund'], purse: Purse): boolean {
  return fund === 'ALL' || (fund === 'APPROPRIATION' ? purse !== 'OTHER' : fund === purse);
}

/** A table of functional accounts; null where nothing would stand in it. */
export function functionalTable(telling: Telling, statement: Statement): PrintedTable | null {
  const { kind, own, accountOf } = telling;
  const template = templateOf(kind, statement);
  const columns = columnsOf(template, own.year);
  const amounts = new Map<string, readonly bigint[]>();
  for (const spending of own.spendings) {
    const before = amounts.get(spending.item);
    const told = columns.map((column, at) => (before?.[at] ?? 0n) + amountUnder(column, spending, kind));
    if (told.some((fen) => fen !== 0n)) amounts.set(spending.item, told);
  }
  if (amounts.size === 0) return null;
  const rows = [totalRow(statement, null, '合计', amounts), ...treeRows('FUNCTIONAL', amounts, accountOf, null)];
  return { template, lines: rows.map((row) => [row]) };
}

/** A table of economic accounts with codes, as budgets print it. */
export function economicTable({ kind, accountOf }: Telling, statement: Statement, use: EconomicUse): PrintedTable {
  const template = templateOf(kind, statement, 'CODED');
  const amounts = inOneColumn(use);
  const rows = [totalRow(statement, null, '合计', amounts), ...treeRows('ECONOMIC', amounts, accountOf, null)];
  return { template, lines: rows.map((row) => [row]) };
}

const PERSONNEL = /^30[13]/;

/** Basic expenditure in two lanes, as final accounts print it. */
export function laneTable({ kind, accountOf }: Telling, use: EconomicUse): PrintedTable {
  const statement = 'GENERAL_PUBLIC_BASIC_EXPENDITURE';
  const amountsOf = (side: Side): Amounts =>
    inOneColumn(new Map([...use].filter(([code]) => PERSONNEL.test(code) === (side === 'PERSONNEL'))));
  const rowsOf = (side: Side): PrintedRow[] => treeRows('ECONOMIC', amountsOf(side), accountOf, side);
  const totals = [
    totalRow(statement, 'PERSONNEL', '人员经费合计', amountsOf('PERSONNEL')),
    totalRow(statement, 'OPERATING', '公用经费合计', amountsOf('OPERATING')),
  ];
  return {
    template: templateOf(kind, statement, 'LANES'),
    lines: [...zipSides(rowsOf('PERSONNEL'), rowsOf('OPERATING')), totals],
  };
}

/** Amounts of one code, by column. */
type Amounts = ReadonlyMap<string, readonly bigint[]>;

function inOneColumn(use: EconomicUse): Amounts {
  return new Map([...use].map(([code, fen]) => [code, [fen]]));
}

function totalRow(statement: Statement, side: Side | null, label: string, amounts: Amounts): PrintedRow {
  const rows = [...amounts.values()];
  const sums = (rows[0] ?? []).map((_, at) => addUp(rows.map((own) => own[at] as bigint)));
  const meaning = { label, account: accountOfRow(statement, side, [label]), leaf: false };
  return { side, meaning, amounts: leaveZerosOut(sums) };
}

/** 类, 款 and 项 over the given accounts, each the sum of what is below it. */
function treeRows(
  classification: CodedClassification,
  amounts: Amounts,
  accountOf: AccountOf,
  side: Side | null,
): PrintedRow[] {
  return [...sumUpwards(amounts)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, own]) => {
      const account = accountOf(classification, code);
      const meaning = { label: account.name, account, leaf: amounts.has(code) };
      return { side, meaning, amounts: leaveZerosOut(own) };
    });
}

const LENGTHS: readonly number[] = [3, 5, 7];

function sumUpwards(amounts: Amounts): Map<string, readonly bigint[]> {
  const sums = new Map<string, readonly bigint[]>();
  for (const [code, own] of amounts)
    for (const length of LENGTHS.filter((one) => one <= code.length)) {
      const above = code.slice(0, length);
      const before = sums.get(above);
      sums.set(above, before ? own.map((fen, at) => fen + (before[at] as bigint)) : own);
    }
  return sums;
}
