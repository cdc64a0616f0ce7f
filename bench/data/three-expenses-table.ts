import { accountOfRow } from './accounts.js';
import type { Telling } from './coded-tables.js';
import { leaveZerosOut, templateOf } from './printed-tables.js';
import type { Meaning, PrintedRow, PrintedTable } from './printed-tables.js';
import type { ThreeExpenses } from './three-expenses.js';

const STATEMENT = 'THREE_OFFICIAL_EXPENSES';

/** 合计, 因公出国, 公务用车 小计, 购置, 运行, 公务接待. */
function sixOf({ abroad, purchase, running, hospitality }: ThreeExpenses): readonly bigint[] {
  const vehicles = purchase + running;
  return [abroad + vehicles + hospitality, abroad, vehicles, purchase, running, hospitality];
}

/** The account by which each of the six is known, and what is printed over it in final accounts. */
const SIX: readonly (readonly [account: string, head: string])[] = [
  ['三公经费', '合计'],
  ['因公出国(境)费', '因公出国(境)费'],
  ['公务用车购置及运行费', '小计'],
  ['公务用车购置费', '公务用车购置费'],
  ['公务用车运行费', '公务用车运行费'],
  ['公务接待费', '公务接待费'],
];

/** Of final accounts: one row without a name, the budget beside the outturn; its zeros are printed. */
export function threeExpensesRow({ kind, own }: Telling): PrintedTable {
  const meanings = SIX.map(([name, label], at): Meaning => {
    const account = accountOfRow(STATEMENT, null, [name]);
    return { label, account, leaf: at !== 0 && at !== 2 };
  });
  const amounts = [...sixOf(own.planned), ...sixOf(own.spent)];
  const row: PrintedRow = { side: null, meaning: [...meanings, ...meanings], amounts };
  return { template: templateOf(kind, STATEMENT), lines: [[row]] };
}

const BUDGET_LABELS = [
  '“三公”经费',
  '其中：（一）因公出国（境）支出',
  '（二）公务用车购置及运行维护支出',
  '1.公务用车购置',
  '2.公务用车运行维护费',
  '（三）公务接待费支出',
];

/** Of a budget: a row each, all of it from the general public budget. */
export function threeExpensesRows({ kind, own }: Telling): PrintedTable {
  const rows = sixOf(own.planned).map((fen, at): PrintedRow => {
    const label = BUDGET_LABELS[at] as string;
    const meaning = { label, account: accountOfRow(STATEMENT, null, [label]), leaf: at !== 0 && at !== 2 };
    return { side: null, meaning, amounts: leaveZerosOut([fen, fen, 0n, 0n]) };
  });
  return { template: templateOf(kind, STATEMENT, 'NAMED'), lines: rows.map((row) => [row]) };
}
