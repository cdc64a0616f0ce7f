import { FIVE_REPORTS } from '../support/fillings.js';
import { STORE_KINDS, useTestStore } from '../support/test-stores.js';
import { ask } from './ask.js';

const account = (classification: string, rest: string): string =>
  `metrics: [{ account: { classification: ${classification}, code: "20103", ${rest} } }]`;
const EXPENDITURE = 'metrics: [{ key: EXPENDITURE }]';
const OF_FUNCTIONAL =
  'expected a fund and a part that FUNCTIONAL accounts are printed with (ALL: TOTAL, BASIC, PROJECT, COMMERCIAL, TO_ABOVE, TO_SUBORDINATES, CLOSING; ' +
  'GENERAL_PUBLIC: TOTAL, BASIC, PROJECT, OPENING, CLOSING; GOVERNMENT_FUND: TOTAL, BASIC, PROJECT, OPENING, CLOSING; ' +
  'STATE_CAPITAL: TOTAL, BASIC, PROJECT, OPENING, CLOSING)';
const OF_ECONOMIC =
  'expected a fund and a part that ECONOMIC accounts are printed with (GENERAL_PUBLIC: TOTAL, BASIC, PROJECT)';
const NO_ACCOUNT = 'expected an account that has a code (FUNCTIONAL or ECONOMIC)';

/** Questions that can't be meant, and what was expected. */
const REFUSED: readonly (readonly [input: string, message: string])[] = [
  ['metrics: [{}]', 'expected exactly one of key and account, got none'],
  ['metrics: [{ key: EXPENDITURE, name: "" }]', 'expected the name of a metric not to be empty, got ""'],
  ['metrics: [{ key: EXPENDITURE, name: " \u3000" }]', 'expected the name of a metric not to be empty, got " \u3000"'],
  [
    'metrics: [{ key: EXPENDITURE, name: "x" }, { key: REVENUE, name: "x" }]',
    'expected a name of its own for each metric, got "x" more than once',
  ],
  [
    'metrics: [{ key: EXPENDITURE }, { key: REVENUE, name: "EXPENDITURE" }]',
    'expected a name of its own for each metric, got "EXPENDITURE" more than once',
  ],
  [account('FUNCTIONAL', 'fund: SERVICE'), `${OF_FUNCTIONAL}, got fund SERVICE`],
  [
    account('FUNCTIONAL', 'fund: GENERAL_PUBLIC, part: COMMERCIAL'),
    `${OF_FUNCTIONAL}, got fund GENERAL_PUBLIC, part COMMERCIAL`,
  ],
  [account('ECONOMIC', 'part: TO_ABOVE'), `${OF_ECONOMIC}, got part TO_ABOVE`],
  [account('ECONOMIC', 'fund: ALL'), `${OF_ECONOMIC}, got fund ALL`],
  [account('BALANCE', ''), `${NO_ACCOUNT}, got BALANCE`],
  [`${EXPENDITURE}, districts: ["440117"], departments: ["x"]`, 'expected districts or departments, got both'],
  [`${EXPENDITURE}, districts: [], departments: []`, 'expected districts or departments, got both'],
  [`${EXPENDITURE}, years: [2019, -1]`, 'expected years between 0 and 9999, got -1'],
  [`${EXPENDITURE}, baseline: { year: 10000 }`, 'expected years between 0 and 9999, got 10000'],
  [account('FUNCTIONAL', 'edition: -2019'), 'expected years between 0 and 9999, got -2019'],
  [`${EXPENDITURE}, baseline: { edition: 20190 }`, 'expected years between 0 and 9999, got 20190'],
  [
    `${EXPENDITURE}, baseline: {}`,
    'expected baseline: at least one of district, department, average, year, previousYear, stages, edition, got none',
  ],
  [
    `${EXPENDITURE}, baseline: { district: "440117", department: "x" }`,
    'expected baseline: a district, a department or an average, got district and department',
  ],
  [`${EXPENDITURE}, normalise: INDEX`, 'expected baseYear with normalise: INDEX, got none'],
  [
    `${EXPENDITURE}, normalise: PER_CAPITA, baseYear: 2019`,
    'expected baseYear only with normalise: REAL_TERMS or INDEX, got normalise: PER_CAPITA',
  ],
  [
    `${EXPENDITURE}, statistics: [{ kind: POPULATION, year: 2019, value: "1" }]`,
    'expected the district of a population, got none',
  ],
  [
    `${EXPENDITURE}, statistics: [{ kind: DEFLATOR, district: "440117", year: 2019, value: "100" }]`,
    'expected a deflator of the country, got 440117',
  ],
  [
    `${EXPENDITURE}, statistics: [{ kind: DEFLATOR, year: 2019, value: "0.00" }]`,
    'expected the value of a statistic above 0, got 0.00',
  ],
  [
    `${EXPENDITURE}, statistics: [{ kind: DEFLATOR, year: 2019, value: 1 }, { kind: DEFLATOR, year: 2019, value: 1 }]`,
    'expected each statistic once, got DEFLATOR 2019 more than once',
  ],
  ['metrics: [{ key: EXPENDITURE, over: {} }]', 'expected exactly one of key and account, got none'],
  [
    'metrics: [{ key: EXPENDITURE, over: { key: REVENUE, over: { key: REVENUE } } }]',
    'expected `over` without an `over` of its own, got one',
  ],
  [
    'metrics: [{ key: VEHICLE_COUNT, over: { key: EXPENDITURE } }]',
    'expected amounts over amounts, counts over counts, points over points, or amounts or points over a count, got counts over amounts',
  ],
  [`${EXPENDITURE}, baseline: { year: 2019, previousYear: true }`, 'expected baseline: year or previousYear, got both'],
];

