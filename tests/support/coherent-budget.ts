import type { Fund, Part, Side, Statement } from '../../src/domain/closed-lists.js';
import type { LineItem, Report } from '../../src/domain/report.js';
import { sixOf } from './coherent-final-accounts.js';
import type { Column, Row } from './coherent-report.js';
import { add, bindReport, coded, makeDraw, named, printTable, split, treeRows } from './coherent-report.js';

export interface BudgetWish {
  /** What other publishers print: 上年结转, 财政专户管理资金, lines of single funds below 本年收入, fund columns, 三公 in one row. */
  readonly other?: boolean;
  readonly seed?: number;
}

const ITEMS = ['2010301', '2010302', '2010401', '2080505', '2080801', '2120801', '2129901', '2210201', '2210203'];
const CATEGORIES = [...new Set(ITEMS.map((code) => code.slice(0, 3)))];
const FUNDS = ['GENERAL_PUBLIC', 'GOVERNMENT_FUND', 'STATE_CAPITAL'] as const;
const FUND_NAMES = ['一般公共预算', '政府性基金预算', '国有资本经营预算'];
const NUMBERS = '一二三四五六七八九十';
const UNITS = ['某局本级', '某中心'];

interface Purse {
  readonly basic: bigint;
  readonly project: bigint;
  readonly opening: bigint;
  readonly closing: bigint;
}

/** One 项: the purses of the three funds, then own money by expenditure part, earned by column, and left. */
interface Entry {
  readonly code: string;
  readonly purses: readonly Purse[];
  /** 基本, 项目, 经营, 对附属单位补助, 上缴上级. */
  readonly spent: readonly bigint[];
  /** 教育收费, 其他专户, 事业, 经营, 其他, 上级补助, 附属单位上缴, 用事业基金. */
  readonly earned: readonly bigint[];
  readonly opening: bigint;
}

interface Ledger {
  readonly entries: readonly Entry[];
  readonly basic: ReadonlyMap<string, bigint>;
  readonly project: ReadonlyMap<string, bigint>;
  /** 三公 of the two funds besides the general public budget. */
  readonly three: readonly (readonly bigint[])[];
  readonly administrative: readonly bigint[];
  readonly other: boolean;
}

/** A budget of twelve tables, two units and their projects, added up of drawn amounts; no figure that may be is zero. */
export function makeBudget({ other = false, seed = 11 }: BudgetWish = {}): Report {
  const ledger = drawLedger(seed, other);
  return bindReport('BUDGET', 2023, [
    ...summary(ledger),
    revenue(ledger),
    expenditure(ledger),
    ...appropriationSummary(ledger),
    ...FUNDS.map((_, at) => fundTable(ledger, at)),
    economicTable('GENERAL_PUBLIC_BASIC_EXPENDITURE', 'BASIC', ledger.basic),
    economicTable('GENERAL_PUBLIC_PROJECT_EXPENDITURE', 'PROJECT', ledger.project),
    threeExpenses(ledger),
    basicByUnit(ledger),
    projectsByUnit(ledger),
  ]);
}

function drawLedger(seed: number, other: boolean): Ledger {
  const draw = makeDraw(seed);
  const entries = ITEMS.map((code): Entry => {
    const purses = FUNDS.map(() => {
      const opening = other ? draw(50) : 0n;
      return { basic: draw() + 1_000_000n, project: draw() + 1_000_000n, opening, closing: opening + draw(60) };
    });
    const spent = Array.from({ length: 5 }, () => draw());
    const earned = Array.from({ length: 8 }, () => draw());
    earned[2] = (earned[2] ?? 0n) + add(spent);
    return { code, purses, spent, earned, opening: other ? draw() : 0n };
  });
  const economic = (part: 'basic' | 'project', codes: readonly string[]): Map<string, bigint> => {
    const own = new Map(codes.map((code) => [code, draw(40)]));
    const [first = ''] = codes;
    own.delete(first);
    const whole = add(entries.map(({ purses }) => purses[0]?.[part] ?? 0n));
    return new Map([[first, whole - add([...own.values()])], ...own]);
  };
  return {
    entries,
    basic: economic('basic', ['30101', '30102', '30201', '30212', '30217', '30231', '30302', '31002', '31013']),
    project: economic('project', ['30227', '30212', '30217', '30231', '30302', '31002', '31013']),
    three: [0, 1].map(() => Array.from({ length: 4 }, () => draw(40))),
    administrative: FUNDS.map(() => draw()),
    other,
  };
}

