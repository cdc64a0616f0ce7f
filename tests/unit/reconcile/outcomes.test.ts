import type { Finding } from '../../../src/domain/finding.js';
import { parseMoney } from '../../../src/domain/money.js';
import type { PrintedUnit } from '../../../src/domain/closed-lists.js';
import type { LineItem, Report } from '../../../src/domain/report.js';
import { reconcile } from '../../../src/reconcile/reconcile.js';
import { makeBudget } from '../../support/coherent-budget.js';
import { makeFinalAccounts } from '../../support/coherent-final-accounts.js';
import type { Column } from '../../support/coherent-report.js';
import { bindReport, printTable, treeRows } from '../../support/coherent-report.js';
import { isolate, reconcileStatements } from '../../support/planted-errors.js';

const ACCOUNTS = makeFinalAccounts();
const BUDGET = makeBudget();

const findingsOf = (report: Report, id: string): readonly Finding[] =>
  reconcile(report).filter(({ rule }) => rule.id === id);
const outcomesOf = (report: Report, id: string): string[] => findingsOf(report, id).map(({ outcome }) => outcome);

const keep = (report: Report, isKept: (item: LineItem) => boolean): Report => ({
  ...report,
  lineItems: report.lineItems.filter(isKept),
});

/** The document of a rule with the given amounts as printed, the whole first. */
function print(id: string, ...amounts: readonly (readonly [string, PrintedUnit])[]): Report {
  const { report, finding } = isolate({ id });
  const lineItems = finding.lineItems.map((item, at) => ({
    ...item,
    amount: parseMoney(...(amounts[at] as [string, PrintedUnit])),
  }));
  return { ...report, lineItems };
}

/** 支出表 with 合计 alone or the given rows; the same amount in 合计 and 基本, in whole 万元. */
function tree(rows: readonly (readonly [code: string, amount: number])[]): Report {
  const columns: Column[] = (['TOTAL', 'BASIC'] as const).map((part) => [part, 'EXPENDITURE', 'ALL', part]);
  const all = treeRows(
    'EXPENDITURE',
    new Map(rows.flatMap(([code]) => (code ? [[`${code}0000`.slice(0, 7), [0n]] as const] : []))),
  );
  const printed = rows.map(([code, amount]) => {
    const row = all.find(({ account }) => (account.code ?? '') === code) ?? all[0];
    const fen = BigInt(amount) * 1_000_000n;
    return { ...(row as (typeof all)[number]), label: code || '合计', amounts: [fen, fen] };
  });
  return bindReport('FINAL_ACCOUNTS', 2020, [printTable('FINAL_ACCOUNTS', 'EXPENDITURE', null, columns, printed)]);
}

const LANES = 'GENERAL_PUBLIC_BASIC_EXPENDITURE.LANES';
const HOSPITALITY = 'THREE_OFFICIAL_EXPENSES.HOSPITALITY';

describe('the envelope of rounding', () => {
  test.each([
    // three terms of two decimals: 0.015
    [
      '776.00 against 745.87 + 30.14',
      ['776.00', 'WAN_YUAN'],
      ['745.87', 'WAN_YUAN'],
      ['30.14', 'WAN_YUAN'],
      'ROUNDING',
    ],
    ['776.00 against 745.87 + 30.15', ['776.00', 'WAN_YUAN'], ['745.87', 'WAN_YUAN'], ['30.15', 'WAN_YUAN'], 'BROKEN'],
    // parts in 元 to the fen hide nothing: 0.005
    [
      '776.00 against exactly 776.0050',
      ['776.00', 'WAN_YUAN'],
      ['7458700.00', 'YUAN'],
      ['301350.00', 'YUAN'],
      'ROUNDING',
    ],
    ['776.00 against one fen more', ['776.00', 'WAN_YUAN'], ['7458700.00', 'YUAN'], ['301350.01', 'YUAN'], 'BROKEN'],
    [
      '775.9950 against 776.00 less one fen',
      ['776.00', 'WAN_YUAN'],
      ['7458700.00', 'YUAN'],
      ['301249.99', 'YUAN'],
      'BROKEN',
    ],
    // a whole without decimals hides half of 1 万元: 0.5 + 0.005 + 0.005
    ['776 against 776.51', ['776', 'WAN_YUAN'], ['745.87', 'WAN_YUAN'], ['30.64', 'WAN_YUAN'], 'ROUNDING'],
    ['776 against 776.52', ['776', 'WAN_YUAN'], ['745.87', 'WAN_YUAN'], ['30.65', 'WAN_YUAN'], 'BROKEN'],
    // 千元 with one decimal: 0.005 万元
    ['7760.0 千元 against 776.01', ['7760.0', 'QIAN_YUAN'], ['745.87', 'WAN_YUAN'], ['30.14', 'WAN_YUAN'], 'ROUNDING'],
  ] as const)('%s', (_, whole, personnel, operating, outcome) => {
    expect(outcomesOf(print(LANES, whole, personnel, operating), LANES)).toEqual([outcome]);
  });

  test.each([
    ['0.96 of 2.08', '2.08', '0.96', 'EXACT'],
    ['2.09 of 2.08', '2.08', '2.09', 'ROUNDING'],
    ['2.10 of 2.08', '2.08', '2.10', 'BROKEN'],
  ] as const)('a part is at most its whole: %s', (_, whole, part, outcome) => {
    const report = print(HOSPITALITY, [whole, 'WAN_YUAN'], [part, 'WAN_YUAN']);
    expect(outcomesOf(report, HOSPITALITY)).toEqual([outcome]);
  });
});

