import { FIVE_REPORTS } from '../support/fillings.js';
import { STORE_KINDS, useTestStore } from '../support/test-stores.js';
import { ask } from './ask.js';

// Expected figures are read by hand from the documents, in 万元.

interface Step {
  label: string;
  expression: string;
  value: string | null;
  unit: string;
  sources: { source: { line: number } }[];
}
interface Explanation {
  formula: string;
  steps: Step[];
  alsoPrinted: { __typename: string; source: { line: number } }[];
  findings: { rule: { id: string }; outcome: string }[];
  citation: string;
}

const EXPLANATION = `explanation {
  formula steps { label expression value unit sources { source { line } } }
  alsoPrinted { __typename source { line } } findings { rule { id } outcome } citation(format: PLAIN)
}`;

describe.each(STORE_KINDS)('explanations on $name', (kind) => {
  const store = useTestStore(kind, FIVE_REPORTS);
  const explain = async (input: Record<string, unknown>): Promise<{ cells: Explanation[]; statements: number }> => {
    const { data, errors, statements } = await ask<{ compare: { cells: { explanation: Explanation }[] } | null }>(
      store(),
      `query ($input: CompareInput!) { compare(input: $input) { cells { ${EXPLANATION} } } }`,
      { input },
    );
    if (!data?.compare) throw new Error(JSON.stringify(errors));
    return { cells: data.compare.cells.map(({ explanation }) => explanation), statements };
  };
  const shown = ({ steps }: Explanation) =>
    steps.map(({ label, expression, value, sources }) => [
      label,
      expression,
      value,
      sources.map(({ source }) => source.line),
    ]);

  test('a share: the figure, its total, and the quotient, each with its line; where else both are printed', async () => {
    const { cells } = await explain({
      ...{ metrics: [{ key: 'BASIC_EXPENDITURE' }], districts: ['440117'], years: [2019] },
      normalise: 'SHARE_OF_TOTAL',
    });
    const [own] = cells as [Explanation];
    expect(own.formula).toBe('BASIC_EXPENDITURE / total');
    expect(shown(own)).toEqual([
      ['BASIC_EXPENDITURE of 广州市从化区政务服务数据管理局, 2019 OUTTURN', '合计 776.00', '776.00', [178]],
      ['total of 广州市从化区政务服务数据管理局, 2019', '本年支出合计 1303.92', '1303.92', [109]],
      ['share, rounded half up at 8 decimals', '776.00 / 1303.92', '0.59512854', []],
    ]);
    // Line 178 is 合计 of the expenditure table, 109 本年支出合计 of the summary; the text states both, at 508 and 510.
    const places = own.alsoPrinted.map(({ __typename, source }) => `${__typename} ${source.line}`);
    expect(places).toEqual(expect.arrayContaining(['LineItem 178', 'ReportedFact 508', 'ReportedFact 510']));
    expect(own.findings.every(({ outcome }) => outcome === 'EXACT' || outcome === 'ROUNDING')).toBe(true);
    expect(own.findings.map(({ rule }) => rule.id)).toEqual(
      expect.arrayContaining(['EXPENDITURE.ROW', 'EXPENDITURE.SUMMARY']),
    );
    expect(own.citation).toMatch(
      /^广州市从化区政务服务数据管理局, .*2019.*决算.*, fiscal year 2019\), .*line 178.*line 109.*SHA-256 [0-9a-f]{64}; duizhao release \S+$/,
    );
  });

  test('across the reform of 2018: 住房公积金 is 30311 in 2017 and 30113 in 2019', async () => {
    const { cells } = await explain({
      metrics: [{ account: { classification: 'ECONOMIC', code: '30113', edition: 2019 } }],
      ...{ districts: ['440105'], years: [2017] },
    });
    const [step] = shown(cells[0] as Explanation);
    expect(step?.slice(1, 3)).toEqual(['30311 住房公积金 103.01', '103.01']);
    // Under the name that the document bears, not the department's of today.
    expect(cells[0]?.citation).toMatch(/^广州市海珠区人民政府政务管理办公室, /);
  });

  test('a comparison that may not be: why, beside the figures', async () => {
    const { cells } = await explain({
      ...{ metrics: [{ key: 'EXPENDITURE' }], districts: ['440113'], years: [2023] },
      baseline: { district: '440117', year: 2019 },
    });
    const steps = shown(cells[0] as Explanation);
    expect(steps.map(([label]) => label)).toEqual([
      'EXPENDITURE of 广州市番禺区政务服务数据管理局, 2023 ORIGINAL_BUDGET',
      'baseline: EXPENDITURE of 广州市从化区政务服务数据管理局, 2019 OUTTURN',
      'difference',
      'ratio, rounded half up at 8 decimals',
      'rate of change, rounded half up at 8 decimals',
      'STAGE_MISMATCH',
      'YEAR_MISMATCH',
    ]);
    // 15094.71 - 1303.92
    expect(steps[2]?.slice(1, 3)).toEqual(['15094.71 - 1303.92', '13790.79']);
  });

  test('the year before, from the text: the figure less its change, and the other derivation beside it', async () => {
    const { cells } = await explain({ metrics: [{ key: 'EXPENDITURE' }], districts: ['440117'], years: [2018] });
    expect(shown(cells[0] as Explanation)).toEqual([
      [
        'EXPENDITURE of 广州市从化区政务服务数据管理局, 2018 OUTTURN',
        '本年支出合计 1303.92 + 一般公共预算财政拨款支出 115.07',
        '1418.99',
        [109, 541],
      ],
      // 1303.92 - 115.03 + 230.11
      [
        'EXPENDITURE of 广州市从化区政务服务数据管理局, 2018 OUTTURN, by 基本支出 + 项目支出',
        'derived in another way',
        '1419.00',
        [],
      ],
    ]);
  });

  test('what is missing is explained too, without a citation', async () => {
    const { cells } = await explain({ metrics: [{ key: 'EXPENDITURE' }], districts: ['440117'], years: [2015] });
    expect(cells[0]).toMatchObject({ alsoPrinted: [], findings: [], citation: '' });
    expect(shown(cells[0] as Explanation)).toEqual([['no value', 'NOT_COVERED', null, []]]);
  });

  test('explanations of many cells take as many statements as of one', async () => {
    const ask = (districts: string[]) => explain({ metrics: [{ key: 'EXPENDITURE' }], districts, years: [2019] });
    const [one, two] = [await ask(['440117']), await ask(['440117', '440104'])];
    expect(two.statements).toBe(one.statements);
  });
});
