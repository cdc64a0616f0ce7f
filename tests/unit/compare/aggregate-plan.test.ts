import { planSums } from '../../../src/compare/aggregate-plan.js';
import type { AccountLevel, Classification, Flow, Stage, Statement } from '../../../src/domain/closed-lists.js';
import type { SumColumn } from '../../../src/domain/column-width.js';
import type { RowShape, SumPlan, SumProfile, SumQuestion } from '../../../src/domain/sums.js';

const QUESTION: SumQuestion = { where: {}, groupBy: [], level: null, having: null, orderBy: 'KEYS' };

const column = (text: string): SumColumn => {
  const [fund = null, part = null] = text.split(' ') as [SumColumn['fund']?, SumColumn['part']?];
  return { fund, part, column: null };
};

interface Table {
  readonly statement: Statement;
  readonly flow?: Flow | null;
  readonly coded?: Classification;
  readonly levels?: readonly AccountLevel[];
  readonly columns?: readonly string[];
  readonly stages?: readonly Stage[];
  readonly units?: boolean;
}

/** What a filter leaves of tables as they are usually printed: 合计, accounts of some levels, perhaps units. */
function profileOf(...tables: readonly Table[]): SumProfile {
  const shapesOf = ({ statement, flow = 'EXPENDITURE', coded, levels = [], units }: Table): RowShape[] => {
    const row = { statement, flow, isTotal: false, isUnit: false };
    const last = levels.at(-1);
    return [
      { ...row, classification: 'BALANCE', level: null, leaf: false, isTotal: true },
      ...levels.map((level) => ({
        ...row,
        ...{ classification: coded ?? ('FUNCTIONAL' as const), level, leaf: level === last },
      })),
      ...(units ? [{ ...row, classification: 'BALANCE' as const, level: null, leaf: false, isUnit: true }] : []),
    ];
  };
  return {
    shapes: tables.flatMap(shapesOf),
    columnSets: tables.flatMap(({ statement, flow = 'EXPENDITURE', columns = ['ALL TOTAL'], stages = ['OUTTURN'] }) =>
      stages.map((stage) => ({ statement, flow, stage, columns: columns.map(column) })),
    ),
    stageSets: [tables.flatMap(({ statement, stages = ['OUTTURN'] }) => stages.map((stage) => ({ statement, stage })))],
    reportSets: [[{ kind: 'FINAL_ACCOUNTS', unitScope: 'DEPARTMENT' }]],
  };
}

const LEVELS = ['CATEGORY', 'GROUP', 'ITEM'] as const;
const EXPENDITURE: Table = {
  statement: 'EXPENDITURE',
  levels: LEVELS,
  columns: ['ALL TOTAL', 'ALL BASIC', 'ALL PROJECT'],
};
const REVENUE: Table = {
  statement: 'REVENUE',
  flow: 'REVENUE',
  levels: LEVELS,
  columns: ['ALL TOTAL', 'APPROPRIATION TOTAL', 'OTHER TOTAL'],
};
const BASIC: Table = {
  ...{ statement: 'GENERAL_PUBLIC_BASIC_EXPENDITURE', coded: 'ECONOMIC', levels: ['CATEGORY', 'GROUP'] },
  columns: ['GENERAL_PUBLIC BASIC'],
};
const PROJECT: Table = {
  ...BASIC,
  statement: 'GENERAL_PUBLIC_PROJECT_EXPENDITURE',
  columns: ['GENERAL_PUBLIC PROJECT'],
};
const THREE: Table = { statement: 'THREE_OFFICIAL_EXPENSES', stages: ['ORIGINAL_BUDGET', 'OUTTURN'] };
const BY_UNIT: Table = { statement: 'PROJECT_EXPENDITURE_BY_UNIT', units: true, columns: ['ALL PROJECT'] };

const plan = (question: Partial<SumQuestion>, ...tables: readonly Table[]): SumPlan | null =>
  planSums({ ...QUESTION, ...question }, profileOf(...tables));
