import type { Fund, Side, Statement } from '../../src/domain/closed-lists.js';
import type { LineItem, Report } from '../../src/domain/report.js';
import type { Column, Row } from './coherent-report.js';
import { add, bindReport, coded, makeDraw, named, printTable, split, treeRows } from './coherent-report.js';

export interface FinalAccountsWish {
  /** What only some publishers print: balances beside expenditure, a basic table with codes and 合计, 教育收费, 本年收入 above its lines. */
  readonly other?: boolean;
  readonly seed?: number;
}

const ITEMS = [
  ...['2010301', '2010302', '2010401', '2080505', '2080506', '2080801'],
  ...['2120801', '2120802', '2121101', '2210201', '2210203', '2230102', '2230201'],
];
const CATEGORIES = [...new Set(ITEMS.map((code) => code.slice(0, 3)))];
const FUNDS = ['GENERAL_PUBLIC', 'GOVERNMENT_FUND', 'STATE_CAPITAL'] as const;
const FUND_NAMES = ['一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款'];
const NUMBERS = '一二三四五六七八九';

/** Money of one fund in one 项. */
interface Purse {
  readonly basic: bigint;
  readonly project: bigint;
  readonly revenue: bigint;
  readonly opening: bigint;
  readonly closing: bigint;
}

interface Entry {
  readonly code: string;
  readonly purses: readonly Purse[];
  /** 基本, 项目, 上缴上级, 经营, 对附属单位补助 paid from own money. */
  readonly spent: readonly bigint[];
  /** 上级补助, 事业, 经营, 附属单位上缴, 其他. */
  readonly earned: readonly bigint[];
}

interface Ledger {
  readonly entries: readonly Entry[];
  readonly used: bigint;
  readonly allocated: bigint;
  readonly ownOpening: bigint;
  readonly economic: ReadonlyMap<string, bigint>;
  readonly three: readonly bigint[];
  readonly budgeted: readonly bigint[];
  readonly nonTax: readonly bigint[];
}

/** Final accounts of the template of 2020 in which every figure is added up of a few drawn amounts and none is zero. */
export function makeFinalAccounts({ other = false, seed = 7 }: FinalAccountsWish = {}): Report {
  const ledger = drawLedger(seed);
  return bindReport('FINAL_ACCOUNTS', 2020, [
    ...summary(ledger, other),
    revenue(ledger, other),
    expenditure(ledger),
    ...appropriationSummary(ledger),
    ...FUNDS.map((_, at) => fundTable(ledger, at, other)),
    ...(other ? [basicWithCodes(ledger)] : basicInLanes(ledger)),
    threeExpenses(ledger),
    nonTax(ledger),
  ]);
}

function drawLedger(seed: number): Ledger {
  const draw = makeDraw(seed);
  const entries = ITEMS.map((code) => ({ code, purses: FUNDS.map(() => drawPurse(draw)), ...drawOwn(draw) }));
  const small = (): bigint => draw(40);
  const basic = add(entries.map(({ purses }) => purses[0]?.basic ?? 0n));
  const fixed = (code: string): bigint => entries.find((own) => own.code === code)?.purses[0]?.basic ?? 0n;
  const economic = new Map<string, bigint>([
    ...([
      ['30108', fixed('2080505')],
      ['30109', fixed('2080506')],
      ['30113', fixed('2210201')],
    ] as const),
    ...['30102', '30201', '30212', '30217', '30231', '30301', '30302', '30701', '31002', '31013', '39906'].map(
      (code) => [code, small()] as const,
    ),
  ]);
  economic.set('30101', basic - add([...economic.values()]));
  const three = ['30212', '31013', '30231', '30217'].map((code) => (economic.get(code) ?? 0n) + small());
  const budgeted = three.map(() => small());
  const ownOpening = add(entries.flatMap(({ spent }) => spent)) + draw();
  return {
    ...{ entries, used: draw(), allocated: small(), ownOpening, economic, three, budgeted },
    nonTax: Array.from({ length: 6 }, () => draw()),
  };
}

function drawPurse(draw: (most?: number) => bigint): Purse {
  const [fromBefore, left, basic, project] = [draw(50), draw(60), draw() + 1_000_000n, draw()];
  return { basic, project, revenue: basic + project - fromBefore, opening: fromBefore + left, closing: left };
}

