import { createHash } from 'node:crypto';
import { levelOfCode, parentCode } from '../../src/domain/account.js';
import type { AccountRef } from '../../src/domain/account.js';
import { normaliseName, pathKey } from '../../src/domain/account-path.js';
import type { Classification, Fund, Part, ReportKind, Side, Statement } from '../../src/domain/closed-lists.js';
import type { Evaluation, Issue, LineItem, Report, Source } from '../../src/domain/report.js';

export interface ReportWish {
  readonly district?: string;
  readonly department?: string;
  readonly year?: number;
  readonly kind?: ReportKind;
  readonly unitScope?: string;
  /** Tells documents apart that are about the same: another one has other figures. */
  readonly edition?: number;
  readonly readerVersion?: number;
  /** 项 below 20110, for a report of some length: six figures more for each, in two statements. */
  readonly details?: number;
}

/** A generated report in which sums add up, the same for the same wish: final accounts (or a budget) of seven statements. */
export function makeReport(wish: ReportWish = {}): Report {
  const { district = '440104', department = '广州市越秀区政务服务数据管理局', year = 2019 } = wish;
  const { kind = 'FINAL_ACCOUNTS', unitScope = 'DEPARTMENT', edition = 1, readerVersion = 1, details = 0 } = wish;
  const sha256 = createHash('sha256')
    .update(JSON.stringify([district, department, year, kind, unitScope, edition, details]))
    .digest('hex');
  const title = `${department}${year}年部门${kind === 'BUDGET' ? '预算' : '决算'}`;
  const lineItems = makeLineItems({ kind, sha256, details });
  const statements = [...new Set(lineItems.map(({ statement }) => statement))].map((statement) => {
    const rows = new Set(lineItems.filter((item) => item.statement === statement).map(({ row }) => row)).size;
    return {
      ...{ statement, title: statement, recognisedBy: 'TITLE' as const, unit: 'WAN_YUAN' as const },
      ...{ unitBasis: 'STATED' as const, confidence: 'HIGH' as const, rowsSeen: rows, rowsRead: rows },
    };
  });
  return {
    ...{ sha256, placeInDocument: 0, readerVersion, kind, title, department, district, year, unitScope },
    ...{
      statements,
      lineItems,
      evaluations: [makeEvaluation()],
      reportedFacts: [],
      templateTexts: [],
      issues: [makeIssue()],
    },
  };
}

/** Reports of departments of different bodies in four districts, several years each. */
export function makeReports(departments: number, years: readonly number[] = [2019, 2020]): Report[] {
  const places = [
    ['440104', '广州市越秀区'],
    ['440105', '广州市海珠区'],
    ['440113', '广州市番禺区'],
    ['440117', '广州市从化区'],
  ] as const;
  return Array.from({ length: departments }, (_, index) => {
    const [district, place] = places[index % places.length] ?? places[0];
    const department = `${place}第${Math.floor(index / places.length) + 1}事务管理局`;
    return years.map((year) => makeReport({ district, department, year }));
  }).flat();
}

interface Context {
  readonly kind: ReportKind;
  readonly sha256: string;
  readonly details: number;
}

/** Basic and project money of one 项, in fen; the same for the same document. */
interface Leaf {
  readonly code: string;
  readonly basic: bigint;
  readonly project: bigint;
}

const NAMES: Readonly<Record<string, string>> = {
  ...{ 201: '一般公共服务支出', 20103: '政府办公厅（室）及相关机构事务', 2010301: '行政运行' },
  ...{ 2010302: '一般行政管理事务', 208: '社会保障和就业支出', 20805: '行政事业单位养老支出' },
  ...{ 2080505: '机关事业单位基本养老保险缴费支出', 20110: '人力资源事务' },
  ...{ 301: '工资福利支出', 30101: '基本工资', 302: '商品和服务支出', 30201: '办公费' },
};

function makeLineItems(context: Context): LineItem[] {
  const leaves = makeLeaves(context);
  const total = sumOf(leaves);
  const all = total.basic + total.project;
  const three = [amountOf(context, 'abroad'), 0n, amountOf(context, 'running'), amountOf(context, 'hosting')];
  return [
    ...summary(context, leaves, all),
    ...coded(context, 'REVENUE', leaves, ({ basic, project }) => [
      cell(1, '本年收入合计', 'REVENUE', 'ALL', 'TOTAL', basic + project),
      cell(2, '财政拨款收入', 'REVENUE', 'APPROPRIATION', 'TOTAL', basic + project),
    ]),
    ...coded(context, 'EXPENDITURE', leaves, (sum) => parts('ALL', sum)),
    ...coded(context, 'GENERAL_PUBLIC_EXPENDITURE', leaves, (sum) => parts('GENERAL_PUBLIC', sum)),
    ...economic(context, total.basic),
    ...threeExpenses(context, three),
  ];
}