const spentOf = ({ basic, project }: Purse): bigint => basic + project;
const revenueOf = ({ basic, project, opening, closing }: Purse): bigint => basic + project + closing - opening;

/** 基本, 项目, 经营, 对附属单位补助, 上缴上级, 结转下年 of all money. */
function allSpent({ purses, spent, earned, opening }: Entry): bigint[] {
  const [basic = 0n, project = 0n, ...rest] = spent;
  const left = opening + add(earned) - add(spent) + add(purses.map((own) => own.closing));
  return [basic + add(purses.map((own) => own.basic)), project + add(purses.map((own) => own.project)), ...rest, left];
}

/** The columns of 收入表 after 合计, with their names in the summary. */
function earnings({ other }: Ledger, entry: Entry): readonly (readonly [Fund, string, bigint])[] {
  const [fees, accounts, service, trade, rest, grant, remitted, used] = entry.earned as [
    ...[bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint],
  ];
  return [
    ...FUNDS.map((fund, at) => [fund, `${FUND_NAMES[at]}拨款收入`, revenueOf(entry.purses[at] as Purse)] as const),
    ...(other
      ? ([['FISCAL_ACCOUNT', '财政专户管理资金收入', fees + accounts]] as const)
      : ([
          ['EDUCATION_FEES', '教育收费', fees],
          ['OTHER_FISCAL_ACCOUNT', '其他专户收入拨款', accounts],
        ] as const)),
    ['SERVICE', '事业收入', service],
    ['COMMERCIAL', '事业单位经营收入', trade],
    ['OTHER', '其他收入', rest],
    ['GRANT_FROM_ABOVE', '上级补助收入', grant],
    ['REMITTANCE', '附属单位上缴收入', remitted],
    ['BALANCES_USED', '用事业基金弥补收支差额', used],
  ];
}

const openingOf = ({ purses, opening }: Entry): bigint => opening + add(purses.map((own) => own.opening));

function revenue(ledger: Ledger): LineItem[] {
  const { entries, other } = ledger;
  const heads = earnings(ledger, entries[0] as Entry);
  const columns: Column[] = [
    ['合计', 'REVENUE', 'ALL', 'TOTAL'],
    ...heads.map(([fund, name]) => [name, 'REVENUE', fund, 'TOTAL'] as const),
    ...(other ? ([['上年结转', null, 'ALL', 'OPENING']] as const) : []),
  ];
  const amounts = new Map(
    entries.map((entry) => {
      const parts = [...earnings(ledger, entry).map(([, , fen]) => fen), openingOf(entry)];
      return [entry.code, [add(parts), ...parts]];
    }),
  );
  return printTable('BUDGET', 'REVENUE', null, columns, treeRows('REVENUE', amounts));
}

function expenditure({ entries }: Ledger): LineItem[] {
  const parts = ['TOTAL', 'BASIC', 'PROJECT', 'COMMERCIAL', 'TO_SUBORDINATES', 'TO_ABOVE', 'CLOSING'] as const;
  const columns: Column[] = parts.map((part) => [part, 'EXPENDITURE', 'ALL', part]);
  const amounts = new Map(entries.map((entry) => [entry.code, [add(allSpent(entry)), ...allSpent(entry)]]));
  return printTable('BUDGET', 'EXPENDITURE', null, columns, treeRows('EXPENDITURE', amounts));
}

type Line = readonly [label: string, ...amounts: bigint[]];

