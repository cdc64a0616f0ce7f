import { FIVE_REPORTS } from '../support/fillings.js';
import { STORE_KINDS, useTestStore } from '../support/test-stores.js';
import { ask } from './ask.js';

// Expected figures are read by hand from the texts of the documents, in 万元.

interface Cell {
  year: number;
  stage: string | null;
  value: string | null;
  unit: string;
  status: string;
  missing: string | null;
  warnings: { code: string; message: string }[];
  sources: { __typename: string; source: { line: number } }[];
  ratio: string | null;
  changeRate: string | null;
}

const CELL = `year stage value unit status missing ratio changeRate warnings { code message } sources { __typename source { line } }`;

describe.each(STORE_KINDS)('what only the text states, on $name', (kind) => {
  const store = useTestStore(kind, FIVE_REPORTS);
  const compare = async (input: Record<string, unknown>): Promise<{ cells: Cell[]; statements: number }> => {
    const { data, errors, statements } = await ask<{ compare: { cells: Cell[] } | null }>(
      store(),
      `query ($input: CompareInput!) { compare(input: $input) { cells { ${CELL} } } }`,
      { input },
    );
    if (!data?.compare) throw new Error(JSON.stringify(errors));
    return { cells: data.compare.cells, statements };
  };
  const keys = (...names: string[]) => names.map((key) => ({ key }));

  test('procurement, vehicles and running costs of 广州 2020, each with its line', async () => {
    const { cells } = await compare({
      metrics: keys('PROCUREMENT', 'PROCUREMENT_SERVICES', 'VEHICLE_COUNT', 'GUEST_COUNT', 'AGENCY_RUNNING_COSTS'),
      districts: ['440100'],
      years: [2020],
    });
    expect(
      cells.map(({ value, unit, status, sources }) => [value, unit, status, sources.map(({ source }) => source.line)]),
    ).toEqual([
      ['34029.65', 'WAN_YUAN', 'FROM_NARRATIVE', [583]],
      ['31028.31', 'WAN_YUAN', 'FROM_NARRATIVE', [583]],
      ['6', 'COUNT', 'FROM_NARRATIVE', [570]],
      ['203', 'COUNT', 'FROM_NARRATIVE', [573]],
      ['377.42', 'WAN_YUAN', 'FROM_NARRATIVE', [579]],
    ]);
    expect(cells[0]?.sources[0]?.__typename).toBe('ReportedFact');
  });

  test('a number of vehicles is no budget, original or revised', async () => {
    const { cells } = await compare({
      ...{ metrics: keys('VEHICLE_COUNT'), districts: ['440100'], years: [2020] },
      stages: ['OUTTURN', 'ORIGINAL_BUDGET', 'REVISED_BUDGET'],
    });
    expect(cells.map(({ value, missing }) => [value, missing])).toEqual([
      ['6', null],
      [null, 'NOT_COVERED'],
      [null, 'NOT_IN_TEMPLATE'],
    ]);
  });

  test('the year before, from the figure and its change; a total by the fund that is all of it', async () => {
    const { cells } = await compare({
      metrics: keys('BASIC_EXPENDITURE', 'PROJECT_EXPENDITURE', 'TOTAL_REVENUE', 'EXPENDITURE'),
      districts: ['440117'],
      years: [2018],
    });
    expect(cells.map(({ value, status, stage }) => [value, status, stage])).toEqual([
      ['660.97', 'DERIVED', 'OUTTURN'], // 776.00 - 115.03
      ['758.03', 'DERIVED', 'OUTTURN'], // 527.92 + 230.11
      ['1447.14', 'DERIVED', 'OUTTURN'], // 1344.33 + 102.81
      ['1418.99', 'DERIVED', 'OUTTURN'], // 1303.92 + 115.07 of the general public budget, which is 100.0 % of it
    ]);
    // The printed figure, then the change.
    expect(cells[0]?.sources.map(({ __typename, source }) => [__typename, source.line])).toEqual([
      ['LineItem', 178],
      ['ReportedFact', 510],
    ]);
  });

  test('a growth rate is taken on the year before, not on the year itself as the document does', async () => {
    const { cells } = await compare({
      ...{ metrics: keys('BASIC_EXPENDITURE'), districts: ['440117'], years: [2019] },
      baseline: { previousYear: true },
    });
    // 115.03 / 660.97
    expect(cells[0]?.changeRate).toBe('0.1740321');
  });

  test('the original budget, from the outturn and the change against it, and what was stated as it is', async () => {
    const { cells } = await compare({
      ...{ metrics: keys('AGENCY_RUNNING_COSTS', 'GENERAL_PUBLIC_EXPENDITURE'), districts: ['440100'], years: [2020] },
      stages: ['ORIGINAL_BUDGET'],
    });
    expect(cells.map(({ value, status }) => [value, status])).toEqual([
      ['415.52', 'DERIVED'], // 377.42 + 38.1
      ['76182.82', 'DERIVED'], // 36144.80 + 40038.02
    ]);
    const { cells: budget } = await compare({
      ...{ metrics: keys('GENERAL_PUBLIC_EXPENDITURE'), districts: ['440104'], years: [2019] },
      stages: ['ORIGINAL_BUDGET'],
    });
    expect(budget.map(({ value, status }) => [value, status])).toEqual([['2755.37', 'FROM_NARRATIVE']]);
  });

  test('where the tables have all of it the texts are not asked', async () => {
    const printed = await compare({ metrics: keys('BASIC_EXPENDITURE'), districts: ['440117'], years: [2019] });
    const stated = await compare({ metrics: keys('PROCUREMENT'), districts: ['440117'], years: [2019] });
    expect(stated.statements - printed.statements).toBe(1);
  });

  test('what neither states is missing, with its reason', async () => {
    const { cells } = await compare({ metrics: keys('TRAINING', 'EXPENDITURE'), districts: ['440117'], years: [2017] });
    expect(cells.map(({ value, missing }) => [value, missing])).toEqual([
      [null, 'NOT_COVERED'],
      [null, 'NOT_COVERED'],
    ]);
  });

  test('a whole that is more than its parts, and a part of such a sum, say so', async () => {
    const account = (code: string) => ({ account: { classification: 'FUNCTIONAL', code } });
    const { cells } = await compare({
      metrics: [account('20103'), account('2010301')],
      districts: ['440113'],
      years: [2023],
    });
    expect(cells.map(({ value, warnings }) => [value, warnings])).toEqual([
      [
        '9929.37',
        [
          {
            code: 'UNDISCLOSED_RESIDUAL',
            message:
              '番禺区 2023: 政府办公厅(室)及相关机构事务 9929.37万元 is 515.01万元 more than what is printed below it',
          },
        ],
      ],
      [
        '623.18',
        [
          {
            code: 'RECONCILIATION_FAILED',
            message:
              '番禺区 2023: 行政运行 623.18万元 takes part in an identity that does not hold, EXPENDITURE.TREE, by 515.01',
          },
        ],
      ],
    ]);
  });

  test('execution: the outturn over the budget is no mismatch of stages; on different budgets that is said', async () => {
    const { data } = await ask<{
      compare: { verdict: string; warnings: { code: string; message: string }[]; cells: Cell[] };
    }>(
      store(),
      `query ($input: CompareInput!) { compare(input: $input) { verdict warnings { code message } cells { ${CELL} } } }`,
      {
        input: {
          ...{
            metrics: keys('THREE_OFFICIAL_EXPENSES'),
            districts: ['440117', '440100'],
            years: [2019, 2020],
            stages: ['OUTTURN'],
          },
          baseline: { stages: ['ORIGINAL_BUDGET', 'REVISED_BUDGET'] },
        },
      },
    );
    // 从化 2019: 1.90 / 3.90 of the original, the city 2020: 15.53 / 16.46 of the revised budget.
    expect(data.compare.cells.map(({ ratio }) => ratio)).toEqual(['0.48717949', null, null, '0.94349939']);
    expect(data.compare.warnings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['BUDGET_BASIS_DIFFERS', 'YEAR_MISMATCH', 'ENTITY_MISMATCH']),
    );
    expect(data.compare.warnings.map(({ code }) => code)).not.toContain('STAGE_MISMATCH');
    expect(data.compare.warnings.find(({ code }) => code === 'BUDGET_BASIS_DIFFERS')?.message).toBe(
      'THREE_OFFICIAL_EXPENSES: 从化区 2019: the original budget (年初预算数); 广州市 2020: the revised budget (调整预算数) — rates on different budgets',
    );
    expect(data.compare.verdict).toBe('WITH_WARNINGS');
  });

  test('机关运行经费 of a budget and of final accounts are two definitions of one name', async () => {
    const { data } = await ask<{ compare: { verdict: string; warnings: { code: string; message: string }[] } }>(
      store(),
      `query ($input: CompareInput!) { compare(input: $input) { verdict warnings { code message } } }`,
      { input: { metrics: keys('AGENCY_RUNNING_COSTS'), districts: ['440113', '440117'], years: [2019, 2023] } },
    );
    expect(data.compare.verdict).toBe('NOT_COMPARABLE');
    expect(data.compare.warnings.map(({ code }) => code)).toContain('DEFINITION_DIFFERS');
    expect(data.compare.warnings.find(({ code }) => code === 'SCOPE_MISMATCH')?.message).toContain(
      '从化区 2019: as the text states it, no fund named',
    );
  });

  test('what a document says of a figure that makes it unlike others is said with its source', async () => {
    const { cells } = await compare({
      metrics: [{ account: { classification: 'FUNCTIONAL', code: '2060499' } }],
      ...{ districts: ['440104'], years: [2019] },
    });
    expect(cells[0]?.value).toBe('1596.43');
    expect(cells[0]?.warnings).toEqual([
      { code: 'ONE_OFF', message: expect.stringContaining('越秀区 2019: 1596.43, mainly for') },
    ]);
  });
});