function makeLeaves(context: Context): Leaf[] {
  const more = Array.from({ length: context.details }, (_, index) => `20110${String(index % 100).padStart(2, '0')}`);
  return ['2010301', '2010302', ...new Set(more), '2080505'].map((code) => ({
    code,
    basic: amountOf(context, `${code} basic`),
    project: amountOf(context, `${code} project`),
  }));
}

/** Up to some thousand 万元 with two decimals. */
function amountOf({ sha256 }: Context, name: string): bigint {
  const bytes = createHash('sha256').update(`${sha256} ${name}`).digest();
  return BigInt(bytes.readUInt32BE() % 500_000) * 10_000n;
}

function sumOf(leaves: readonly Leaf[]): { readonly basic: bigint; readonly project: bigint } {
  return leaves.reduce((sum, { basic, project }) => ({ basic: sum.basic + basic, project: sum.project + project }), {
    basic: 0n,
    project: 0n,
  });
}

type Cell = Pick<LineItem, 'column' | 'columnLabel' | 'flow' | 'fund' | 'part'> & { readonly fen: bigint };

function cell(
  column: number,
  columnLabel: string,
  flow: 'REVENUE' | 'EXPENDITURE',
  fund: Fund,
  part: Part,
  fen: bigint,
): Cell {
  return { column, columnLabel, flow, fund, part, fen };
}

function parts(fund: Fund, { basic, project }: { readonly basic: bigint; readonly project: bigint }): Cell[] {
  return [
    cell(1, '本年支出合计', 'EXPENDITURE', fund, 'TOTAL', basic + project),
    cell(2, '基本支出', 'EXPENDITURE', fund, 'BASIC', basic),
    cell(3, '项目支出', 'EXPENDITURE', fund, 'PROJECT', project),
  ];
}

function coded(
  context: Context,
  statement: Statement,
  leaves: readonly Leaf[],
  cells: (sum: { readonly basic: bigint; readonly project: bigint }) => Cell[],
): LineItem[] {
  const codes = new Set(leaves.flatMap(({ code }) => [code.slice(0, 3), code.slice(0, 5), code]));
  return ['', ...[...codes].sort()].flatMap((code, row) => {
    const account = code === '' ? named(statement, null, '合计') : byCode('FUNCTIONAL', code);
    const sum = sumOf(leaves.filter((leaf) => leaf.code.startsWith(code)));
    const label = code === '' ? '合计' : (NAMES[code] ?? `其他事务${code}`);
    return items(context, { statement, side: null, row, label, leaf: code.length === 7, account }, cells(sum));
  });
}

function summary(context: Context, leaves: readonly Leaf[], all: bigint): LineItem[] {
  const statement = 'REVENUE_EXPENDITURE_SUMMARY';
  const revenue: [string, Classification, bigint][] = [
    ['一、一般公共预算财政拨款收入', 'REVENUE', all],
    ['本年收入合计', 'BALANCE', all],
    ['年初结转和结余', 'BALANCE', 0n],
    ['总计', 'BALANCE', all],
  ];
  const expenditure: [string, string | null, bigint][] = [
    ...['201', '208'].map((code): [string, string, bigint] => {
      const { basic, project } = sumOf(leaves.filter((leaf) => leaf.code.startsWith(code)));
      return [`一、${NAMES[code]}`, code, basic + project];
    }),
    ['本年支出合计', null, all],
    ['年末结转和结余', null, 0n],
    ['总计', null, all],
  ];
  return [
    ...revenue.flatMap(([label, classification, fen], row) => {
      const account = named(statement, 'REVENUE', label, classification);
      const place = { statement, side: 'REVENUE', row, label, leaf: !/计$/.test(label), account } as const;
      return items(context, place, [cell(1, '决算数', 'REVENUE', 'ALL', 'TOTAL', fen)]);
    }),
    ...expenditure.flatMap(([label, code, fen], row) => {
      const account = code ? byCode('FUNCTIONAL', code) : named(statement, 'EXPENDITURE', label);
      const place = { statement, side: 'EXPENDITURE', row, label, leaf: !/计$/.test(label), account } as const;
      return items(context, place, [cell(1, '决算数', 'EXPENDITURE', 'ALL', 'TOTAL', fen)]);
    }),
  ];
}