function drawOwn(draw: () => bigint): Pick<Entry, 'spent' | 'earned'> {
  return { spent: Array.from({ length: 5 }, draw), earned: Array.from({ length: 5 }, draw) };
}

const byItem = <Value>(entries: readonly Entry[], valueOf: (entry: Entry) => Value): ReadonlyMap<string, Value> =>
  new Map(entries.map((entry) => [entry.code, valueOf(entry)]));

const spentOf = ({ basic, project }: Purse): bigint => basic + project;

/** 基本, 项目, 上缴上级, 经营, 对附属单位补助 of all money. */
function allSpent({ purses, spent }: Entry): bigint[] {
  const [basic = 0n, project = 0n, ...rest] = spent;
  return [basic + add(purses.map((own) => own.basic)), project + add(purses.map((own) => own.project)), ...rest];
}

function revenue({ entries }: Ledger, other: boolean): LineItem[] {
  const funds = ['APPROPRIATION', 'GRANT_FROM_ABOVE', 'SERVICE', 'COMMERCIAL', 'REMITTANCE', 'OTHER'] as const;
  const columns: Column[] = (['ALL', ...funds] as Fund[]).map((fund) => [fund, 'REVENUE', fund, 'TOTAL']);
  if (other) columns.push(['事业收入 其中:教育收费', 'REVENUE', 'EDUCATION_FEES', 'TOTAL']);
  const amounts = byItem(entries, ({ purses, earned }) => {
    const parts = [add(purses.map((own) => own.revenue)), ...earned];
    return [add(parts), ...parts, (earned[1] ?? 0n) / 2n];
  });
  return printTable('FINAL_ACCOUNTS', 'REVENUE', null, columns, treeRows('REVENUE', amounts));
}

function expenditure({ entries }: Ledger): LineItem[] {
  const parts = ['TOTAL', 'BASIC', 'PROJECT', 'TO_ABOVE', 'COMMERCIAL', 'TO_SUBORDINATES'] as const;
  const columns: Column[] = parts.map((part) => [part, 'EXPENDITURE', 'ALL', part]);
  const amounts = byItem(entries, (entry) => [add(allSpent(entry)), ...allSpent(entry)]);
  return printTable('FINAL_ACCOUNTS', 'EXPENDITURE', null, columns, treeRows('EXPENDITURE', amounts));
}

function fundTable({ entries }: Ledger, at: number, other: boolean): LineItem[] {
  const statement = (['GENERAL_PUBLIC_EXPENDITURE', 'GOVERNMENT_FUND', 'STATE_CAPITAL'] as const)[at] as Statement;
  const fund = FUNDS[at] as Fund;
  const spent: Column[] = (['TOTAL', 'BASIC', 'PROJECT'] as const).map((part) => [part, 'EXPENDITURE', fund, part]);
  const balances: Column[] = [
    ['年初结转和结余', null, fund, 'OPENING'],
    ['本年收入', 'REVENUE', fund, 'TOTAL'],
    ['年末结转和结余', null, fund, 'CLOSING'],
  ];
  const printed = other || at === 1 ? [...spent, ...balances] : spent;
  const amounts = byItem(entries, ({ purses }) => {
    const own = purses[at] as Purse;
    return [spentOf(own), own.basic, own.project, own.opening, own.revenue, own.closing];
  });
  return printTable('FINAL_ACCOUNTS', statement, null, printed, treeRows(statement, amounts));
}

/** Rows of one side: a label (or the path of a detail) and its amounts. */
function sideRows(
  statement: Statement,
  side: Side,
  rows: readonly (readonly [label: string | readonly string[], ...amounts: bigint[]])[],
): Row[] {
  return rows.map(([label, ...amounts]) => {
    const path = [label].flat() as string[];
    return { label: path.at(-1) ?? '', account: named(statement, side, path), amounts };
  });
}

const categoryRows = (amountsOf: (category: string) => bigint[]): Row[] =>
  CATEGORIES.map((code, at) => ({
    label: `${NUMBERS[at]}、科目${code}`,
    account: coded('FUNCTIONAL', code),
    amounts: amountsOf(code),
  }));