const sideRows = (statement: Statement, side: Side, lines: readonly Line[]): Row[] =>
  lines.map(([label, ...amounts]) => ({ label, account: named(statement, side, [label]), amounts }));

const categoryRows = (amountsOf: (category: string) => bigint[]): Row[] =>
  CATEGORIES.map((code, at) => ({
    label: `${NUMBERS[at]}、科目${code}`,
    account: coded('FUNCTIONAL', code),
    amounts: amountsOf(code),
  }));

/** The revenue side: three joined lines and four below the year's total, or one line for each column below its heading. */
function revenueLines(ledger: Ledger): Line[] {
  const { entries, other } = ledger;
  const totals = earnings(ledger, entries[0] as Entry).map(
    ([, name], at) => [name, add(entries.map((entry) => earnings(ledger, entry)[at]?.[2] ?? 0n))] as const,
  );
  const amounts = totals.map(([, fen]) => fen);
  const opening = add(entries.map(openingOf));
  if (other)
    return [
      ['一、本年收入', add(amounts)],
      ...totals.map(([name, fen], at): Line => [`（${NUMBERS[at]}）${name}`, fen]),
      ['二、上年结转', opening],
      ...[['（一）一般公共预算', opening / 2n] as const],
      ['收入总计', add(amounts) + opening],
    ];
  const joined = [amounts.slice(0, 3), amounts.slice(3, 5), amounts.slice(5, 8)].map(add);
  return [
    ...['一、预算拨款', '二、财政专户拨款', '三、其他资金'].map((name, at): Line => [name, joined[at] ?? 0n]),
    ['本年收入合计', add(joined)],
    ...totals.slice(8).map(([name, fen], at): Line => [`${NUMBERS[at + 3]}、${name}`, fen]),
    ['收入总计', add(amounts)],
  ];
}

function summary(ledger: Ledger): LineItem[][] {
  const { entries, other } = ledger;
  const statement = 'REVENUE_EXPENDITURE_SUMMARY';
  const upTo = other ? 5 : 3;
  const spent = (category = ''): bigint =>
    add(entries.flatMap((own) => (own.code.startsWith(category) ? allSpent(own).slice(0, upTo) : [])));
  const column = (at: number): bigint => add(entries.map((entry) => allSpent(entry)[at] ?? 0n));
  const below: Line[] = [
    ...(other
      ? []
      : ([
          ['对附属单位补助支出', column(3)],
          ['上缴上级支出', column(4)],
        ] as const)),
    ['结转下年', column(5)],
    ['支出总计', add(entries.flatMap(allSpent))],
  ];
  return [
    printTable(
      'BUDGET',
      statement,
      'REVENUE',
      [['收入 预算', 'REVENUE', 'ALL', 'TOTAL']],
      [...sideRows(statement, 'REVENUE', revenueLines(ledger))],
    ),
    printTable(
      'BUDGET',
      statement,
      'EXPENDITURE',
      [['支出 预算', 'EXPENDITURE', 'ALL', 'TOTAL']],
      [
        ...categoryRows((code) => [spent(code)]),
        ...sideRows(statement, 'EXPENDITURE', [['本年支出合计', spent()], ...below]),
      ],
    ),
  ];
}