interface Cell {
  readonly metric: string;
  readonly district: { readonly code: string };
  readonly year: number;
  readonly stage: string | null;
  readonly value: string | null;
  readonly baseline: string | null;
  readonly baselineMissing: string | null;
  readonly warnings: readonly { readonly code: string; readonly message: string }[];
}
interface Compared {
  readonly compare: { readonly verdict: string; readonly warnings: Cell['warnings']; readonly cells: readonly Cell[] };
}

describe.each(STORE_KINDS)('arguments of a comparison of the five published reports on $name', (kind) => {
  const store = useTestStore(kind, FIVE_REPORTS);
  const compare = async (input: string) => {
    const fields =
      'verdict warnings { code } cells { metric district { code } year stage value baseline baselineMissing warnings { code message } }';
    const reply = await ask<Compared>(store(), `{ compare(input: { ${input} }) { ${fields} } }`);
    expect(reply.errors).toEqual([]);
    return { ...reply.data.compare, hints: reply.extensions['hints'] };
  };

  test.each(REFUSED)('%s is refused: %s', async (input, message) => {
    const { data, errors, statements } = await ask<Compared>(
      store(),
      `{ compare(input: { ${input} }) { verdict } fiscalYears { year } }`,
    );
    expect(errors.map((error) => [error.message, error.extensions?.['code']])).toEqual([[message, 'BAD_USER_INPUT']]);
    // the other field stands; nothing was read for the comparison
    expect(data).toEqual({
      compare: null,
      fiscalYears: [{ year: 2017 }, { year: 2019 }, { year: 2020 }, { year: 2023 }],
    });
    expect(statements).toBe(2);
  });

  test('more than 20,000 cells are refused with the count before a figure is read, also where defaults make them', async () => {
    const refuse = async (input: object): Promise<unknown> => {
      const query = 'query ($input: CompareInput!) { compare(input: $input) { verdict } }';
      const { errors, sql } = await ask(store(), query, { input });
      expect(sql.filter((text) => text.includes('"LineItem"'))).toEqual([]);
      return errors.map(({ message, extensions }) => [message, extensions?.['code'], extensions?.['cells']]);
    };
    const metrics = (count: number) => Array.from({ length: count }, () => ({ key: 'EXPENDITURE' }));
    const years = Array.from({ length: 200 }, (_, place) => 1900 + place);
    const stages = ['OUTTURN', 'ORIGINAL_BUDGET', 'REVISED_BUDGET'];
    const message = (cells: number) => `expected a comparison of at most 20000 cells, got ${cells}`;
    // 5 districts x 200 years x 3 stages x 7; then x the 4 years with reports
    expect(await refuse({ metrics: metrics(7), years, stages })).toEqual([[message(21_000), 'BAD_USER_INPUT', 21_000]]);
    expect(await refuse({ metrics: metrics(1_001) })).toEqual([[message(20_020), 'BAD_USER_INPUT', 20_020]]);
  });

  test('an empty list compares nothing: not comparable, and a hint says why', async () => {
    for (const name of ['metrics', 'districts', 'departments', 'years', 'stages']) {
      const input = name === 'metrics' ? 'metrics: []' : `${EXPENDITURE}, ${name}: []`;
      expect(await compare(input)).toEqual({
        ...{ verdict: 'NOT_COMPARABLE', warnings: [], cells: [] },
        hints: [`nothing is compared: \`${name}\` is an empty list`],
      });
    }
  });

  test('what is asked for twice counts once', async () => {
    const once = await compare(`${EXPENDITURE}, districts: ["440117", "440104"], years: [2019], stages: [OUTTURN]`);
    const twice = await compare(
      `${EXPENDITURE}, districts: ["440117", "440104", "440117"], years: [2019, 2019], stages: [OUTTURN, OUTTURN]`,
    );
    expect(twice).toEqual(once);
    expect(once.cells.map(({ district, value }) => [district.code, value])).toEqual([
      ['440117', '1303.92'],
      ['440104', '2795.08'],
    ]);
  });

  test('districts of: DEPARTMENT are each department of those districts, in their order', async () => {
    const { cells } = await compare(`${EXPENDITURE}, of: DEPARTMENT, districts: ["440117", "440104"], years: [2019]`);
    expect(cells.map(({ district, value }) => [district.code, value])).toEqual([
      ['440117', '1303.92'],
      ['440104', '2795.08'],
    ]);
  });

  test('a baseline that is not known or has no report is missing with a reason, and a hint says so', async () => {
    const own = `${EXPENDITURE}, districts: ["440117"], years: [2019]`;
    for (const [baseline, hint] of [
      ['district: "999999"', 'no division has the code "999999"'],
      ['district: "440103"', 'no report of 440103 荔湾区 is here'],
      ['department: "no such"', 'no department has the id "no such"'],
      ['year: 2031', 'no report of 2031 is here; years with reports: 2017, 2019–2020, 2023'],
    ]) {
      const { verdict, cells, hints } = await compare(`${own}, baseline: { ${baseline} }`);
      expect([verdict, hints]).toEqual(['COMPARABLE', [hint]]);
      expect(cells).toEqual([
        expect.objectContaining({ value: '1303.92', baseline: null, baselineMissing: 'NOT_COVERED' }),
      ]);
    }
    const { cells } = await compare(`${own}, baseline: { district: "440104" }`);
    expect(cells).toEqual([expect.objectContaining({ baseline: '2795.08', baselineMissing: null })]);
  });

  test('a cell has no warning twice', async () => {
    const { cells } = await compare(
      'metrics: [{ key: EXPENDITURE }, { key: REVENUE }, { account: { classification: ECONOMIC, code: "303" } }], baseline: { district: "440117", year: 2019 }',
    );
    expect(cells.some(({ warnings }) => warnings.length > 2)).toBe(true);
    for (const { warnings } of cells) {
      const texts = warnings.map(({ code, message }) => `${code} ${message}`);
      expect(texts).toEqual([...new Set(texts)]);
    }
  });
});
