import type { Side, Statement } from '../../src/domain/closed-lists.js';
import type { ColumnDefinition } from '../../src/domain/statement-columns.js';
import { accountOfRow } from './accounts.js';
import { addUp } from './amounts.js';
import { amountUnder } from './coded-tables.js';
import type { Telling } from './coded-tables.js';
import type { Spending } from './ledger.js';
import { columnsOf, leaveZerosOut, templateOf, zipSides } from './printed-tables.js';
import type { PrintedRow, PrintedTable } from './printed-tables.js';

/** The 类 that the summaries list, with the year from which they do. */
const CATEGORIES: readonly (readonly [code: string, from: number])[] = [
  ...['201', '202', '203', '204', '205', '206', '207', '208', '210', '211', '212', '213', '214', '215', '216', '217'].map((code) => [code, 0] as const), // prettier-ignore
  ...(['219', '220', '221', '222'] as const).map((code) => [code, 0] as const),
  ...([['223', 2020], ['224', 2019], ['229', 0], ['231', 2020], ['232', 2020], ['234', 2020]] as const), // prettier-ignore
];

type Amount = Pick<ColumnDefinition, 'flow' | 'fund' | 'part'>;

const coming = (fund: Amount['fund']): Amount => ({ flow: 'REVENUE', fund, part: 'TOTAL' });
const opening = (fund: Amount['fund']): Amount => ({ flow: null, fund, part: 'OPENING' });

type Line = readonly [label: string, amount: Amount | null];

/** 收入支出决算总表: where the money of a year came from and where it went. */
export function summaryTable(telling: Telling): PrintedTable {
  const { own } = telling;
  const statement = 'REVENUE_EXPENDITURE_SUMMARY';
  const lines = makeLines(telling, statement);
  const funds: readonly Line[] =
    own.year < 2019
      ? [['财政拨款收入', coming('APPROPRIATION')]]
      : [
          ['一般公共预算财政拨款收入', coming('GENERAL_PUBLIC')],
          ['政府性基金预算财政拨款收入', coming('GOVERNMENT_FUND')],
          ...(own.year < 2020 ? [] : ([['国有资本经营预算财政拨款收入', null]] as const)),
        ];
  const others = ['上级补助收入', '事业收入', '经营收入', '附属单位上缴收入'].map((label): Line => [label, null]);
  const used = own.year < 2020 ? '用事业基金弥补收支差额' : '使用非财政拨款结余';
  return {
    template: lines.template,
    lines: [
      ...zipSides(lines.numbered([...funds, ...others, ['其他收入', coming('OTHER')]]), lines.categories()),
      ...zipSides(
        [
          lines.sum('REVENUE', '本年收入合计', [coming('ALL')]),
          lines.single('REVENUE', [used], null),
          lines.single('REVENUE', ['年初结转和结余'], opening('ALL')),
          lines.sum('REVENUE', '总计', [coming('ALL'), opening('ALL')]),
        ],
        [
          lines.total('本年支出合计', ['TOTAL']),
          lines.total('结余分配', []),
          lines.total('年末结转和结余', ['CLOSING']),
          lines.total('总计', ['TOTAL', 'CLOSING']),
        ],
      ),
    ],
  };
}

/** 财政拨款收入支出决算总表: the same of the budgets' money, by fund. */
export function appropriationTable(telling: Telling): PrintedTable {
  const lines = makeLines(telling, 'APPROPRIATION_SUMMARY');
  const isBudget = telling.kind === 'BUDGET';
  const suffix = isBudget ? '' : '财政拨款';
  const funds: readonly (readonly [string, Amount['fund']])[] = [
    [`一般公共预算${suffix}`, 'GENERAL_PUBLIC'],
    [`政府性基金预算${suffix}`, 'GOVERNMENT_FUND'],
    ...(isBudget || telling.own.year >= 2020 ? ([[`国有资本经营预算${suffix}`, 'STATE_CAPITAL']] as const) : []),
  ];
  const revenue = lines.numbered(funds.map(([label, fund]) => [label, coming(fund)]));
  const year = lines.sum('REVENUE', '本年收入合计', [coming('APPROPRIATION')]);
  if (isBudget)
    return {
      template: lines.template,
      lines: [
        ...zipSides(revenue, lines.categories()),
        ...zipSides([year], [lines.total('本年支出合计', ['TOTAL'])]),
        ...zipSides(
          [lines.sum('REVENUE', '收入总计', [coming('APPROPRIATION')])],
          [lines.total('支出总计', ['TOTAL'])],
        ),
      ],
    };
  const carried = '年初财政拨款结转和结余';
  return {
    template: lines.template,
    lines: [
      ...zipSides(revenue, lines.categories()),
      ...zipSides(
        [
          year,
          lines.sum('REVENUE', carried, [opening('APPROPRIATION')]),
          ...funds.map(([label, fund]) => lines.single('REVENUE', [carried, label], opening(fund))),
        ],
        [
          lines.total('本年支出合计', ['TOTAL']),
          lines.total(telling.own.year < 2019 ? '年末结转和结余' : carried.replace('年初', '年末'), ['CLOSING']),
        ],
      ),
      ...zipSides(
        [lines.sum('REVENUE', '总计', [coming('APPROPRIATION'), opening('APPROPRIATION')])],
        [lines.total('总计', ['TOTAL', 'CLOSING'])],
      ),
    ],
  };
}

