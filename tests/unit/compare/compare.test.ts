import { alignMeasure } from '../../../src/compare/align-measure.js';
import { compare } from '../../../src/compare/compare.js';
import type { Answer, ComparedCell } from '../../../src/compare/compare.js';
import { keyOfAccount } from '../../../src/compare/evidence.js';
import type { Entity, Evidence } from '../../../src/compare/evidence.js';
import { resolveMeasure } from '../../../src/compare/measure.js';
import type { MeasureRequest } from '../../../src/compare/measure.js';
import type { Question } from '../../../src/compare/question.js';
import type { MetricKey } from '../../../src/domain/closed-lists.js';
import type { Figure } from '../../../src/domain/figure.js';
import type { Report } from '../../../src/domain/report.js';
import { makeReport } from '../../support/make-report.js';
import { PLAIN, against } from '../../support/questions.js';
import { REFERENCE } from '../../support/reference.js';
import { districtOf, evidenceOf } from './evidence-of.js';

const [YUEXIU, HAIZHU] = ['440104', '440105'];
const FIRST = '广州市越秀区第一局';
const SECOND = '广州市越秀区第二局';

/** The same report with some figures changed: by key of the account, in 万元. */
function withFigures(report: Report, amounts: Readonly<Record<string, bigint | null>>): Report {
  const lineItems = report.lineItems.flatMap((item) => {
    const amount = amounts[item.account.key];
    if (amount === undefined) return [item];
    return amount === null ? [] : [{ ...item, amount: { ...item.amount, fen: amount * 1_000_000n } }];
  });
  return { ...report, lineItems };
}
const TOTAL = 'REVENUE_EXPENDITURE_SUMMARY/EXPENDITURE/本年支出合计';
const spending = (amount: bigint | null, wish: Parameters<typeof makeReport>[0]) =>
  withFigures(makeReport(wish), { [TOTAL]: amount });

function ask(
  evidence: Evidence,
  metrics: readonly (MetricKey | MeasureRequest)[],
  rest: Partial<Question> & { codes?: readonly string[] },
): Answer {
  const { codes = [YUEXIU, HAIZHU] as string[], ...question } = rest;
  const { years = [2019] } = question;
  const measures = metrics.map((metric) => {
    const request: MeasureRequest = typeof metric === 'string' ? { key: metric } : metric;
    return alignMeasure(resolveMeasure(request), request.account?.edition, { asked: years, read: years }, REFERENCE);
  });
  const entities = codes.map((code) => districtOf(code, evidence));
  return compare({ measures, entities, ...PLAIN, years: [2019], ...question }, evidence);
}
const values = ({ cells }: { cells: readonly ComparedCell[] }) => cells.map(({ value, missing }) => value ?? missing);
const codes = ({ warnings }: Pick<Answer | ComparedCell, 'warnings'>) => warnings.map(({ code }) => code);

