import { describe, expect, it } from '@jest/globals';
import { formatFen, parseMoney } from '../../src/domain/money.js';
import { FIVE_REPORTS, saveReports } from '../support/fillings.js';
import { makeReport } from '../support/make-report.js';
import { STORE_KINDS, useTestStore } from '../support/test-stores.js';
import { ask } from './ask.js';

// Expected figures are computed by hand from those that the documents print, in 万元, and from seeds/reference/statistics.tsv.

interface Cell {
  readonly district: { readonly code: string };
  readonly year: number;
  readonly value: string | null;
  readonly unit: string;
  readonly missing: string | null;
  readonly rank: number | null;
  readonly baseline: string | null;
  readonly difference: string | null;
  readonly percentagePoints: string | null;
  readonly ratio: string | null;
  readonly statistics: readonly { readonly value: string; readonly vintage: string }[];
}
interface Answer {
  readonly verdict: string;
  readonly warnings: readonly { readonly code: string }[];
  readonly cells: readonly Cell[];
}

const CELL = `district { code } year value unit missing rank baseline difference percentagePoints ratio statistics { value vintage }`;
const codesOf = ({ warnings }: Pick<Answer, 'warnings'>) => [...new Set(warnings.map(({ code }) => code))];

describe.each(STORE_KINDS)('The comparison algebra, on $name', (kind) => {
  const store = useTestStore(kind, FIVE_REPORTS);
  const compare = async (input: string): Promise<Answer & { readonly statements: number; readonly hints: unknown }> => {
    const query = `{ compare(input: { ${input} }) { verdict warnings { code } cells { ${CELL} } } }`;
    const { data, errors, statements, extensions } = await ask<{ compare: Answer | null }>(store(), query);
    if (!data.compare) throw new Error(JSON.stringify(errors));
    return { ...data.compare, statements, hints: extensions['hints'] };
  };
  const shown = ({ cells }: Answer) => cells.map(({ value, unit, missing }) => missing ?? `${value} ${unit}`);

  it('a head: 从化 and 越秀 2019 are alike, by populations of one vintage', async () => {
    const answer = await compare(
      'metrics: [{ key: EXPENDITURE }], districts: ["440117", "440104"], years: [2019], normalise: PER_CAPITA',
    );
    // 1303.92 / 64.95 and 2795.08 / 120.97
    expect(shown(answer)).toEqual(['20.07575058 YUAN_PER_CAPITA', '23.10556336 YUAN_PER_CAPITA']);
    expect(answer.cells.map(({ statistics }) => statistics)).toEqual([
      [{ value: '64.95', vintage: '2020-03 first published' }],
      [{ value: '120.97', vintage: '2020-03 first published' }],
    ]);
    expect([answer.verdict, answer.warnings, answer.statements]).toEqual(['COMPARABLE', [], 5]);
  });

  it('a head, by populations of two vintages, is said to be so', async () => {
    const input =
      'metrics: [{ key: EXPENDITURE }], years: [2019], districts: ["440117", "440100"], normalise: PER_CAPITA';
    const newest = await compare(input);
    // 24556.75 / 1831.21
    expect(shown(newest)).toEqual(['20.07575058 YUAN_PER_CAPITA', '13.41012227 YUAN_PER_CAPITA']);
    expect(codesOf(newest)).toEqual(['ENTITY_MISMATCH', 'POPULATION_VINTAGE']);
    const first = await compare(`${input}, vintage: "2020-03 first published"`);
    expect(codesOf(first)).toEqual(['ENTITY_MISMATCH']);
  });

  it('a head without a population is no value, and a hint; with one of your own it is one', async () => {
    const input = 'metrics: [{ key: EXPENDITURE }], districts: ["440105"], years: [2016], normalise: PER_CAPITA';
    const lacking = await compare(input);
    expect([shown(lacking), lacking.hints]).toEqual([
      ['NO_DENOMINATOR'],
      [
        ...['no report of 2016 is here; years with reports: 2017, 2019–2020, 2023'],
        'no population of 440105 in 2016 is here: give your own in `statistics`, or load it (load-statistics)',
      ],
    ]);
    const census =
      'metrics: [{ key: EXPENDITURE }], districts: ["440117"], years: [2019], normalise: PER_CAPITA, vintage: "census"';
    expect((await compare(census)).hints).toEqual([
      'no statistics of the vintage "census" are here; vintages: 2020-03 first published',
    ]);
    // 3077.07 less the 146.51 by which its fund, 100 % of it, grew: 2930.56
    const own = await compare(
      `${input}, statistics: [{ kind: POPULATION, district: "440105", year: 2016, value: 100 }]`,
    );
    expect(shown(own)).toEqual(['29.3056 YUAN_PER_CAPITA']);
  });

  it('a head against another district names both populations, and a trend keeps the year that lacks one', async () => {
    const input =
      'metrics: [{ key: EXPENDITURE }], years: [2019], normalise: PER_CAPITA, districts: ["440117"], baseline: { district: "440104" }';
    const { cells } = await compare(input);
    expect(cells[0]?.statistics.map(({ value }) => value)).toEqual(['64.95', '120.97']);
    const query =
      '{ trend(input: { metric: { key: EXPENDITURE }, district: "440104", normalise: PER_CAPITA }) { points { cell { year value missing } } } }';
    expect((await ask(store(), query)).data).toEqual({
      trend: {
        points: [
          { cell: { year: 2018, value: null, missing: 'NO_DENOMINATOR' } },
          { cell: { year: 2019, value: '23.10556336', missing: null } },
        ],
      },
    });
  });

  it('says which statistic of which vintage is lacking, of baselines too, and which account of a divisor is not known', async () => {
    const hintsOf = async (rest: string) => {
      const answer = await compare(`metrics: [{ key: EXPENDITURE }], districts: ["440117"], years: [2019], ${rest}`);
      return [shown(answer)[0], answer.hints];
    };
    const further = 'give your own in `statistics`, or load it (load-statistics)';
    expect(await hintsOf('normalise: PER_CAPITA, vintage: "2031"')).toEqual([
      'NO_DENOMINATOR',
      ['no statistics of the vintage "2031" are here; vintages: 2020-03 first published'],
    ]);
    // 1303.92 / 64.95, against 2018, of which no population is here
    expect(await hintsOf('normalise: PER_CAPITA, baseline: { previousYear: true }')).toEqual([
      '20.07575058 YUAN_PER_CAPITA',
      [`no population of 440117 in 2018 is here: ${further}`],
    ]);
    const unknown = await compare(
      'metrics: [{ key: EXPENDITURE, over: { account: { classification: FUNCTIONAL, code: "2010388" } } }], districts: ["440117"], years: [2019]',
    );
    expect(unknown.hints).toEqual([expect.stringContaining('no account has the code "2010388"')]);
  });

  it('an account over a count that only the text states: 0.16 over 14 guests', async () => {
    const input = 'districts: ["440104"], years: [2019]';
    const upper = await compare(`metrics: [{ account: { classification: ECONOMIC, code: "30217" } }], ${input}`);
    const guests = await compare(`metrics: [{ key: GUEST_COUNT }], ${input}`);
    const over = await compare(
      `metrics: [{ account: { classification: ECONOMIC, code: "30217" }, over: { key: GUEST_COUNT } }], ${input}`,
    );
    expect([shown(upper), shown(guests), shown(over)]).toEqual([
      ['0.16 WAN_YUAN'],
      ['14 COUNT'],
      ['0.01142857 WAN_YUAN'],
    ]);
  });

  it('what is noted of a figure is said of what is divided by it', async () => {
    const input =
      'metrics: [{ key: BASIC_EXPENDITURE, over: { account: { classification: FUNCTIONAL, code: "2060499" } } }]';
    const answer = await compare(`${input}, districts: ["440104"], years: [2019]`);
    expect([answer.verdict, codesOf(answer)]).toEqual(['WITH_WARNINGS', ['ONE_OFF']]);
  });

  it('running costs a car: 13.45 of six, 3.40 of two, 1.90 and 0.62 of one', async () => {
    const metrics = 'metrics: [{ key: VEHICLE_RUNNING, over: { key: VEHICLE_COUNT } }]';
    const at = async (code: string, year: number) =>
      (await compare(`${metrics}, districts: ["${code}"], years: [${year}]`)).cells[0];
    expect(await at('440100', 2020)).toMatchObject({ value: '2.24166667', unit: 'WAN_YUAN' });
    expect(await at('440105', 2017)).toMatchObject({ value: '1.70', unit: 'WAN_YUAN' });
    expect(await at('440117', 2019)).toMatchObject({ value: '1.90', unit: 'WAN_YUAN' });
    expect(await at('440104', 2019)).toMatchObject({ value: '0.62', unit: 'WAN_YUAN' });
  });

  it('三公 over expenditure, 从化 against 越秀: 1.90 / 1303.92 and 0.78 / 2795.08, in percentage points too', async () => {
    const answer = await compare(
      'metrics: [{ key: THREE_OFFICIAL_EXPENSES, over: { key: EXPENDITURE } }], districts: ["440117"], years: [2019], baseline: { district: "440104" }',
    );
    expect(answer.cells[0]).toMatchObject({
      ...{ value: '0.00145714', baseline: '0.00027906', difference: '0.00117808', percentagePoints: '0.11780828' },
      unit: 'RATIO',
    });
    expect([answer.verdict, answer.statements]).toEqual(['COMPARABLE', 5]);
  });

  it('indicators met over those that can be judged: 12 of 14', async () => {
    const input =
      'metrics: [{ key: INDICATORS_MET, over: { key: INDICATOR_COUNT } }], districts: ["440100"], years: [2020]';
    expect(shown(await compare(input))).toEqual(['0.85714286 RATIO']);
  });

  it('an index of 2018: 1303.92 / 1418.99 and 2795.08 / 2632.14', async () => {
    const input =
      'metrics: [{ key: EXPENDITURE }], districts: ["440117", "440104"], years: [2018, 2019], normalise: INDEX, baseYear: 2018';
    expect(shown(await compare(input))).toEqual(['100 INDEX', '91.890711 INDEX', '100 INDEX', '106.19040021 INDEX']);
  });

  it('in prices of 2019: 36144.80 × 110.81 / 111.50', async () => {
    const input =
      'metrics: [{ key: EXPENDITURE }], districts: ["440100"], years: [2019, 2020], normalise: REAL_TERMS, baseYear: 2019';
    expect(shown(await compare(input))).toEqual(['24556.75 WAN_YUAN', '35921.12365919 WAN_YUAN']);
  });

  it('against the median of 2019: 24556.75, 2795.08, 1303.92', async () => {
    const { cells } = await compare('metrics: [{ key: EXPENDITURE }], years: [2019], baseline: { average: MEDIAN }');
    const held = cells
      .filter(({ value }) => value)
      .map(({ district, baseline, difference }) => [district.code, baseline, difference]);
    expect(held).toEqual([
      ['440100', '2795.08', '21761.67'],
      ['440104', '2795.08', '0.00'],
      ['440117', '2795.08', '-1491.16'],
    ]);
  });

  it('a share of the parent: 行政运行 of its 款, 544.95 / 1152.17 and 483.38 / 1066.66', async () => {
    const account = '{ account: { classification: FUNCTIONAL, code: "2010301" } }';
    const input = `metrics: [${account}], districts: ["440117", "440104"], years: [2019], normalise: SHARE_OF_PARENT`;
    const answer = await compare(input);
    expect([shown(answer), answer.verdict]).toEqual([['0.47297708 RATIO', '0.45317158 RATIO'], 'COMPARABLE']);
  });

  it('ranks by growth over the year before, page after page', async () => {
    const ranking = (
      page: string,
    ) => `{ rank(input: { metrics: [{ key: EXPENDITURE }], stages: [OUTTURN] }, by: RATIO, ${page}) {
      totalCount verdict pageInfo { hasNextPage hasPreviousPage endCursor } coverage { districtsPresent } release { reports }
      nodes { district { code } year rank ratio } } }`;
    interface Ranked {
      rank: { totalCount: number; verdict: string; pageInfo: { endCursor: string }; nodes: Cell[] };
    }
    const first = await ask<Ranked>(store(), ranking('first: 2'));
    expect(first.data.rank).toMatchObject({
      ...{ totalCount: 4, verdict: 'WITH_WARNINGS', pageInfo: { hasNextPage: true, hasPreviousPage: false } },
      nodes: [
        { district: { code: '440100' }, year: 2020, rank: 1, ratio: '1.47188858' },
        { district: { code: '440104' }, year: 2019, rank: 2, ratio: '1.061904' },
      ],
      ...{ coverage: { districtsPresent: 4 }, release: { reports: 5 } },
    });
    expect(first.statements).toBe(5);
    const after = first.data.rank.pageInfo.endCursor;
    const second = await ask<Ranked>(store(), ranking(`first: 2, after: "${after}"`));
    expect(second.data.rank.nodes).toEqual([
      { district: { code: '440105' }, year: 2017, rank: 3, ratio: '1.04999386' },
      { district: { code: '440117' }, year: 2019, rank: 4, ratio: '0.91890711' },
    ]);
    const other = await ask<Ranked>(store(), ranking(`first: 2, descending: false, after: "${after}"`));
    expect(other.errors.map(({ message }) => message)).toEqual([
      expect.stringContaining('expected a cursor given by this connection, got '),
    ]);
    const two = await ask(
      store(),
      '{ rank(input: { metrics: [{ key: REVENUE }, { key: EXPENDITURE }] }) { totalCount } }',
    );
    expect(two.errors.map(({ message }) => message)).toEqual(['expected one metric to rank by, got 2']);
  });

  it('follows 从化 from the year that its text tells of, with growth compounded', async () => {
    const query = `{ trend(input: { metric: { key: EXPENDITURE }, district: "440117" }) { compoundGrowth growthMissing verdict
      points { breaks { code } cell { year value status baseline changeRate } } } }`;
    const { data, statements } = await ask(store(), query);
    expect(data).toEqual({
      trend: {
        ...{ compoundGrowth: '-0.08109289', growthMissing: null, verdict: 'COMPARABLE' },
        points: [
          { breaks: [], cell: { year: 2018, value: '1418.99', status: 'DERIVED', baseline: null, changeRate: null } },
          {
            breaks: [],
            cell: { year: 2019, value: '1303.92', status: 'REPORTED', baseline: '1418.99', changeRate: '-0.08109289' },
          },
        ],
      },
    });
    expect(statements).toBe(3);
    const later = await ask<{ trend: { points: unknown[] } }>(
      store(),
      '{ trend(input: { metric: { key: EXPENDITURE }, district: "440117", from: 2030 }) { points { cell { year missing } } } }',
    );
    expect(later.data.trend.points).toEqual([{ cell: { year: 2030, missing: 'NOT_COVERED' } }]);
    expect(later.extensions['hints']).toEqual(['no report of 2030 is here; years with reports: 2017, 2019–2020, 2023']);
    for (const [input, message] of [
      ['metric: { key: REVENUE }', 'expected exactly one of district and department, got none'],
      ['metric: { key: REVENUE }, district: "440117", from: 2020, to: 2019', 'expected from <= to, got 2020 > 2019'],
      ['metric: {}, district: "440117"', 'expected exactly one of key and account, got none'],
    ]) {
      const { errors } = await ask(store(), `{ trend(input: { ${input} }) { verdict } }`);
      expect(errors.map((error) => error.message)).toEqual([message]);
    }
  });

  it('holds the outturn of 番禺, 从化 and its 款 against the budget that is there', async () => {
    const query = (
      input: string,
    ) => `{ execution(input: { ${input} }) { verdict years { year varianceMissing varianceItems
      total { account { code } original { amount } outturn { value baselineStage ratio difference } }
      items { account { code name } original { amount missing } revised { missing } outturn { value missing } } } } }`;
    const conghua = await ask(store(), query('district: "440117", level: CATEGORY'));
    // 970.90 is what the text says was budgeted, of the general public budget, which is all of the year's expenditure
    const missing = { original: { amount: null, missing: 'NOT_COVERED' }, revised: { missing: 'NOT_IN_TEMPLATE' } };
    const item = (code: string, name: string, value: string) => ({
      account: { code, name },
      ...missing,
      outturn: { value, missing: null },
    });
    expect(conghua.data).toEqual({
      execution: {
        verdict: 'COMPARABLE',
        years: [
          {
            ...{ year: 2019, varianceMissing: 'NO_DENOMINATOR', varianceItems: 0 },
            total: {
              account: null,
              original: { amount: '970.90' },
              outturn: {
                value: '1303.92',
                baselineStage: 'ORIGINAL_BUDGET',
                ratio: '1.34300134',
                difference: '333.02',
              },
            },
            items: [
              item('201', '一般公共服务支出', '1152.17'),
              item('206', '科学技术支出', '17.64'),
              item('208', '社会保障和就业支出', '43.60'),
              item('213', '农林水支出', '24.96'),
              item('221', '住房保障支出', '65.54'),
            ],
          },
        ],
      },
    });
    const panyu = await ask<{ execution: { years: { items: { original: { amount: string } }[] }[] } }>(
      store(),
      query('district: "440113", level: GROUP'),
    );
    expect(panyu.data.execution.years[0]?.items[0]).toMatchObject({
      ...{
        account: { code: '20103' },
        original: { amount: '9929.37' },
        outturn: { value: null, missing: 'NOT_COVERED' },
      },
    });
  });
});

