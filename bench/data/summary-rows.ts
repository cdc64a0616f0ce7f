import type { Statement } from '../../src/domain/closed-lists.js';
import type { ColumnDefinition, StatementDefinition } from '../../src/domain/statement-columns.js';
import { accountOfRow } from './accounts.js';
import { addUp } from './amounts.js';
import { amountUnder } from './coded-tables.js';
import type { Telling } from './coded-tables.js';
import type { Spending } from './ledger.js';
import { columnsOf, leaveZerosOut, templateOf } from './printed-tables.js';
import type { PrintedRow } from './printed-tables.js';

/** A table of two sides, 收入 and 支出, of one department's year. */
export interface Summary {
  readonly telling: Telling;
  readonly template: StatementDefinition;
  /** Those of the expenditure side; the revenue side has one. */
  readonly columns: readonly ColumnDefinition[];
}

/** What an amount of the revenue side adds up; null: nothing ever stands there. */
export type Amount = Pick<ColumnDefinition, 'flow' | 'fund' | 'part'> | null;

export function openSummary(telling: Telling, statement: Statement): Summary {
  const template = templateOf(telling.kind, statement);
  return { telling, template, columns: columnsOf(template, telling.own.year, 'EXPENDITURE') };
}

/** The year's revenue of a fund. */
export function coming(fund: ColumnDefinition['fund']): Amount {
  return { flow: 'REVENUE', fund, part: 'TOTAL' };
}

/** What was there of a fund at the beginning of the year. */
export function opening(fund: ColumnDefinition['fund']): Amount {
  return { flow: null, fund, part: 'OPENING' };
}

/** Lines of revenue under their numbers. */
export function numberedRows(
  summary: Summary,
  lines: readonly (readonly [name: string, amount: Amount])[],
): PrintedRow[] {
  return lines.map(([name, amount], at) => {
    const label = `${countInChinese(at + 1)}、${name}`;
    const account = accountOfRow(summary.template.statement, 'REVENUE', [label], 'REVENUE');
    return {
      side: 'REVENUE',
      meaning: { label, account, leaf: true },
      amounts: leaveZerosOut([addTold(summary, [amount])]),
    };
  });
}

/** A balance or a total of the revenue side; the path ends in its label. */
export function revenueRow(summary: Summary, path: readonly string[], amounts: readonly Amount[]): PrintedRow {
  const account = accountOfRow(summary.template.statement, 'REVENUE', path);
  const meaning = { label: path.at(-1) as string, account, leaf: isLeaf(path.at(-1) as string) };
  return { side: 'REVENUE', meaning, amounts: leaveZerosOut([addTold(summary, amounts)]) };
}

/** Some parts of the expenditure side added, in every column. */
export function expenditureRow(
  summary: Summary,
  label: string,
  parts: readonly ColumnDefinition['part'][],
): PrintedRow {
  const account = accountOfRow(summary.template.statement, 'EXPENDITURE', [label]);
  const amounts = summary.columns.map((column) =>
    addTold(
      summary,
      parts.map((part) => ({ ...column, part })),
    ),
  );
  return { side: 'EXPENDITURE', meaning: { label, account, leaf: isLeaf(label) }, amounts: leaveZerosOut(amounts) };
}

/** The 类 that the summaries list, with the year from which they do. */
const CATEGORIES: readonly (readonly [code: string, from: number])[] = Object.entries({
  ...{ 201: 0, 202: 0, 203: 0, 204: 0, 205: 0, 206: 0, 207: 0, 208: 0, 210: 0, 211: 0, 212: 0, 213: 0, 214: 0 },
  ...{ 215: 0, 216: 0, 217: 0, 219: 0, 220: 0, 221: 0, 222: 0, 223: 2020, 224: 2019, 229: 0 },
  ...{ 231: 2020, 232: 2020, 234: 2020 },
});

/** All 类 of the year's template under their numbers. */
export function categoryRows(summary: Summary): PrintedRow[] {
  const { own, accountOf } = summary.telling;
  return CATEGORIES.filter(([, from]) => from <= own.year).map(([code], at) => {
    const account = accountOf('FUNCTIONAL', code);
    const label = `${countInChinese(at + 1)}、${account.name}`;
    const amounts = summary.columns.map((column) => addTold(summary, [column], ({ item }) => item.startsWith(code)));
    const meaning = { label, account: { ...account, name: label }, leaf: true };
    return { side: 'EXPENDITURE', meaning, amounts: leaveZerosOut(amounts) };
  });
}

function addTold(
  { telling: { own, kind } }: Summary,
  amounts: readonly Amount[],
  fits: (spending: Spending) => boolean = () => true,
): bigint {
  const spendings = own.spendings.filter(fits);
  return addUp(amounts.flatMap((amount) => (amount ? spendings.map((one) => amountUnder(amount, one, kind)) : [])));
}

/** Balances are leaves but for 年初财政拨款结转和结余, which has its funds below it. */
function isLeaf(label: string): boolean {
  return !/[合总]计$|^年初财政拨款/.test(label);
}

const DIGITS = '一二三四五六七八九十';

/** Up to 99. */
function countInChinese(count: number): string {
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  if (tens === 0) return DIGITS[ones - 1] as string;
  return `${tens > 1 ? DIGITS[tens - 1] : ''}十${ones > 0 ? DIGITS[ones - 1] : ''}`;
}
