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
});