describe('a district is the sum over its departments', () => {
  const evidence = evidenceOf([
    spending(100n, { department: FIRST }),
    spending(50n, { department: SECOND }),
    spending(70n, { department: SECOND, year: 2020 }),
    spending(30n, { district: HAIZHU!, department: '广州市海珠区第一局' }),
  ]);

  test('exact, and derived', () => {
    const { cells, verdict } = ask(evidence, ['EXPENDITURE'], {});
    expect(cells.map(({ value, status, rank }) => [value, status, rank])).toEqual([
      ['150.00', 'DERIVED', 1],
      ['30.00', 'REPORTED', 2],
    ]);
    expect(verdict).toBe('WITH_WARNINGS');
  });

  test('a sum against one body is another kind of figure', () => {
    const answer = ask(evidence, ['EXPENDITURE'], {});
    expect(answer.warnings).toEqual([
      {
        code: 'ENTITY_MISMATCH',
        verdict: 'WITH_WARNINGS',
        message: 'EXPENDITURE: 越秀区 2019: a sum over departments; 海珠区 2019: one body — a sum against one body',
      },
    ]);
  });

  test('where a department has no report, the sum says of how many it is', () => {
    const answer = ask(evidence, ['EXPENDITURE'], { codes: [YUEXIU!], years: [2020] });
    expect(values(answer)).toEqual(['70.00']);
    expect(answer.warnings).toEqual([
      {
        code: 'PARTIAL_COVERAGE',
        verdict: 'WITH_WARNINGS',
        message: 'EXPENDITURE: 越秀区 2020 is a sum over 1 of 2 departments: 1 without a report of that year',
      },
    ]);
    expect(answer.verdict).toBe('WITH_WARNINGS');
  });

  test('a share is of the same departments: one without the total is in neither', () => {
    const parts = [FIRST, SECOND].map((department, place) => {
      const report = spending(place === 0 ? 200n : null, { department });
      const cut = (item: Report['lineItems'][number]) =>
        item.account.key === 'EXPENDITURE/合计' && item.part === 'BASIC'
          ? { ...item, amount: { ...item.amount, fen: 50_000_000n } }
          : item;
      return { ...report, lineItems: report.lineItems.map(cut) };
    });
    const answer = ask(evidenceOf(parts), ['BASIC_EXPENDITURE'], { codes: [YUEXIU!], normalise: 'SHARE_OF_TOTAL' });
    expect(values(answer)).toEqual(['0.25']);
    expect(codes(answer)).toEqual(['PARTIAL_COVERAGE']);
  });
});

describe('what is missing has a reason, it is not zero', () => {
  const missing = (report: Report, metric: MetricKey | MeasureRequest, rest = {}) =>
    values(ask(evidenceOf([report]), [metric], { codes: [YUEXIU!], ...rest }))[0];
  const report = makeReport();

  test('no report', () => expect(missing(report, 'EXPENDITURE', { years: [2018] })).toBe('NOT_COVERED'));
  test('no budget of that year', () =>
    expect(missing(report, 'EXPENDITURE', { stages: ['ORIGINAL_BUDGET'] })).toBe('NOT_COVERED'));
  test('final accounts state a revised budget of the three official expenses only', () =>
    expect(missing(report, 'EXPENDITURE', { stages: ['REVISED_BUDGET'] })).toBe('NOT_IN_TEMPLATE'));
  test('the row is not printed', () =>
    expect(missing(withFigures(report, { [TOTAL]: null }), 'EXPENDITURE')).toBe('NOT_PRINTED'));
  test('a row of the statement could not be read', () => {
    const bare = withFigures(report, { [TOTAL]: null });
    const statements = bare.statements.map((own) =>
      own.statement === 'REVENUE_EXPENDITURE_SUMMARY' ? { ...own, rowsSeen: own.rowsRead + 1 } : own,
    );
    expect(missing({ ...bare, statements }, 'EXPENDITURE')).toBe('UNREADABLE');
  });
  test('an issue that only says how a cell was settled hides no row', () => {
    const [issue] = report.issues;
    const settled = { ...issue!, statement: 'REVENUE_EXPENDITURE_SUMMARY' as const };
    const bare = withFigures(report, { [TOTAL]: null });
    expect(missing({ ...bare, issues: [settled] }, 'EXPENDITURE')).toBe('NOT_PRINTED');
  });
  test('two different figures stand in one place: neither is taken', () => {
    const twice = report.lineItems.flatMap((item) => [
      item,
      { ...item, amount: { ...item.amount, fen: item.amount.fen + 1n } },
    ]);
    expect(missing({ ...report, lineItems: twice }, 'EXPENDITURE')).toBe('UNREADABLE');
  });
  test('the statement is not there', () => expect(missing(report, 'NON_TAX_REVENUE')).toBe('NOT_PRINTED'));
  test('the template of 2019 has no state capital; what only the text says is not printed where it says nothing', () => {
    expect(missing(report, 'STATE_CAPITAL_EXPENDITURE')).toBe('NOT_IN_TEMPLATE');
    expect(missing(report, 'MEETINGS')).toBe('NOT_PRINTED');
  });
  test('the account does not exist in that year', () =>
    expect(missing(report, { account: { classification: 'ECONOMIC', code: '30311' } })).toBe('NO_MAPPING'));
  test('no list has the code: it has a meaning where some report prints it', () => {
    const account = { classification: 'FUNCTIONAL', code: '9999999' } as const;
    const evidence = evidenceOf([report]);
    const inReports = { ...evidence, unlisted: new Set([keyOfAccount(account)]) };
    const ofOtherList = { ...evidence, unlisted: new Set([keyOfAccount({ ...account, classification: 'ECONOMIC' })]) };
    const missingIn = (own: Evidence) => values(ask(own, [{ account }], { codes: [YUEXIU!] }));
    expect([evidence, inReports, ofOtherList].map(missingIn)).toEqual([
      ['NO_MAPPING'],
      ['NOT_PRINTED'],
      ['NO_MAPPING'],
    ]);
  });
  test('a metric without a total has no share', () =>
    expect(missing(report, 'TOTAL_REVENUE', { normalise: 'SHARE_OF_TOTAL' })).toBe('NOT_APPLICABLE'));
  test('the total of a share is missing, or zero', () => {
    expect(missing(withFigures(report, { [TOTAL]: null }), 'BASIC_EXPENDITURE', { normalise: 'SHARE_OF_TOTAL' })).toBe(
      'NO_DENOMINATOR',
    );
    expect(missing(withFigures(report, { [TOTAL]: 0n }), 'BASIC_EXPENDITURE', { normalise: 'SHARE_OF_TOTAL' })).toBe(
      'ZERO_BASE',
    );
  });
});