describe('what cannot be evaluated', () => {
  const refused = tree([
    ['', 30],
    ['201', 30],
    ['20103', 30],
    ['2010301', 10],
  ]);
  const issue = {
    message: 'expected a number, got “2O.00”',
    statement: 'EXPENDITURE' as const,
    source: { table: null, section: null, line: 105, page: null, text: '2010302' },
  };

  test('a sum is broken that lacks a row, and not evaluable where that row could not be read', () => {
    expect(outcomesOf(refused, 'EXPENDITURE.TREE')).toEqual(['EXACT', 'EXACT', 'BROKEN', 'EXACT', 'EXACT', 'BROKEN']);
    const findings = findingsOf({ ...refused, issues: [issue] }, 'EXPENDITURE.TREE');
    expect(findings.map(({ outcome }) => outcome).filter((own) => own !== 'EXACT')).toEqual([
      'NOT_EVALUABLE',
      'NOT_EVALUABLE',
    ]);
    expect(findings[2]?.message).toBe(
      'expected every term of 支出表 TOTAL 20103 30.00 to be read, got line 105: expected a number, got “2O.00”',
    );
  });

  test('a row with an amount under a head that is not known is not broken', () => {
    const row = keep(ACCOUNTS, ({ statement, row: own }) => statement === 'EXPENDITURE' && own === 0);
    const unknown = row.lineItems.map((item) =>
      item.column === 6 ? { ...item, fund: null, part: null, columnLabel: '其他支出' } : item,
    );
    const [finding] = findingsOf({ ...row, lineItems: unknown }, 'EXPENDITURE.ROW');
    expect(finding?.outcome).toBe('NOT_EVALUABLE');
    expect(finding?.message).toContain('got a column whose head is not known, “其他支出”');
  });

  test('columns beside 合计 whose heads are not known are no terms of a sum between tables', () => {
    const id = 'GENERAL_PUBLIC_BASIC_EXPENDITURE.TOTAL';
    const { report, finding } = isolate({ id });
    const part = finding.lineItems[1] as LineItem;
    const personnel = { ...part, column: 2, columnLabel: '人员经费', fund: null, part: null };
    expect(outcomesOf({ ...report, lineItems: [...report.lineItems, personnel] }, id)).toEqual(['EXACT']);
  });

  test('a table that is missing is named once by each rule about it', () => {
    const report = keep(ACCOUNTS, ({ statement }) => statement !== 'NON_TAX_REVENUE');
    expect(findingsOf(report, 'NON_TAX_REVENUE.ROW').map(({ message }) => message)).toEqual([
      'expected 非税收入表 ALL TOTAL, got no such table',
    ]);
    expect(findingsOf(report, 'NON_TAX_REVENUE.TREE').map(({ message }) => message)).toEqual([
      'expected 非税收入表 rows below others, got no such table',
    ]);
  });

  test.each([
    ['APPROPRIATION_SUMMARY.FUNDS', ACCOUNTS, 'GOVERNMENT_FUND', '政府性基金表'],
    ['BUDGET.THREE_OFFICIAL_EXPENSES.HOSPITALITY', BUDGET, 'GENERAL_PUBLIC_PROJECT_EXPENDITURE', '项目支出表'],
  ])('%s is not broken by a table that the document does not have', (id, report, statement, name) => {
    const [finding] = findingsOf(
      keep(report, (item) => item.statement !== statement),
      id,
    );
    expect(finding?.outcome).toBe('NOT_EVALUABLE');
    expect(finding?.message).toContain(`expected ${name} `);
    expect(finding?.message).toContain('got no such table');
  });

  test('an empty report has one reason for each rule', () => {
    const findings = reconcileStatements(keep(BUDGET, () => false));
    expect(new Set(findings.map(({ outcome }) => outcome))).toEqual(new Set(['NOT_EVALUABLE']));
    expect(new Set(findings.map(({ rule }) => rule.id)).size).toBe(findings.length);
  });
});

