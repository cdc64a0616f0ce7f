import { describe, expect, it } from '@jest/globals';
import { compare } from '../../../src/compare/compare.js';
import { indexFacts } from '../../../src/compare/evidence.js';
import type { Evidence } from '../../../src/compare/evidence.js';
import { explainCell } from '../../../src/compare/explain.js';
import { resolveMeasure } from '../../../src/compare/measure.js';
import type { MeasureRequest } from '../../../src/compare/measure.js';
import type { Question } from '../../../src/compare/question.js';
import { OWN_VINTAGE } from '../../../src/domain/statistics.js';
import type { FactFigure } from '../../../src/domain/figure.js';
import type { Statistic } from '../../../src/domain/statistics.js';
import { PLAIN } from '../../support/questions.js';
import { districtIn, evidenceOfFew } from './few-figures.js';
import type { Stated } from './few-figures.js';

const NAMES = { department: (id: string) => id, district: (code: string) => code };
const [YUEXIU, CONGHUA] = ['440104', '440117'] as const;

function ask(
  stated: readonly Stated[],
  metrics: readonly MeasureRequest[],
  rest: Partial<Question> = {},
  further: Partial<Evidence> = {},
) {
  const evidence = { ...evidenceOfFew(stated), ...further };
  const codes = [...new Set(evidence.reports.map(({ districtCode }) => districtCode))];
  const entities = codes.map((code) => districtIn(evidence, code));
  return compare({ ...PLAIN, measures: metrics.map(resolveMeasure), entities, years: [2019], ...rest }, evidence);
}
const shown = ({ cells }: ReturnType<typeof ask>) =>
  cells.map(({ value, unit, missing }) => missing ?? `${value} ${unit}`);
const codesOf = ({ warnings }: ReturnType<typeof ask>) => warnings.map(({ code }) => code);

describe('A metric over another', () => {
  const vehicles: FactFigure = {
    ...{ factId: '1', departmentId: `${YUEXIU}-a`, year: 2019, reportKind: 'FINAL_ACCOUNTS', metric: 'VEHICLE_COUNT' },
    ...{
      accountCode: null,
      kind: 'COUNT',
      base: null,
      stage: null,
      label: '公务用车保有量',
      value: '8',
      valueUnit: '辆',
    },
  };

  it('is a ratio of amounts', () => {
    const stated: Stated[] = [{ amount: 300 }, { of: 'BASIC', amount: 100 }];
    const answer = ask(stated, [{ key: 'BASIC_EXPENDITURE', over: { key: 'EXPENDITURE' } }]);
    expect(shown(answer)).toEqual(['0.33333333 RATIO']);
  });

  it('is an amount for one piece where the other is a count', () => {
    const metrics = [{ key: 'EXPENDITURE', over: { key: 'VEHICLE_COUNT' } }] as const;
    expect(shown(ask([{ amount: 20 }], metrics, {}, { facts: indexFacts([vehicles]) }))).toEqual(['2.50 WAN_YUAN']);
    expect(shown(ask([{ amount: 20 }], metrics, { unit: 'YUAN' }, { facts: indexFacts([vehicles]) }))).toEqual([
      '25000.00 YUAN',
    ]);
  });

  it('is missing where the other is, and where that is zero', () => {
    const metrics = [{ key: 'BASIC_EXPENDITURE', over: { key: 'EXPENDITURE' } }] as const;
    expect(shown(ask([{ of: 'BASIC', amount: 100 }], metrics))).toEqual(['NO_DENOMINATOR']);
    const zero = ask([{ amount: 0 }, { of: 'BASIC', amount: 100 }], metrics);
    expect([shown(zero), codesOf(zero)]).toEqual([['ZERO_BASE'], ['ZERO_BASE']]);
  });

  it('divides the sums of the departments of a district that have both', () => {
    const stated: Stated[] = [
      ...([{ amount: 100 }, { of: 'BASIC', amount: 50 }] as const),
      ...([
        { department: 'b', amount: 300 },
        { department: 'b', of: 'BASIC', amount: 50 },
      ] as const),
      { department: 'c', amount: 1000 },
    ];
    const answer = ask(stated, [{ key: 'BASIC_EXPENDITURE', over: { key: 'EXPENDITURE' } }]);
    expect([shown(answer), codesOf(answer)]).toEqual([['0.25 RATIO'], ['PARTIAL_COVERAGE']]);
  });

  it('has no share and no heads', () => {
    const metrics = [{ key: 'BASIC_EXPENDITURE', over: { key: 'EXPENDITURE' } }] as const;
    const stated: Stated[] = [{ amount: 300 }, { of: 'BASIC', amount: 100 }];
    for (const normalise of ['SHARE_OF_TOTAL', 'SHARE_OF_PARENT', 'PER_CAPITA', 'REAL_TERMS'] as const)
      expect(shown(ask(stated, metrics, { normalise }))).toEqual(['NOT_APPLICABLE']);
  });
});

describe('SHARE_OF_PARENT', () => {
  it('is a 项 over its 款, a 款 over its 类, a 类 over what the table adds up to', () => {
    const stated: Stated[] = [
      ...([
        { of: '201', amount: 80 },
        { of: '20103', amount: 40 },
        { of: '2010301', amount: 10 },
      ] as const),
      { of: 'BASIC', amount: 100 },
    ];
    const metrics = ['2010301', '20103', '201'].map((code) => ({
      account: { classification: 'FUNCTIONAL' as const, code },
    }));
    const total = { ...evidenceOfFew(stated) };
    const figures = total.figures.map((own) => (own.part === 'BASIC' ? { ...own, part: 'TOTAL' as const } : own));
    expect(shown(ask(stated, metrics, { normalise: 'SHARE_OF_PARENT' }, { figures }))).toEqual([
      ...['0.25 RATIO', '0.5 RATIO', '0.8 RATIO'],
    ]);
  });

  it('is nothing of a metric that is a part of none', () => {
    expect(shown(ask([{ amount: 1 }], [{ key: 'NON_TAX_REVENUE' }], { normalise: 'SHARE_OF_PARENT' }))).toEqual([
      'NOT_APPLICABLE',
    ]);
  });
});