function appropriationSummary({ entries, other }: Ledger): LineItem[][] {
  const statement = 'APPROPRIATION_SUMMARY';
  const across = (valueOf: (purse: Purse) => bigint, category = ''): bigint[] => {
    const own = entries.filter(({ code }) => code.startsWith(category));
    const parts = FUNDS.map((_, at) => add(own.map(({ purses }) => valueOf(purses[at] as Purse))));
    return [add(parts), ...parts];
  };
  const [year = 0n, ...revenues] = across(revenueOf);
  const [opening = 0n] = across((own) => own.opening);
  const left: Line[] = [
    ...FUND_NAMES.map((name, at): Line => [`${NUMBERS[at]}、${name}`, revenues[at] ?? 0n]),
    ['本年收入合计', year],
    ...(other ? ([['四、上年结转', opening]] as const) : []),
    ['收入总计', year + opening],
  ];
  const [spent, closing] = [across(spentOf), across((own) => own.closing)];
  const funds = (['APPROPRIATION', ...FUNDS] as const).slice(0, other ? 4 : 1);
  const columns = funds.map((fund): Column => [fund, 'EXPENDITURE', fund, 'TOTAL']);
  return [
    printTable(
      'BUDGET',
      statement,
      'REVENUE',
      [['收入 预算', 'REVENUE', 'APPROPRIATION', 'TOTAL']],
      [...sideRows(statement, 'REVENUE', left)],
    ),
    printTable('BUDGET', statement, 'EXPENDITURE', columns, [
      ...categoryRows((code) => across(spentOf, code)),
      ...sideRows(statement, 'EXPENDITURE', [
        ['本年支出合计', ...spent],
        ['结转下年', ...closing],
        ['支出总计', ...spent.map((amount, at) => amount + (closing[at] ?? 0n))],
      ]),
    ]),
  ];
}

function fundTable({ entries }: Ledger, at: number): LineItem[] {
  const statement = (['GENERAL_PUBLIC_EXPENDITURE', 'GOVERNMENT_FUND', 'STATE_CAPITAL'] as const)[at] as Statement;
  const fund = FUNDS[at] as Fund;
  const parts = ['TOTAL', 'BASIC', 'PROJECT'] as const;
  const columns = parts.map((part): Column => [part, 'EXPENDITURE', fund, part]);
  const amounts = new Map(
    entries.map(({ code, purses }) => {
      const own = purses[at] as Purse;
      return [code, [spentOf(own), own.basic, own.project]];
    }),
  );
  return printTable('BUDGET', statement, null, columns, treeRows(statement, amounts));
}

function economicTable(statement: Statement, part: Part, economic: ReadonlyMap<string, bigint>): LineItem[] {
  const amounts = new Map([...economic].map(([code, fen]) => [code, [fen]]));
  const columns: Column[] = [['预算', 'EXPENDITURE', 'GENERAL_PUBLIC', part]];
  return printTable('BUDGET', statement, null, columns, treeRows(statement, amounts));
}

const THREE_ROWS = [
  ...['“三公”经费', '其中：（一）因公出国（境）支出', '（二）公务用车购置及运行维护支出'],
  ...['1.公务用车购置', '2.公务用车运行维护费', '（三）公务接待费支出'],
];

function threeExpenses({ basic, project, three, administrative, other }: Ledger): LineItem[] {
  const statement = 'THREE_OFFICIAL_EXPENSES';
  const general = ['30212', '31013', '30231', '30217'].map(
    (code) => (basic.get(code) ?? 0n) + (project.get(code) ?? 0n),
  );
  const [own, ...others] = [general, ...three].map(sixOf) as [bigint[], ...bigint[][]];
  if (other)
    return THREE_ROWS.flatMap((label, at) => {
      const row = { label, account: named(statement, null, [label]), amounts: [own[at] ?? 0n] };
      const columns: Column[] = [[label, 'EXPENDITURE', 'GENERAL_PUBLIC', 'TOTAL']];
      return printTable('BUDGET', statement, null, columns, [row]).map((item) => ({ ...item, column: at + 1 }));
    });
  const columns = (['APPROPRIATION', ...FUNDS] as const).map((fund): Column => [fund, 'EXPENDITURE', fund, 'TOTAL']);
  const rows = THREE_ROWS.map((label, at): Row => {
    const amounts = [own, ...others].map((six) => six[at] ?? 0n);
    return { label, account: named(statement, null, [label]), amounts: [add(amounts), ...amounts] };
  });
  const first = { label: '行政经费', account: named(statement, null, ['行政经费']) };
  return printTable('BUDGET', statement, null, columns, [
    { ...first, amounts: [add(administrative), ...administrative] },
    ...rows,
  ]);
}