describe('against a baseline', () => {
  const place = { district: HAIZHU!, department: '广州市海珠区政务服务数据管理局' };
  const evidence = evidenceOf([
    spending(120n, { year: 2019 }),
    spending(100n, { year: 2018 }),
    spending(0n, { ...place, year: 2018 }),
    spending(80n, { ...place, year: 2019 }),
  ]);

  test('the previous year: difference, ratio and change rate, without a YEAR_MISMATCH', () => {
    const answer = ask(evidence, ['EXPENDITURE'], {
      codes: [YUEXIU!],
      baseline: against({ previousYear: true }),
    });
    expect(answer.cells[0]).toMatchObject({ baseline: '100.00', difference: '20.00', ratio: '1.2', changeRate: '0.2' });
    expect(answer.verdict).toBe('COMPARABLE');
  });

  test('a zero baseline gives a difference and no rate', () => {
    const answer = ask(evidence, ['EXPENDITURE'], { codes: [HAIZHU!], baseline: against({ year: 2018 }) });
    expect(answer.cells[0]).toMatchObject({ baseline: '0.00', difference: '80.00', ratio: null, changeRate: null });
    expect(codes(answer)).toContain('ZERO_BASE');
  });

  test('a body before and after its reorganisation in 2019', () => {
    const answer = ask(evidence, ['EXPENDITURE'], {
      codes: [HAIZHU!],
      baseline: against({ previousYear: true }),
    });
    expect(codes(answer)).toEqual(['ENTITY_RENAMED', 'ZERO_BASE']);
    expect(answer.verdict).toBe('WITH_WARNINGS');
    expect(answer.warnings[0]?.message).toContain('广州市海珠区人民政府政务管理办公室');
  });

  test('another district of another year shares no year with the cell', () => {
    const baseline = against({ entity: districtOf(HAIZHU!, evidence), year: 2018 });
    expect(codes(ask(evidence, ['EXPENDITURE'], { codes: [YUEXIU!], baseline }))).toContain('YEAR_MISMATCH');
  });

  test('without stages asked for, the baseline is of the stage of the cell where there is one', () => {
    const both = evidenceOf([
      spending(120n, { kind: 'BUDGET' }),
      ...[spending(90n, place), spending(70n, { ...place, kind: 'BUDGET' })],
    ]);
    const baseline = against({ entity: districtOf(HAIZHU!, both) });
    const answer = ask(both, ['EXPENDITURE'], { codes: [YUEXIU!], baseline });
    expect(answer.cells[0]).toMatchObject({
      stage: 'ORIGINAL_BUDGET',
      baselineStage: 'ORIGINAL_BUDGET',
      baseline: '70.00',
    });
    expect(answer.verdict).toBe('COMPARABLE');
  });
});