/** All personnel money is 30101, all of 公用经费 30201: a third of the basic expenditure. */
function economic(context: Context, basic: bigint): LineItem[] {
  const statement = 'GENERAL_PUBLIC_BASIC_EXPENDITURE';
  const operating = basic / 3n;
  const lanes: [Side, string[], bigint, string][] = [
    ['PERSONNEL', ['301', '30101'], basic - operating, '人员经费合计'],
    ['OPERATING', ['302', '30201'], operating, '公用经费合计'],
  ];
  return lanes.flatMap(([side, codes, fen, total]) =>
    [...codes, total].flatMap((code, row) => {
      const label = NAMES[code] ?? code;
      const account = code === total ? named(statement, side, total) : byCode('ECONOMIC', code);
      const place = { statement, side, row, label, leaf: code.length === 5 && code !== total, account } as const;
      return items(context, place, [cell(1, '金额', 'EXPENDITURE', 'GENERAL_PUBLIC', 'BASIC', fen)]);
    }),
  );
}

function threeExpenses(
  context: Context,
  [abroad = 0n, purchase = 0n, running = 0n, hosting = 0n]: readonly bigint[],
): LineItem[] {
  const statement = 'THREE_OFFICIAL_EXPENSES';
  const amounts: [string, bigint][] = [
    ['三公经费', abroad + purchase + running + hosting],
    ['因公出国(境)费', abroad],
    ['公务用车购置及运行费', purchase + running],
    ['公务用车购置费', purchase],
    ['公务用车运行费', running],
    ['公务接待费', hosting],
  ];
  return amounts.flatMap(([name, fen], index) => {
    const place = {
      statement,
      side: null,
      row: 0,
      label: name,
      leaf: true,
      account: named(statement, null, name),
    } as const;
    return items(context, place, [cell(index + 7, `决算数 ${name}`, 'EXPENDITURE', 'GENERAL_PUBLIC', 'TOTAL', fen)]);
  });
}

type Place = Pick<LineItem, 'statement' | 'side' | 'row' | 'label' | 'leaf' | 'account'>;

function items({ kind }: Context, place: Place, cells: readonly Cell[]): LineItem[] {
  const text = [place.label, ...cells.map(({ fen }) => (Number(fen / 10_000n) / 100).toFixed(2))].join('\t');
  return cells.map(({ fen, ...coordinates }) => ({
    ...place,
    ...coordinates,
    stage: kind === 'BUDGET' ? 'ORIGINAL_BUDGET' : 'OUTTURN',
    labelUncertain: false,
    unitName: null,
    amount: { fen, unit: 'WAN_YUAN', decimals: 2 },
    source: makeSource(place.statement, place.row + 1, text),
  }));
}

function byCode(classification: 'FUNCTIONAL' | 'ECONOMIC', code: string): AccountRef {
  const edition = classification === 'ECONOMIC' && code.startsWith('301') ? 2018 : 2007;
  const name = NAMES[code] ?? `其他事务${code}`;
  return { classification, code, key: code, parentKey: parentCode(code), name, level: levelOfCode(code), edition };
}

function named(
  statement: Statement,
  side: Side | null,
  label: string,
  classification: Classification = 'BALANCE',
): AccountRef {
  const name = normaliseName(label);
  const key = pathKey(statement, side, [name]);
  return { classification, code: null, key, parentKey: null, name, level: null, edition: 2007 };
}

function makeSource(table: string, line: number, text: string): Source {
  return { table, section: null, line, page: null, text };
}

function makeEvaluation(): Evaluation {
  const indicators = ['办结率', '满意度'].map((name, index) => ({
    ...{ level1: '产出指标', level2: '质量指标', name, inferredName: null },
    ...{ target: '≥95%', actual: '98%', weight: '50', score: '49.50' },
    source: makeSource('绩效目标完成情况表', 902 + index, `${name}\t≥95%\t98%`),
  }));
  return {
    ...{ scope: 'DEPARTMENT', name: null, evaluator: 'SELF', weight: '100', score: '99.00', amounts: [] },
    ...{ executionBase: null, indicators },
    source: makeSource('绩效目标完成情况表', 901, '部门整体支出'),
  };
}

function makeIssue(): Issue {
  const source = makeSource('收入决算表', 40, '其他收入\t1２.3.4');
  return { message: 'expected a number, got “1２.3.4”', statement: 'REVENUE', source };
}