const population = (districtCode: string, value: string, vintage = '2020-03', year = 2019): Statistic => {
  return { kind: 'POPULATION', districtCode, year, value, vintage, source: 'a yearbook' };
};

describe('PER_CAPITA', () => {
  const stated: Stated[] = [{ amount: 100 }, { district: CONGHUA, amount: 30 }];
  const expenditure = [{ key: 'EXPENDITURE' }] as const;
  const normalise = 'PER_CAPITA' as const;

  it('is 万元 over 万人: 元 a head', () => {
    const statistics = [population(YUEXIU, '40'), population(CONGHUA, '64.95')];
    const answer = ask(stated, expenditure, { normalise }, { statistics });
    expect([shown(answer), answer.verdict]).toEqual([
      ['2.5 YUAN_PER_CAPITA', '0.46189376 YUAN_PER_CAPITA'],
      'COMPARABLE',
    ]);
    expect(answer.cells[0]?.statistics).toEqual([statistics[0]]);
    expect(
      explainCell(answer.cells[0]!, NAMES)
        .steps.slice(1)
        .map(({ expression, value }) => [expression, value]),
    ).toEqual([
      ['40 万人', '400000'],
      ['100.00 / 40', '2.5'],
    ]);
  });

  it('has no value without a population of that very district and year', () => {
    const statistics = [population(YUEXIU, '40', '2020-03', 2018), population('440100', '1530.59')];
    expect(shown(ask(stated, expenditure, { normalise }, { statistics }))).toEqual([
      'NO_DENOMINATOR',
      'NO_DENOMINATOR',
    ]);
  });

  it('takes the newest vintage, or the one asked for, and says where two are mixed', () => {
    const statistics = [population(YUEXIU, '40'), population(YUEXIU, '50', '2022'), population(CONGHUA, '60')];
    const newest = ask(stated, expenditure, { normalise }, { statistics });
    expect([shown(newest), codesOf(newest), newest.verdict]).toEqual([
      ['2 YUAN_PER_CAPITA', '0.5 YUAN_PER_CAPITA'],
      ['POPULATION_VINTAGE'],
      'WITH_WARNINGS',
    ]);
    const asked = ask(stated, expenditure, { normalise, vintage: '2020-03' }, { statistics });
    expect([shown(asked), codesOf(asked)]).toEqual([['2.5 YUAN_PER_CAPITA', '0.5 YUAN_PER_CAPITA'], []]);
  });

  it("takes one's own figure whatever vintage is asked for", () => {
    const statistics = [population(YUEXIU, '25', OWN_VINTAGE)];
    const own = ask(stated.slice(0, 1), expenditure, { normalise, vintage: '2020-03' }, { statistics });
    expect(shown(own)).toEqual(['4 YUAN_PER_CAPITA']);
  });

  it('is nothing of what is no money', () => {
    expect(shown(ask(stated.slice(0, 1), [{ key: 'VEHICLE_COUNT' }], { normalise }))).toEqual(['NOT_APPLICABLE']);
  });
});

describe('REAL_TERMS', () => {
  const deflator = (year: number, value: string, vintage: string): Statistic => {
    return { kind: 'DEFLATOR', districtCode: null, year, value, vintage, source: 'a bank' };
  };
  const asked = { normalise: 'REAL_TERMS', baseYear: 2018 } as const;

  it('is the amount in prices of the base year, by two deflators of one vintage', () => {
    const statistics = [deflator(2018, '100', '2020'), deflator(2019, '110', '2020'), deflator(2019, '120', '2022')];
    const answer = ask([{ amount: 55 }], [{ key: 'EXPENDITURE' }], asked, { statistics });
    expect(shown(answer)).toEqual(['50.00 WAN_YUAN']);
    expect(explainCell(answer.cells[0]!, NAMES).steps.at(-1)).toMatchObject({ expression: '55.00 × 100 / 110' });
  });

  it('has no value without either', () => {
    const statistics = [deflator(2019, '110', '2020')];
    expect(shown(ask([{ amount: 55 }], [{ key: 'EXPENDITURE' }], asked, { statistics }))).toEqual(['NO_DENOMINATOR']);
  });
});

describe('INDEX', () => {
  const asked = { normalise: 'INDEX', baseYear: 2017, years: [2017, 2018, 2019] } as const;

  it('is 100 in its base year, and follows it', () => {
    const stated: Stated[] = [{ year: 2017, amount: 80 }, { amount: 100 }];
    expect(shown(ask(stated, [{ key: 'EXPENDITURE' }], asked))).toEqual(['100 INDEX', 'NOT_COVERED', '125 INDEX']);
  });

  it('has no value without a base, or on nothing', () => {
    expect(shown(ask([{ amount: 100 }], [{ key: 'EXPENDITURE' }], { ...asked, years: [2019] }))).toEqual([
      'NO_DENOMINATOR',
    ]);
    const zero = ask([{ year: 2017, amount: 0 }, { amount: 100 }], [{ key: 'EXPENDITURE' }], {
      ...asked,
      years: [2019],
    });
    expect([shown(zero), codesOf(zero)]).toEqual([['ZERO_BASE'], ['ZERO_BASE']]);
  });
});
