import { FIVE_REPORTS } from '../support/fillings.js';
import { STORE_KINDS, useTestStore } from '../support/test-stores.js';
import { ask } from './ask.js';

// Expected figures are read by hand from the documents, in 万元.

const [CONGHUA, YUEXIU, HAIZHU, PANYU, CITY] = ['440117', '440104', '440105', '440113', '440100'] as const;

interface Cell {
  metric: string;
  district: { code: string };
  year: number;
  stage: string | null;
  value: string | null;
  missing: string | null;
  status: string;
  unit: string;
  baseline: string | null;
  baselineStage: string | null;
  difference: string | null;
  ratio: string | null;
  changeRate: string | null;
  rank: number | null;
  warnings: { code: string; message: string }[];
  sources: { id: string; source: { line: number; text: string } }[];
}
interface Compared {
  compare: { id: string; verdict: string; warnings: { code: string; message: string }[]; cells: Cell[] } | null;
}

const COMPARE = `query ($input: CompareInput!) {
  compare(input: $input) {
    id verdict warnings { code message }
    cells {
      metric district { code } year stage value missing status unit baseline baselineStage difference ratio changeRate rank
      warnings { code message } sources { id source { line text } }
    }
  }
}`;

describe.each(STORE_KINDS)('the five published reports on $name', (kind) => {
  const store = useTestStore(kind, FIVE_REPORTS);
  const compare = async (input: Record<string, unknown>) => {
    const { data, errors, statements } = await ask<Compared>(store(), COMPARE, { input });
    if (!data?.compare) throw new Error(JSON.stringify(errors));
    return { ...data.compare, statements };
  };
  const keys = (...names: string[]) => names.map((key) => ({ key }));
  const account = (classification: string, code: string, rest = {}) => ({ account: { classification, code, ...rest } });
  const valuesOf = ({ cells }: { cells: Cell[] }) => cells.map(({ value, missing }) => value ?? missing);
  const codesOf = (warnings: { code: string }[]) => warnings.map(({ code }) => code);

  test('从化 against 越秀, 2019: basic and project expenditure as shares of the total, comparable without a warning', async () => {
    const answer = await compare({
      metrics: keys('BASIC_EXPENDITURE', 'PROJECT_EXPENDITURE'),
      districts: [CONGHUA, YUEXIU],
      years: [2019],
      normalise: 'SHARE_OF_TOTAL',
    });
    // 776.00 / 1303.92, 718.34 / 2795.08, 527.92 / 1303.92, 2076.75 / 2795.08
    expect(valuesOf(answer)).toEqual(['0.59512854', '0.25700159', '0.40487146', '0.74300199']);
    expect([answer.verdict, answer.warnings]).toEqual(['COMPARABLE', []]);
    expect(answer.cells.map(({ rank }) => rank)).toEqual([1, 2, 2, 1]);
    expect(answer.cells[0]?.sources.map(({ source }) => source.line)).toEqual([178, 109]);
    expect(answer.cells[0]?.sources[0]?.source.text).toContain('1303.92\t776.00\t527.92');
    // reports, figures, departments; the question that its id leads to; the cells' districts and line items; the release
    expect(answer.statements).toBe(6);
  });

  test('从化 2019 against 番禺 2023: an outturn and a budget of another year are not comparable', async () => {
    const answer = await compare({
      metrics: keys('EXPENDITURE'),
      districts: [CONGHUA],
      years: [2019],
      baseline: { district: PANYU, year: 2023 },
    });
    expect(answer.verdict).toBe('NOT_COMPARABLE');
    expect(codesOf(answer.warnings)).toEqual(['STAGE_MISMATCH', 'YEAR_MISMATCH']);
    expect(answer.cells[0]).toMatchObject({
      value: '1303.92',
      baseline: '15094.71',
      baselineStage: 'ORIGINAL_BUDGET',
      difference: '-13790.79',
      ratio: '0.08638258',
    });
    const asCells = await compare({ metrics: keys('EXPENDITURE'), districts: [CONGHUA, PANYU], years: [2019, 2023] });
    expect([asCells.verdict, codesOf(asCells.warnings)]).toEqual([
      'NOT_COMPARABLE',
      ['STAGE_MISMATCH', 'YEAR_MISMATCH'],
    ]);
    expect(valuesOf(asCells)).toEqual(['1303.92', 'NOT_COVERED', 'NOT_COVERED', '15094.71']);
  });

  const METRICS: readonly (readonly [string, string, string, string, string, string])[] = [
    // metric, 海珠 2017, 从化 2019, 越秀 2019, 市 2020, 番禺 2023 (budget)
    ['TOTAL_REVENUE', '3077.07', '1344.33', '2795.08', '36165.08', '15094.71'],
    ['TOTAL_EXPENDITURE', '3077.07', '1344.33', '2795.08', '36165.08', '15094.71'],
    ['REVENUE', '3077.07', '1316.18', '2795.08', '36145.27', '15094.71'],
    ['EXPENDITURE', '3077.07', '1303.92', '2795.08', '36144.80', '15094.71'],
    ['APPROPRIATION_REVENUE', '3077.07', '1316.18', '2795.08', '36145.11', '15094.71'],
    ['OTHER_REVENUE', '0.00', '0.00', '0.00', '0.16', '0.00'],
    ['OPENING_BALANCE', '0.00', '28.14', '0.00', '19.82', 'NOT_IN_TEMPLATE'],
    ['CLOSING_BALANCE', '0.00', '40.41', '0.00', '20.28', '0.00'],
    ['BASIC_EXPENDITURE', '1414.54', '776.00', '718.34', '9314.19', '1163.71'],
    ['PROJECT_EXPENDITURE', '1662.52', '527.92', '2076.75', '26830.62', '13931.00'],
    // 番禺: 1029.51 + 35.98; 98.22 alone
    ['PERSONNEL_EXPENDITURE', '1309.00', '745.87', '661.29', '8550.71', '1065.49'],
    ['OPERATING_EXPENDITURE', '105.55', '30.13', '57.05', '763.47', '98.22'],
    ['GENERAL_PUBLIC_EXPENDITURE', '3077.07', '1303.92', '2795.08', '36144.80', '15094.71'],
    ['GOVERNMENT_FUND_EXPENDITURE', '0.00', '0.00', '0.00', '0.00', '0.00'],
    ['STATE_CAPITAL_EXPENDITURE', 'NOT_IN_TEMPLATE', 'NOT_IN_TEMPLATE', 'NOT_IN_TEMPLATE', '0.00', '0.00'],
    ['THREE_OFFICIAL_EXPENSES', '3.40', '1.90', '0.78', '15.53', '14.10'],
    ['TRAVEL_ABROAD', '0.00', '0.00', '0.00', '0.00', '6.00'],
    ['VEHICLE_EXPENSES', '3.40', '1.90', '0.62', '13.45', '5.70'],
    ['VEHICLE_PURCHASE', '0.00', '0.00', '0.00', '0.00', '0.00'],
    ['VEHICLE_RUNNING', '3.40', '1.90', '0.62', '13.45', '5.70'],
    ['HOSPITALITY', '0.00', '0.00', '0.16', '2.08', '2.40'],
    ['AGENCY_RUNNING_COSTS', '58.05', '30.13', '52.09', '377.42', '7247.19'],
    // 海珠 2017 has no table of it, and the text says 0.
    ['NON_TAX_REVENUE', '0.00', '0.00', '0.41', '12.98', 'NOT_IN_TEMPLATE'],
    ['MEETINGS', '0.20', '0.00', '0.62', 'NOT_PRINTED', 'NOT_PRINTED'],
    ['INDICATOR_COUNT', '5', '3', 'NOT_PRINTED', '14', 'NOT_IN_TEMPLATE'],
  ];
  const PLACES = [
    [HAIZHU, 2017],
    [CONGHUA, 2019],
    [YUEXIU, 2019],
    [CITY, 2020],
    [PANYU, 2023],
  ] as const;

  test('every metric of every report is what is printed, or says why it is not', async () => {
    const { cells } = await compare({ metrics: keys(...METRICS.map(([key]) => key)) });
    const found = METRICS.map(([key]) => [
      key,
      ...PLACES.map(([code, year]) => {
        const cell = cells.find((own) => own.metric === key && own.district.code === code && own.year === year);
        return cell?.value ?? cell?.missing;
      }),
    ]);
    expect(found).toEqual(METRICS);
    // by default: all metrics asked for x 5 districts x 4 years with a report
    expect(cells).toHaveLength(METRICS.length * 5 * 4);
    const derived = cells.filter(({ status }) => status === 'DERIVED');
    const isCovered = ({ district, year }: Cell): boolean =>
      PLACES.some(([code, own]) => code === district.code && own === year);
    expect(derived.filter(isCovered).map(({ metric }) => metric)).toEqual([
      ...['APPROPRIATION_REVENUE', 'PERSONNEL_EXPENDITURE', 'OPERATING_EXPENDITURE'],
      ...['INDICATOR_COUNT', 'INDICATOR_COUNT', 'INDICATOR_COUNT'],
    ]);
    // The city of 2019, from the changes that its text of 2020 states: 36144.80 less both parts' changes, 0.16 + 6.8,
    // 9314.19 - 1718.79, 26830.62 - 9869.26.
    expect(
      derived.filter((cell) => !isCovered(cell)).map((own) => [own.metric, own.district.code, own.year, own.value]),
    ).toEqual([
      ['EXPENDITURE', CITY, 2019, '24556.75'],
      ['OTHER_REVENUE', CITY, 2019, '6.96'],
      ['BASIC_EXPENDITURE', CITY, 2019, '7595.40'],
      ['PROJECT_EXPENDITURE', CITY, 2019, '16961.36'],
    ]);
  });

  test('三公 columns 1–6 are the original budget in 从化, the revised one in the city, as the note under the table says', async () => {
    const stages = ['ORIGINAL_BUDGET', 'REVISED_BUDGET', 'OUTTURN'];
    const three = { metrics: keys('THREE_OFFICIAL_EXPENSES'), stages };
    expect(valuesOf(await compare({ ...three, districts: [CONGHUA], years: [2019] }))).toEqual([
      '3.90',
      'NOT_PRINTED',
      '1.90',
    ]);
    expect(valuesOf(await compare({ ...three, districts: [CITY], years: [2020] }))).toEqual([
      'NOT_COVERED',
      '16.46',
      '15.53',
    ]);
  });

  test('functional 2010301 covers all funds; economic 30113 basic expenditure, in 2017 under 30311', async () => {
    const rest = { districts: [HAIZHU, CONGHUA, YUEXIU, CITY, PANYU] };
    const functional = await compare({ ...rest, metrics: [account('FUNCTIONAL', '2010301')] });
    const own = (answer: { cells: Cell[] }) =>
      PLACES.map(([code, year]) => {
        const cell = answer.cells.find(({ district, ...cell }) => district.code === code && cell.year === year);
        return cell?.value ?? cell?.missing;
      });
    expect(own(functional)).toEqual(['996.12', '544.95', '483.38', '3308.36', '623.18']);
    expect(functional.cells[0]?.metric).toBe('FUNCTIONAL:2010301');
    const economic = await compare({ ...rest, metrics: [account('ECONOMIC', '30113')] });
    expect(own(economic)).toEqual(['103.01', '65.54', '62.10', '691.00', '90.68']);
    // 公务接待费 of the budget: 1.40 basic, 1.00 project, 2.40 both
    const parts = ['BASIC', 'PROJECT', 'TOTAL'].map((part) => account('ECONOMIC', '30217', { part }));
    const budget = await compare({ districts: [PANYU], years: [2023], metrics: parts });
    expect(valuesOf(budget)).toEqual(['1.40', '1.00', '2.40']);
    expect(budget.cells.map(({ status }) => status)).toEqual(['REPORTED', 'REPORTED', 'DERIVED']);
    const outturn = await compare({ districts: [CONGHUA], years: [2019], metrics: parts });
    expect(valuesOf(outturn)).toEqual(['0.00', 'NOT_IN_TEMPLATE', 'NOT_IN_TEMPLATE']);
  });

  test('30311 of 2017 is 住房公积金, from 2020 代缴社会保险费: one code, two meanings', async () => {
    const answer = await compare({
      metrics: [account('ECONOMIC', '30311')],
      districts: [HAIZHU, CITY],
      years: [2017, 2020],
    });
    // read as of 2020: the 103.01 of 海珠 are 住房公积金
    expect(valuesOf(answer)).toEqual(['NO_MAPPING', 'NOT_COVERED', 'NOT_COVERED', '0.00']);
    expect([answer.verdict, codesOf(answer.warnings)]).toEqual(['NOT_COMPARABLE', ['CODE_REUSED']]);
  });

  test('the 2018 reform breaks 303; 207 was only renamed in 2019', async () => {
    const districts = { districts: [HAIZHU, CONGHUA], years: [2017, 2019] };
    const broken = await compare({ metrics: [account('ECONOMIC', '303')], ...districts });
    expect([broken.verdict, codesOf(broken.warnings)]).toEqual([
      'NOT_COMPARABLE',
      ['YEAR_MISMATCH', 'ENTITY_RENAMED', 'CLASSIFICATION_BREAK'],
    ]);
    const renamed = await compare({ metrics: [account('FUNCTIONAL', '207')], ...districts });
    expect([renamed.verdict, codesOf(renamed.warnings)]).toEqual([
      'WITH_WARNINGS',
      ['YEAR_MISMATCH', 'ENTITY_RENAMED', 'ACCOUNT_RENAMED'],
    ]);
    expect(renamed.warnings.at(-1)?.message).toContain('文化体育与传媒支出 became 文化旅游体育与传媒支出');
  });

  test("the city's own bureau against a district is another level of body", async () => {
    const answer = await compare({
      metrics: keys('EXPENDITURE'),
      districts: [CITY],
      years: [2020],
      baseline: { district: CONGHUA, year: 2019 },
    });
    expect([answer.verdict, codesOf(answer.warnings)]).toEqual(['WITH_WARNINGS', ['YEAR_MISMATCH', 'ENTITY_MISMATCH']]);
  });

  test('the year before has no report: the baseline is what the text says of the change, and changes nothing', async () => {
    const answer = await compare({
      metrics: keys('EXPENDITURE'),
      districts: [CONGHUA],
      years: [2019],
      baseline: { previousYear: true },
    });
    expect(answer.cells[0]).toMatchObject({
      // 1303.92 + 115.07; 1303.92 / 1418.99
      ...{ value: '1303.92', baseline: '1418.99', difference: '-115.07', ratio: '0.91890711' },
    });
    expect(answer.verdict).toBe('COMPARABLE');
  });

  test('shares: 三公 over expenditure, economic accounts over the basic table, balances have none', async () => {
    const answer = await compare({
      metrics: [...keys('THREE_OFFICIAL_EXPENSES', 'OPENING_BALANCE', 'REVENUE'), account('ECONOMIC', '30113')],
      districts: [CONGHUA],
      years: [2019],
      normalise: 'SHARE_OF_TOTAL',
    });
    // 1.90 / 1303.92; 65.54 / (745.87 + 30.13)
    expect(valuesOf(answer)).toEqual(['0.00145714', 'NOT_APPLICABLE', '1', '0.08445876']);
  });

  test('the unit changes nothing but the unit', async () => {
    const input = { metrics: keys('EXPENDITURE'), districts: [CONGHUA], years: [2019], baseline: { district: YUEXIU } };
    const units = await Promise.all(['YUAN', 'WAN_YUAN', 'YI_YUAN'].map((unit) => compare({ ...input, unit })));
    expect(units.map(({ cells }) => [cells[0]?.value, cells[0]?.difference, cells[0]?.ratio])).toEqual([
      ['13039200.00', '-14911600.00', '0.46650543'],
      ['1303.92', '-1491.16', '0.46650543'],
      ['0.130392', '-0.149116', '0.46650543'],
    ]);
  });

  test('a district value is that of its department, with its row', async () => {
    const query = `{
      districts(where: { code: { eq: "440117" } }) {
        value(metric: BASIC_EXPENDITURE, year: 2019) { amount unit status stage missing warnings { code } sources { id source { line } } }
        budget: value(metric: BASIC_EXPENDITURE, year: 2019, stage: ORIGINAL_BUDGET) { amount missing stage }
        departments { value(metric: BASIC_EXPENDITURE, year: 2019, unit: YUAN) { amount unit } }
      }
    }`;
    const { data, statements } = await ask<{ districts: unknown[] }>(store(), query);
    expect(data.districts).toEqual([
      {
        value: {
          ...{ amount: '776.00', unit: 'WAN_YUAN', status: 'REPORTED', stage: 'OUTTURN', missing: null, warnings: [] },
          sources: [{ id: expect.any(String), source: { line: 178 } }],
        },
        budget: { amount: null, missing: 'NOT_COVERED', stage: 'ORIGINAL_BUDGET' },
        departments: [{ value: { amount: '7760000.00', unit: 'YUAN' } }],
      },
    ]);
    // districts; reports and figures of districts, of departments; departments; line items; release; the texts, for
    // what the tables leave out
    expect(statements).toBe(9);
  });

  test('what a report lacks of its usual statements, and why', async () => {
    const query = `{ reports { nodes { fiscalYear { year } kind statements missingStatements { statement reason } } } }`;
    const { data } = await ask<{
      reports: { nodes: { fiscalYear: { year: number }; statements: string[]; missingStatements: unknown[] }[] };
    }>(store(), query);
    const lacking = data.reports.nodes.map(({ fiscalYear, missingStatements }) => [fiscalYear.year, missingStatements]);
    expect(lacking).toEqual([
      [2023, []],
      [2020, []],
      [2019, []],
      [2019, []],
      [2017, [{ statement: 'NON_TAX_REVENUE', reason: 'NOT_IN_TEMPLATE' }]],
    ]);
  });
});