function summary({ entries, used, allocated, ownOpening }: Ledger, other: boolean): LineItem[][] {
  const statement = 'REVENUE_EXPENDITURE_SUMMARY';
  const lines: (readonly [string, bigint])[] = [
    ...FUNDS.map(
      (_, at) => [`${FUND_NAMES[at]}收入`, add(entries.map(({ purses }) => purses[at]?.revenue ?? 0n))] as const,
    ),
    ...['上级补助收入', '事业收入', '经营收入', '附属单位上缴收入', '其他收入'].map(
      (name, at) => [name, add(entries.map(({ earned }) => earned[at] ?? 0n))] as const,
    ),
  ];
  const year = add(lines.map(([, amount]) => amount));
  const opening = ownOpening + add(entries.flatMap(({ purses }) => purses.map((own) => own.opening)));
  const total = year + used + opening;
  const categories = (code: string): bigint[] => [
    add(entries.flatMap((entry) => (entry.code.startsWith(code) ? allSpent(entry) : []))),
  ];
  const spent = add(entries.flatMap(allSpent));
  const numbered = lines.map(
    ([name, fen], at) => [`${other ? `（${NUMBERS[at]}）` : `${NUMBERS[at]}、`}${name}`, fen] as const,
  );
  const left = other
    ? ([
        ['一、本年收入', year],
        ...numbered,
        ['二、使用非财政拨款结余', used],
        ['三、年初结转和结余', opening],
      ] as const)
    : ([...numbered, ['本年收入合计', year], ['使用非财政拨款结余', used], ['年初结转和结余', opening]] as const);
  const right = sideRows(statement, 'EXPENDITURE', [
    ['本年支出合计', spent],
    ['结余分配', allocated],
    ['年末结转和结余', total - spent - allocated],
    ['总计', total],
  ]);
  return [
    printTable(
      'FINAL_ACCOUNTS',
      statement,
      'REVENUE',
      [['收入 决算数', 'REVENUE', 'ALL', 'TOTAL']],
      [...sideRows(statement, 'REVENUE', [...left, ['总计', total]])],
    ),
    printTable(
      'FINAL_ACCOUNTS',
      statement,
      'EXPENDITURE',
      [['支出 决算数', 'EXPENDITURE', 'ALL', 'TOTAL']],
      [...categoryRows(categories), ...right],
    ),
  ];
}

function appropriationSummary({ entries }: Ledger): LineItem[][] {
  const statement = 'APPROPRIATION_SUMMARY';
  const sum = (at: number, valueOf: (purse: Purse) => bigint, category = ''): bigint =>
    add(entries.flatMap(({ code, purses }) => (code.startsWith(category) ? [valueOf(purses[at] as Purse)] : [])));
  const across = (valueOf: (purse: Purse) => bigint, category = ''): bigint[] => {
    const parts = FUNDS.map((_, at) => sum(at, valueOf, category));
    return [add(parts), ...parts];
  };
  const [revenues, openings] = [across((own) => own.revenue), across((own) => own.opening)];
  const opening = '年初财政拨款结转和结余';
  const left = sideRows(statement, 'REVENUE', [
    ...FUND_NAMES.map((name, at) => [`${NUMBERS[at]}、${name}`, revenues[at + 1] ?? 0n] as const),
    ['本年收入合计', revenues[0] ?? 0n],
    [opening, openings[0] ?? 0n],
    ...FUND_NAMES.map((name, at) => [[opening, name], openings[at + 1] ?? 0n] as const),
    ['总计', (revenues[0] ?? 0n) + (openings[0] ?? 0n)],
  ]);
  const [spent, closing] = [across(spentOf), across((own) => own.closing)];
  const right = sideRows(statement, 'EXPENDITURE', [
    ['本年支出合计', ...spent],
    ['年末财政拨款结转和结余', ...closing],
    ['总计', ...spent.map((amount, at) => amount + (closing[at] ?? 0n))],
  ]);
  const columns: Column[] = (['APPROPRIATION', ...FUNDS] as const).map((fund) => [fund, 'EXPENDITURE', fund, 'TOTAL']);
  return [
    printTable('FINAL_ACCOUNTS', statement, 'REVENUE', [['收入 金额', 'REVENUE', 'APPROPRIATION', 'TOTAL']], left),
    printTable('FINAL_ACCOUNTS', statement, 'EXPENDITURE', columns, [
      ...categoryRows((code) => across(spentOf, code)),
      ...right,
    ]),
  ];
}

const BASIC = 'GENERAL_PUBLIC_BASIC_EXPENDITURE';
const PERSONNEL = /^30[13]/;