describe('scope', () => {
  const three = (fund: Figure['fund'], evidence: Evidence): Evidence => ({
    ...evidence,
    figures: evidence.figures.map((own) =>
      own.statement === 'THREE_OFFICIAL_EXPENSES' && own.districtCode === HAIZHU ? { ...own, fund } : own,
    ),
  });
  const evidence = evidenceOf([makeReport(), makeReport({ district: HAIZHU!, department: '广州市海珠区第一局' })]);

  test('三公 of the general public budget against 三公 of all appropriations is not the same money', () => {
    const answer = ask(three('APPROPRIATION', evidence), ['THREE_OFFICIAL_EXPENSES'], {});
    expect([answer.verdict, codes(answer)]).toEqual(['NOT_COMPARABLE', ['SCOPE_MISMATCH']]);
    expect(answer.cells.map(codes)).toEqual([['SCOPE_MISMATCH'], ['SCOPE_MISMATCH']]);
  });

  test('of one fund they are', () => expect(ask(evidence, ['THREE_OFFICIAL_EXPENSES'], {}).verdict).toBe('COMPARABLE'));
});

test('equal values share the better rank, and the next is left out', () => {
  const districts = ['440103', '440104', '440105', '440106'];
  const evidence = evidenceOf(
    districts.map((district, place) =>
      spending([30n, 50n, 50n, 10n][place]!, { district, department: `${district}局` }),
    ),
  );
  expect(ask(evidence, ['EXPENDITURE'], { codes: districts }).cells.map(({ rank }) => rank)).toEqual([3, 1, 1, 4]);
});

test('a name given comes back as the metric', () => {
  const answer = ask(evidenceOf([makeReport()]), [{ key: 'EXPENDITURE', name: '本年支出' }], { codes: [YUEXIU!] });
  expect(answer.cells[0]?.metric).toBe('本年支出');
});

test('a 类 that the expenditure table does not print is taken from its line in the summary', () => {
  const report = makeReport();
  const lineItems = report.lineItems.filter(
    ({ statement, account }) => statement !== 'EXPENDITURE' || account.code !== '208',
  );
  const answer = ask(
    evidenceOf([{ ...report, lineItems }]),
    [{ account: { classification: 'FUNCTIONAL', code: '208' } }],
    { codes: [YUEXIU!] },
  );
  expect(answer.cells[0]?.status).toBe('REPORTED');
  expect(answer.cells[0]?.value).toBe(
    ask(evidenceOf([report]), [{ account: { classification: 'FUNCTIONAL', code: '208' } }], { codes: [YUEXIU!] })
      .cells[0]?.value,
  );
});

test('the whole answer repeats twenty sentences of one code, the cells have all of theirs', () => {
  const reports = Array.from({ length: 25 }, (_, place) => [
    spending(0n, { department: `第${place}局`, year: 2018 }),
    spending(1n, { department: `第${place}局` }),
  ]).flat();
  const evidence = evidenceOf(reports);
  const entities = [...evidence.departments.values()].map(({ id, name, districtCode }): Entity => ({
    ...{ kind: 'DEPARTMENT', districtCode, departmentId: id, name, departmentIds: [id] },
  }));
  const answer = ask(evidence, ['EXPENDITURE'], { entities, baseline: against({ previousYear: true }) });
  expect(answer.warnings).toHaveLength(21);
  expect(answer.warnings.at(-1)?.message).toBe('and 5 more, each at its cell');
  expect(answer.cells.map(codes)).toEqual(Array(25).fill(['ZERO_BASE']));
  expect(answer.verdict).toBe('COMPARABLE');
});