/** 收支总体情况表 of a budget. */
export function budgetSummaryTable(telling: Telling): PrintedTable {
  const lines = makeLines(telling, 'REVENUE_EXPENDITURE_SUMMARY');
  return {
    template: lines.template,
    lines: [
      ...zipSides(
        lines.numbered([
          ['预算拨款', coming('APPROPRIATION')],
          ['财政专户拨款', null],
          ['其他资金', coming('OTHER')],
        ]),
        lines.categories(),
      ),
      ...zipSides(
        [lines.sum('REVENUE', '本年收入合计', [coming('ALL')]), lines.sum('REVENUE', '收入总计', [coming('ALL')])],
        [lines.total('本年支出合计', ['TOTAL']), lines.total('支出总计', ['TOTAL'])],
      ),
    ],
  };
}

/** Makes the rows of a summary. */
function makeLines({ kind, own, accountOf }: Telling, statement: Statement) {
  const template = templateOf(kind, statement);
  const { spendings, year } = own;
  const columns = columnsOf(template, year, 'EXPENDITURE');
  const tell = (amount: Amount, fits: (spending: Spending) => boolean = () => true): bigint =>
    addUp(spendings.filter(fits).map((spending) => amountUnder(amount, spending, kind)));
  const row = (side: Side, path: readonly string[], leaf: boolean, amounts: readonly bigint[]): PrintedRow => {
    const meaning = { label: path.at(-1) as string, account: accountOfRow(statement, side, path), leaf };
    return { side, meaning, amounts: leaveZerosOut(amounts) };
  };
  return {
    template,
    /** Revenue under its numbers, one line each. */
    numbered: (lines: readonly Line[]): PrintedRow[] =>
      lines.map(([name, amount], at) => {
        const label = `${countInChinese(at + 1)}、${name}`;
        const account = accountOfRow(statement, 'REVENUE', [label], 'REVENUE');
        const amounts = leaveZerosOut([amount ? tell(amount) : 0n]);
        return { side: 'REVENUE', meaning: { label, account, leaf: true }, amounts };
      }),
    /** All 类 of the year's template under their numbers. */
    categories: (): PrintedRow[] =>
      CATEGORIES.filter(([, from]) => from <= year).map(([code], at) => {
        const account = accountOf('FUNCTIONAL', code);
        const label = `${countInChinese(at + 1)}、${account.name}`;
        const amounts = columns.map((column) => tell(column, ({ item }) => item.startsWith(code)));
        const meaning = { label, account: { ...account, name: label }, leaf: true };
        return { side: 'EXPENDITURE', meaning, amounts: leaveZerosOut(amounts) };
      }),
    /** One amount on the revenue side; null: nothing. */
    single: (side: Side, path: readonly string[], amount: Amount | null): PrintedRow =>
      row(side, path, true, [amount ? tell(amount) : 0n]),
    sum: (side: Side, label: string, amounts: readonly Amount[]): PrintedRow =>
      row(side, [label], false, [addUp(amounts.map((amount) => tell(amount)))]),
    /** Some parts of the expenditure side added, in every column. */
    total: (label: string, parts: readonly Amount['part'][]): PrintedRow => {
      const leaf = !/[合总]计$/.test(label);
      const amounts = columns.map((column) => addUp(parts.map((part) => tell({ ...column, part }))));
      return row('EXPENDITURE', [label], leaf, amounts);
    },
  };
}

const DIGITS = '一二三四五六七八九十';

/** Up to 99. */
export function countInChinese(count: number): string {
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  if (tens === 0) return DIGITS[ones - 1] as string;
  return `${tens > 1 ? DIGITS[tens - 1] : ''}十${ones > 0 ? DIGITS[ones - 1] : ''}`;
}