describe('the tree of 类, 款 and 项', () => {
  const judged = (rows: readonly (readonly [string, number])[]): string[] => [
    ...new Set(outcomesOf(tree(rows), 'EXPENDITURE.TREE')),
  ];

  test.each<[string, [string, number][]]>([
    [
      'only 类 and 项',
      [
        ['', 30],
        ['201', 30],
        ['2010301', 10],
        ['2010402', 20],
      ],
    ],
    [
      'an orphan 项 beside a 款',
      [
        ['', 30],
        ['201', 30],
        ['20103', 10],
        ['2010301', 10],
        ['2010402', 20],
      ],
    ],
    [
      'two rows of one code',
      [
        ['', 30],
        ['201', 30],
        ['20103', 30],
        ['2010301', 10],
        ['2010301', 20],
      ],
    ],
    [
      'rows of zeros',
      [
        ['', 30],
        ['201', 30],
        ['20103', 30],
        ['2010301', 30],
        ['202', 0],
        ['20201', 0],
        ['2020101', 0],
      ],
    ],
    [
      'a negative 项',
      [
        ['', 25],
        ['201', 25],
        ['20103', 25],
        ['2010301', 30],
        ['2010399', -5],
      ],
    ],
    [
      '合计 printed last',
      [
        ['201', 30],
        ['20103', 30],
        ['2010301', 30],
        ['', 30],
      ],
    ],
  ])('adds up: %s', (_, rows) => expect(judged(rows)).toEqual(['EXACT']));

  test('a 款 that exceeds its 项 is broken', () => {
    expect(
      judged([
        ['', 30],
        ['201', 30],
        ['20103', 30],
        ['2010301', 10],
      ]),
    ).toContain('BROKEN');
  });

  test('an error in any figure of a table breaks it', () => {
    const table = keep(ACCOUNTS, ({ statement }) => statement === 'EXPENDITURE');
    for (const cell of table.lineItems) {
      const lineItems = table.lineItems.map((item) =>
        item === cell ? { ...item, amount: { ...item.amount, fen: item.amount.fen + 1_000_000n } } : item,
      );
      expect(outcomesOf({ ...table, lineItems }, 'EXPENDITURE.TREE')).toContain('BROKEN');
    }
  });
});

describe('the sentence of a finding', () => {
  const sentence = (whole: string, personnel: string, operating: string): string | undefined => {
    const report = print(LANES, [whole, 'WAN_YUAN'], [personnel, 'WAN_YUAN'], [operating, 'WAN_YUAN']);
    return findingsOf(report, LANES)[0]?.message;
  };
  const SIDES = '一般公共预算支出表 合计 776.00 = 基本支出表 人员经费合计';

  test.each<readonly [string, string, string, string]>([
    ['776.00', '745.87', '30.13', `${SIDES} 745.87 + 基本支出表 公用经费合计 30.13`],
    [
      '776.00',
      '745.87',
      '30.12',
      `expected ${SIDES} 745.87 + 基本支出表 公用经费合计 30.12, got 0.01万元 more than the parts, within the rounding of 0.015`,
    ],
    [
      '776.00',
      '745.87',
      '3.013',
      `expected ${SIDES} 745.87 + 基本支出表 公用经费合计 3.013, got 27.117万元 more than the parts: the point of 基本支出表 公用经费合计 may be displaced`,
    ],
    [
      '776.00',
      '776.00',
      '30.13',
      `expected ${SIDES} 776.00 + 基本支出表 公用经费合计 30.13, got 30.13万元 less than the parts, which is 基本支出表 公用经费合计: counted twice or no part`,
    ],
    [
      '776.00',
      '806.13',
      '30.13',
      `expected ${SIDES} 806.13 + 基本支出表 公用经费合计 30.13, got 60.26万元 less than the parts, which is twice 基本支出表 公用经费合计: its sign may be wrong`,
    ],
  ])('says what was expected and what came: %s, %s, %s', (whole, personnel, operating, message) => {
    expect(sentence(whole, personnel, operating)).toBe(message);
  });
});