describe.each(STORE_KINDS)('A sum of what tables and texts tell, on $name', (kind) => {
  const store = useTestStore(kind, async (own) => {
    await FIVE_REPORTS.fill(own);
    await saveReports(own, [makeReport({ department: '广州市越秀区第一事务管理局', year: 2018 })]);
  });

  it('is the same whatever else is asked for: 越秀 2018 of a table, and 2632.14 that the text of 2019 tells', async () => {
    const values = async (input: string): Promise<(string | null)[]> => {
      const query = `{ compare(input: { metrics: [{ key: EXPENDITURE }], ${input} }) { cells { value } } }`;
      const { data } = await ask<{ compare: Answer }>(store(), query);
      return data.compare.cells.map(({ value }) => value);
    };
    const single = await values('of: DEPARTMENT, districts: ["440104"], years: [2018]');
    expect(single).toContain('2632.14');
    const fen = single.map((value) => parseMoney(value as string, 'WAN_YUAN').fen);
    const sum = formatFen(
      fen.reduce((total, own) => total + own, 0n),
      'WAN_YUAN',
    );
    expect(await values('districts: ["440104"], years: [2018]')).toEqual([sum]);
    expect(await values('districts: ["440104"], years: [2018, 2017]')).toEqual([sum, null]);
  });
});