const unitColumns = (part: Part): Column[] => [
  ['总计', 'EXPENDITURE', 'ALL', part],
  ['财政拨款 合计', 'EXPENDITURE', 'APPROPRIATION', part],
  ...FUNDS.map((fund, at): Column => [`财政拨款 ${FUND_NAMES[at]}`, 'EXPENDITURE', fund, part]),
  ['财政专户拨款', 'EXPENDITURE', 'FISCAL_ACCOUNT', part],
  ['其他资金', 'EXPENDITURE', 'OWN_FUNDS', part],
];

/** A row of the by-unit tables from its five sources of money. */
function unitAmounts([general = 0n, fund = 0n, capital = 0n, account = 0n, own = 0n]: readonly bigint[]): bigint[] {
  const appropriation = general + fund + capital;
  return [appropriation + account + own, appropriation, general, fund, capital, account, own];
}

const addRows = (rows: readonly (readonly bigint[])[]): bigint[] =>
  [0, 1, 2, 3, 4].map((at) => add(rows.map((row) => row[at] ?? 0n)));

function basicByUnit({ entries, basic }: Ledger): LineItem[] {
  const statement = 'BASIC_EXPENDITURE_BY_UNIT';
  const categories = [...new Set([...basic.keys()].map((code) => code.slice(0, 3)))];
  const others = [
    ...[1, 2].map((at) => add(entries.map(({ purses }) => purses[at]?.basic ?? 0n))),
    ...split(add(entries.map(({ spent }) => spent[0] ?? 0n)), 2),
  ].map((whole) => split(whole, categories.length));
  const cells = categories.map((category, at) => {
    const general = add([...basic].flatMap(([code, fen]) => (code.startsWith(category) ? [fen] : [])));
    const sources = [general, ...others.map((own) => own[at] ?? 0n)].map((fen) => split(fen, UNITS.length));
    return UNITS.map((_, unit) => sources.map((own) => own[unit] ?? 0n));
  });
  const total = named(statement, null, ['合计']);
  const account = (code: string) => coded('ECONOMIC', code);
  return printTable('BUDGET', statement, null, unitColumns('BASIC'), [
    { label: '合计', account: total, amounts: unitAmounts(addRows(cells.flat())) },
    ...categories.map((code, at) => ({
      ...{ label: `科目${code}合计`, account: account(code), amounts: unitAmounts(addRows(cells[at] ?? [])) },
    })),
    ...UNITS.flatMap((unitName, unit) => [
      { label: unitName, account: total, unitName, amounts: unitAmounts(addRows(cells.map((own) => own[unit] ?? []))) },
      ...categories.map((code, at) => ({
        ...{ label: `科目${code}`, account: account(code), unitName, amounts: unitAmounts(cells[at]?.[unit] ?? []) },
      })),
    ]),
  ]);
}

/** Three projects of each unit; the other publisher's table holds 经营, 对附属单位补助 and 上缴上级 too. */
function projectsByUnit({ entries, other }: Ledger): LineItem[] {
  const statement = 'PROJECT_EXPENDITURE_BY_UNIT';
  const own = add(entries.flatMap(({ spent }) => spent.slice(1, other ? 5 : 2)));
  const wholes = [
    ...FUNDS.map((_, at) => add(entries.map(({ purses }) => purses[at]?.project ?? 0n))),
    ...split(own, 2),
  ].map((whole) => split(whole, 6));
  const projects = [0, 1, 2, 3, 4, 5].map((at) => wholes.map((parts) => parts[at] ?? 0n));
  const total = named(statement, null, ['合计']);
  return printTable('BUDGET', statement, null, unitColumns('PROJECT'), [
    { label: '合计', account: total, amounts: unitAmounts(addRows(projects)) },
    ...UNITS.flatMap((unitName, unit) => {
      const owned = projects.slice(unit * 3, unit * 3 + 3);
      return [
        { label: unitName, account: total, unitName, amounts: unitAmounts(addRows(owned)) },
        ...owned.map((row, at) => ({
          ...{ label: `项目${at + 1}`, account: named(statement, null, ['项目']), unitName, amounts: unitAmounts(row) },
        })),
      ];
    }),
  ]);
}