function basicInLanes({ economic }: Ledger): LineItem[][] {
  return (['PERSONNEL', 'OPERATING'] as const).map((side) => {
    const own = [...economic].filter(([code]) => PERSONNEL.test(code) === (side === 'PERSONNEL'));
    const total = side === 'PERSONNEL' ? '人员经费合计' : '公用经费合计';
    return printTable(
      'FINAL_ACCOUNTS',
      BASIC,
      side,
      [['金额', 'EXPENDITURE', 'GENERAL_PUBLIC', 'BASIC']],
      [
        ...treeRows(BASIC, new Map(own.map(([code, fen]) => [code, [fen]])), { total: null }),
        ...[{ label: total, account: named(BASIC, side, [total]), amounts: [add(own.map(([, fen]) => fen))] }],
      ],
    );
  });
}

function basicWithCodes({ economic }: Ledger): LineItem[] {
  const amounts = new Map([...economic].map(([code, fen]) => [code, [fen]]));
  const columns: Column[] = [['合计', 'EXPENDITURE', 'GENERAL_PUBLIC', 'BASIC']];
  return printTable('FINAL_ACCOUNTS', BASIC, null, columns, treeRows(BASIC, amounts));
}

const THREE = ['三公经费', '因公出国(境)费', '公务用车购置及运行费', '公务用车购置费', '公务用车运行费', '公务接待费'];

/** The six figures of 出国, 购置, 运行, 接待. */
export function sixOf([abroad = 0n, bought = 0n, run = 0n, hosted = 0n]: readonly bigint[]): bigint[] {
  return [abroad + bought + run + hosted, abroad, bought + run, bought, run, hosted];
}

function threeExpenses({ three, budgeted }: Ledger): LineItem[] {
  const statement = 'THREE_OFFICIAL_EXPENSES';
  const amounts = [...sixOf(budgeted), ...sixOf(three)];
  return amounts.flatMap((fen, at) => {
    const name = THREE[at % 6] ?? '';
    const stage = at < 6 ? 'REVISED_BUDGET' : 'OUTTURN';
    const columns: Column[] = [[name, 'EXPENDITURE', 'GENERAL_PUBLIC', 'TOTAL', stage]];
    const row = { label: name, account: named(statement, null, [name]), amounts: [fen] };
    return printTable('FINAL_ACCOUNTS', statement, null, columns, [row]).map((item) => ({ ...item, column: at + 1 }));
  });
}

/** Two lines with details in two depths, two without. */
function nonTax({ nonTax: drawn }: Ledger): LineItem[] {
  const statement = 'NON_TAX_REVENUE';
  const columns: Column[] = (['ALL', 'TREASURY', 'FISCAL_ACCOUNT'] as const).map((fund) => [
    fund,
    'REVENUE',
    fund,
    'TOTAL',
  ]);
  const whole = (at: number): bigint => drawn[at] ?? 0n;
  const row = (path: readonly string[], fen: bigint): Row => {
    const [treasury = 0n, account = 0n] = split(fen, 2);
    return {
      label: path.at(-1) ?? '',
      account: named(statement, null, path),
      amounts: [treasury + account, treasury, account],
    };
  };
  const leaves: Row[] = [
    row(['一、专项收入'], whole(0)),
    row(['二、罚没收入', '一般罚没收入', '缉私罚没收入'], whole(1)),
    row(['二、罚没收入', '一般罚没收入', '公安罚没收入'], whole(2)),
    row(['二、罚没收入', '特别罚没收入'], whole(3)),
    row(['三、其他收入', '其他收入', '其他收入'], whole(4)),
    row(['三、其他收入', '捐赠收入'], whole(5)),
  ];
  const below = (key: string): bigint[] => {
    const own = leaves.filter(({ account }) => key === '' || account.key === key || account.key.startsWith(`${key}/`));
    return [0, 1, 2].map((at) => add(own.map(({ amounts }) => amounts[at] ?? 0n)));
  };
  const summed = (path: readonly string[]): Row => {
    const account = named(statement, null, path);
    return { label: path.at(-1) ?? '', account, amounts: below(path[0] === '合计' ? '' : account.key) };
  };
  const rows = [
    summed(['合计']),
    ...leaves.slice(0, 1),
    ...[summed(['二、罚没收入']), summed(['二、罚没收入', '一般罚没收入'])],
    ...leaves.slice(1, 4),
    ...[summed(['三、其他收入']), summed(['三、其他收入', '其他收入'])],
    ...leaves.slice(4),
  ];
  return printTable('FINAL_ACCOUNTS', statement, null, columns, rows);
}