const refusal = (question: Partial<SumQuestion>, ...tables: readonly Table[]): string => {
  try {
    plan(question, ...tables);
    return 'no refusal';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('what overlaps is refused, with what to ask instead', () => {
  test('statements', () => {
    expect(refusal({}, REVENUE, EXPENDITURE)).toBe(
      'expected one statement: REVENUE, EXPENDITURE both fit; ask where: { statement: [EXPENDITURE] } or groupBy: [STATEMENT]',
    );
    expect(refusal({}, BASIC, PROJECT, THREE)).toBe(
      'expected one statement: GENERAL_PUBLIC_BASIC_EXPENDITURE, GENERAL_PUBLIC_PROJECT_EXPENDITURE, THREE_OFFICIAL_EXPENSES all fit; ask where: { statement: [GENERAL_PUBLIC_BASIC_EXPENDITURE] } or groupBy: [STATEMENT]',
    );
  });

  test('statements without the widest', () => {
    const general: Table = { ...EXPENDITURE, statement: 'GENERAL_PUBLIC_EXPENDITURE' };
    expect(refusal({}, REVENUE, general)).toMatch(/ask where: { statement: \[GENERAL_PUBLIC_EXPENDITURE\] }/);
  });

  test('flows', () => {
    const sides: Table[] = [
      { statement: 'REVENUE_EXPENDITURE_SUMMARY', flow: 'REVENUE' },
      { statement: 'REVENUE_EXPENDITURE_SUMMARY', flow: 'EXPENDITURE' },
    ];
    const sentence =
      'expected one flow: REVENUE, EXPENDITURE both fit; ask where: { flow: [EXPENDITURE] } or groupBy: [FLOW]';
    expect(refusal({}, ...sides)).toBe(sentence);
    expect(refusal({ groupBy: ['STATEMENT'] }, ...sides)).toBe(sentence);
    expect(plan({ groupBy: ['FLOW'] }, ...sides)).toMatchObject({ isOverlapping: true });
  });

  test('levels', () => {
    const where = { accountCode: { startsWith: '201' } };
    expect(refusal({ where }, EXPENDITURE)).toBe('expected one level: CATEGORY, GROUP, ITEM all fit; ask level: ITEM');
    expect(refusal({ where: { classification: ['ECONOMIC'] } }, BASIC)).toBe(
      'expected one level: CATEGORY, GROUP both fit; ask level: GROUP',
    );
    expect(refusal({ where: { level: ['CATEGORY', 'ITEM'] } }, EXPENDITURE)).toBe(
      'expected one level: CATEGORY, ITEM both fit; ask level: ITEM',
    );
    expect(refusal({ where: { level: ['CATEGORY'] }, level: 'GROUP' }, EXPENDITURE)).toBe(
      'expected one level, got level: GROUP and where: { level: [CATEGORY] }',
    );
  });

  test('columns', () => {
    const parts = { ...EXPENDITURE, columns: ['ALL BASIC', 'ALL PROJECT'] };
    expect(refusal({ where: { part: ['BASIC', 'PROJECT'] } }, parts)).toBe(
      'expected one column: ALL BASIC, ALL PROJECT both fit and none holds the others; ask where: { part: [BASIC] } or groupBy: [PART]',
    );
    const funds = { ...REVENUE, columns: ['APPROPRIATION TOTAL', 'GENERAL_PUBLIC TOTAL', 'OTHER TOTAL'] };
    expect(refusal({}, funds)).toBe(
      'expected one column: APPROPRIATION TOTAL, OTHER TOTAL both fit and none holds the others; ask where: { fund: [APPROPRIATION] } or groupBy: [FUND]',
    );
    const profile = profileOf(EXPENDITURE);
    const of = (columns: readonly SumColumn[]): SumProfile => ({
      ...profile,
      columnSets: profile.columnSets.map((set) => ({ ...set, columns })),
    });
    expect(() => planSums(QUESTION, of([3, 4].map((own) => ({ fund: null, part: null, column: own }))))).toThrow(
      'expected one column: column 3, column 4 both fit and none holds the others; ask where: { column: { eq: 3 } }',
    );
    expect(() => planSums(QUESTION, of([3, 4].map((own) => ({ fund: null, part: 'BASIC', column: own }))))).toThrow(
      'expected one column: BASIC column 3, BASIC column 4 both fit',
    );
  });

  test('stages of one department and year', () => {
    const where = { stage: ['ORIGINAL_BUDGET', 'OUTTURN'] as const };
    expect(refusal({ where }, THREE)).toBe(
      'expected one stage of a department and year: ORIGINAL_BUDGET, OUTTURN both fit; ask where: { stage: [OUTTURN] } or groupBy: [STAGE]',
    );
    const apart = profileOf(THREE);
    const stageSets = THREE.stages!.map((stage) => [{ statement: THREE.statement, stage }]);
    expect(planSums({ ...QUESTION, where }, { ...apart, stageSets })).toMatchObject({ stages: where.stage });
  });

  test('reports about the same', () => {
    const of = (...unitScopes: string[]): SumProfile => ({
      ...profileOf(EXPENDITURE),
      reportSets: [unitScopes.map((unitScope) => ({ kind: 'BUDGET', unitScope }))],
    });
    const sentence =
      'expected one report of a department, year and kind, got 2 that are about the same; ask one of them';
    expect(() => planSums(QUESTION, of('DEPARTMENT', 'PROPER'))).toThrow(sentence);
    expect(() => planSums(QUESTION, of('UNIT:一中心', 'UNIT:一中心'))).toThrow(sentence);
    expect(planSums(QUESTION, of('PROPER', 'UNIT:一中心'))).not.toBeNull();
  });
});

describe('what a filter leaves decides', () => {
  const rows = (question: Partial<SumQuestion>, ...tables: readonly Table[]): unknown =>
    plan(question, ...tables)?.rows;

  test('the printed totals, unless a level, labels, units or codes are asked for', () => {
    expect(rows({}, EXPENDITURE)).toEqual({ of: 'TOTALS' });
    expect(rows({ groupBy: ['ACCOUNT'] }, EXPENDITURE)).toEqual({ of: 'TOTALS' });
    expect(rows({ level: 'GROUP' }, EXPENDITURE)).toEqual({ of: 'LEVEL', level: 'GROUP' });
    expect(rows({ groupBy: ['LABEL'] }, EXPENDITURE)).toEqual({ of: 'LEAVES' });
    expect(rows({ where: { label: { contains: '运行' } } }, EXPENDITURE)).toEqual({ of: 'LEAVES' });
    expect(rows({ where: { leaf: true } }, EXPENDITURE)).toEqual({ of: 'LEAVES' });
    expect(rows({ groupBy: ['UNIT'] }, BY_UNIT)).toEqual({ of: 'UNITS' });
    expect(rows({ where: { unitName: { eq: '本级' } } }, BY_UNIT)).toEqual({ of: 'UNITS' });
    const items = { ...EXPENDITURE, levels: ['ITEM'] as const };
    expect(rows({ where: { accountCode: { startsWith: '2010301' } }, groupBy: ['LABEL'] }, items)).toEqual({
      of: 'LEVEL',
      level: 'ITEM',
    });
    expect(rows({ where: { accountCode: { startsWith: '201' } }, groupBy: ['LABEL'] }, EXPENDITURE)).toEqual({
      of: 'LEAVES',
    });
  });

  test('a level in the filter is the level of the argument', () => {
    const asked = plan({ level: 'ITEM' }, EXPENDITURE);
    expect(plan({ where: { level: ['ITEM'] } }, EXPENDITURE)).toEqual(asked);
    expect(plan({ where: { level: ['ITEM', 'GROUP'] }, level: 'ITEM' }, EXPENDITURE)).toEqual(asked);
    expect(asked?.rowFilter).toBeNull();
  });

  test('basic and project expenditure are disjoint, and so are their tables by unit', () => {
    expect(plan({}, BASIC, PROJECT)).toMatchObject({ rows: { of: 'TOTALS' }, isOverlapping: false });
    expect(plan({ groupBy: ['UNIT'] }, REVENUE, EXPENDITURE, BY_UNIT)?.tables).toEqual([
      { statement: 'PROJECT_EXPENDITURE_BY_UNIT', flow: 'EXPENDITURE' },
    ]);
  });

  test('a level that no table prints is all residual, nothing at all is nothing', () => {
    const groups = plan({ level: 'ITEM' }, BASIC);
    expect(groups).toMatchObject({ rows: { of: 'LEVEL', level: 'ITEM' }, rowFilter: null });
    expect(plan({})).toBeNull();
    expect(plan({ groupBy: ['UNIT'] }, EXPENDITURE)).toBeNull();
  });

  test('balances count only where nothing that flows is left', () => {
    const fund: Table = { statement: 'GOVERNMENT_FUND', columns: ['GOVERNMENT_FUND TOTAL'] };
    const balances: Table = { ...fund, flow: null, columns: ['GOVERNMENT_FUND OPENING'] };
    expect(plan({}, fund, balances)?.tables.map(({ flow }) => flow)).toEqual(['EXPENDITURE']);
    expect(plan({ where: { part: ['OPENING'] } }, balances)?.tables.map(({ flow }) => flow)).toEqual([null]);
    const flows = (question: Partial<SumQuestion>): unknown =>
      plan(question, fund, balances)?.tables.map(({ flow }) => flow);
    expect(flows({ groupBy: ['FLOW'] })).toEqual(['EXPENDITURE']);
    expect(flows({ groupBy: ['FLOW', 'PART'] })).toEqual(['EXPENDITURE', null]);
    expect(flows({ groupBy: ['FLOW'], where: { part: ['OPENING', 'TOTAL'] } })).toEqual(['EXPENDITURE', null]);
  });

  test('a label that only totals bear is theirs', () => {
    const totals = { ...EXPENDITURE, levels: [] };
    expect(rows({ where: { label: { eq: '合计' } } }, totals)).toEqual({ of: 'TOTALS' });
    expect(rows({ where: { label: { contains: '支出' } } }, EXPENDITURE)).toEqual({ of: 'LEAVES' });
  });

  test('an empty list of levels is no row', () => {
    expect(plan({ where: { level: [] } }, EXPENDITURE)).toBeNull();
    expect(plan({ where: { level: [] }, level: 'ITEM' }, EXPENDITURE)).toBeNull();
  });

  test('an odd report without a widest column does not stop the others', () => {
    const odd = { ...REVENUE, columns: ['APPROPRIATION TOTAL', 'OTHER TOTAL'] };
    expect(plan({}, REVENUE, odd)).not.toBeNull();
    expect(refusal({ where: { fund: ['ALL', 'APPROPRIATION', 'OTHER'] } }, REVENUE, odd)).toMatch(
      /^expected one column/,
    );
    // Each table for itself: none that has no widest column in any report is added by the first.
    expect(refusal({ groupBy: ['STATEMENT'] }, EXPENDITURE, odd)).toBe(
      'expected one column: APPROPRIATION TOTAL, OTHER TOTAL both fit and none holds the others; ask where: { fund: [APPROPRIATION] } or groupBy: [FUND]',
    );
  });
});

test('rows that have money in common have no total', () => {
  const isOverlapping = (question: Partial<SumQuestion>, ...tables: readonly Table[]): boolean | undefined =>
    plan(question, ...tables)?.isOverlapping;
  expect(isOverlapping({ groupBy: ['DISTRICT', 'YEAR', 'ACCOUNT'] }, EXPENDITURE)).toBe(false);
  expect(isOverlapping({ groupBy: ['PART'] }, EXPENDITURE)).toBe(true);
  expect(isOverlapping({ groupBy: ['FUND'] }, EXPENDITURE)).toBe(false);
  expect(isOverlapping({ groupBy: ['PART'] }, { ...EXPENDITURE, columns: ['ALL BASIC', 'ALL PROJECT'] })).toBe(false);
  expect(isOverlapping({ groupBy: ['FUND'] }, REVENUE)).toBe(true);
  expect(isOverlapping({ groupBy: ['STATEMENT'] }, REVENUE, EXPENDITURE)).toBe(true);
  expect(isOverlapping({ groupBy: ['STATEMENT'] }, BASIC, PROJECT)).toBe(false);
  expect(isOverlapping({ groupBy: ['STAGE'] }, THREE)).toBe(true);
  expect(isOverlapping({ groupBy: ['STAGE'] }, EXPENDITURE)).toBe(false);
  // 基本支出 as spent beside 项目支出 as planned, of one department and year.
  const spent: Table = { ...BASIC, stages: ['ORIGINAL_BUDGET', 'OUTTURN'] };
  const planned: Table = { ...PROJECT, stages: ['ORIGINAL_BUDGET'] };
  expect(isOverlapping({ groupBy: ['STATEMENT'] }, spent, planned)).toBe(true);
  expect(isOverlapping({ groupBy: ['STATEMENT', 'STAGE'] }, spent, planned)).toBe(true);
  expect(isOverlapping({ groupBy: ['YEAR'] }, spent, planned)).toBe(false);
  expect(isOverlapping({ groupBy: ['STATEMENT'] }, { ...spent, stages: ['ORIGINAL_BUDGET'] }, planned)).toBe(false);
});

test('what names the level is no filter of its rows, all else is', () => {
  const filter = (question: Partial<SumQuestion>, ...tables: readonly Table[]): unknown =>
    plan(question, ...tables)?.rowFilter;
  expect(filter({ where: { classification: ['ECONOMIC'] }, level: 'GROUP' }, BASIC)).toBeNull();
  expect(filter({ where: { leaf: true } }, EXPENDITURE)).toBeNull();
  expect(filter({ where: { leaf: true }, level: 'GROUP' }, EXPENDITURE)).toMatchObject({ leaf: true });
  expect(filter({ where: { amount: { gte: '1' } } }, EXPENDITURE)).toMatchObject({ amount: { gte: '1' } });
  expect(plan({ where: { statement: ['EXPENDITURE'], part: ['TOTAL'] } }, EXPENDITURE)).toMatchObject({
    cells: { statement: ['EXPENDITURE'], part: ['TOTAL'] },
    rowFilter: null,
  });
});
