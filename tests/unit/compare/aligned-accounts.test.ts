import { alignAccount } from '../../../src/compare/align.js';
import { alignMeasure } from '../../../src/compare/align-measure.js';
import { compare } from '../../../src/compare/compare.js';
import type { Answer } from '../../../src/compare/compare.js';
import { resolveMeasure } from '../../../src/compare/measure.js';
import type { MeasureRequest } from '../../../src/compare/measure.js';
import type { CodedClassification } from '../../../src/domain/reference-tables.js';
import type { Report } from '../../../src/domain/report.js';
import { makeReport } from '../../support/make-report.js';
import { PLAIN, against } from '../../support/questions.js';
import { REFERENCE } from '../../support/reference.js';
import { districtOf, evidenceOf } from './evidence-of.js';

const YUEXIU = '440104';

/** A report whose basic table prints these economic codes, in 万元, in place of those that it had. */
function printing(year: number, amounts: Readonly<Record<string, bigint>>, change: Partial<Report> = {}): Report {
  const report = makeReport({ district: YUEXIU, year });
  const isBasic = ({ statement }: Report['lineItems'][number]) => statement === 'GENERAL_PUBLIC_BASIC_EXPENDITURE';
  const [row] = report.lineItems.filter((item) => isBasic(item) && item.account.code !== null);
  if (!row) throw new Error('expected a coded row');
  const rows = Object.entries(amounts).map(([code, amount]) => ({
    ...row,
    account: { ...row.account, code, key: code, edition: REFERENCE.editionOf('ECONOMIC', code, year) },
    amount: { ...row.amount, fen: amount * 1_000_000n },
  }));
  return { ...report, lineItems: [...report.lineItems.filter((item) => !isBasic(item)), ...rows], ...change };
}

function ask(reports: readonly Report[], code: string, years: readonly number[], edition?: number): Answer {
  const evidence = evidenceOf(reports);
  const request: MeasureRequest = { account: { classification: 'ECONOMIC', code } };
  const measures = [alignMeasure(resolveMeasure(request), edition, { asked: years, read: years }, REFERENCE)];
  const entities = [districtOf(YUEXIU, evidence)];
  return compare({ measures, entities, years, ...PLAIN }, evidence);
}
const values = ({ cells }: Answer) => cells.map(({ value, missing }) => value ?? missing);
const codes = ({ warnings }: Answer) => warnings.map(({ code }) => code);

const read = (classification: CodedClassification, code: string, edition: number, year: number) => {
  const { alignment, accounts } = alignAccount({ classification, code }, edition, year, REFERENCE);
  return [alignment, ...accounts.map((account) => account.code)];
};

test.each([
  ['a renamed account is the same', 'FUNCTIONAL', '207', 2019, 2017, ['SAME', '207']],
  ['a moved one stands under its former code', 'ECONOMIC', '30113', 2019, 2017, ['ALIGNED', '30311']],
  ['and the former one under its new code', 'ECONOMIC', '30311', 2017, 2020, ['ALIGNED', '30113']],
  ['a split one is all of its parts', 'ECONOMIC', '30104', 2017, 2019, ['ALIGNED', '30110', '30111', '30112']],
  ['of which none is the whole', 'ECONOMIC', '30110', 2019, 2017, ['NONE']],
  [
    ...(['what was merged is the sum of what it took in', 'ECONOMIC', '30102', 2019, 2017] as const),
    ['ALIGNED', '30102', '30312', '30313', '30314', '30315'],
  ],
  ['which holds more than each of them', 'ECONOMIC', '30102', 2017, 2019, ['UNALIGNED', '30102']],
  ['a 类 that gave and took holds other things', 'ECONOMIC', '301', 2019, 2017, ['UNALIGNED', '301']],
  ['医疗费 of 2017 is that of staff and of others', 'ECONOMIC', '30307', 2017, 2019, ['ALIGNED', '30114', '30307']],
  ['a code that is used anew is another account', 'ECONOMIC', '30311', 2020, 2017, ['REUSED']],
  ['a mapping of low confidence is approximate', 'ECONOMIC', '304', 2017, 2019, ['APPROXIMATE', '311', '312']],
  ['one of medium confidence too', 'FUNCTIONAL', '2089999', 2023, 2020, ['APPROXIMATE', '2089901']],
  ['what is new has no counterpart', 'FUNCTIONAL', '224', 2019, 2017, ['NONE']],
  ['nor has what means nothing in the year it is read as of', 'ECONOMIC', '30311', 2019, 2017, ['NONE']],
] as const)('%s', (_, classification, code, edition, year, expected) => {
  expect(read(classification, code, edition, year)).toEqual(expected);
});

describe('住房公积金, 30311 of 2017 and 30113 of 2019', () => {
  const reports = [printing(2017, { '30311': 100n }), printing(2019, { '30113': 120n, '30311': 5n })];

  test('is one series, aligned with a warning that names figures, codes, names and years', () => {
    const answer = ask(reports, '30113', [2017, 2019]);
    expect(values(answer)).toEqual(['100.00', '120.00']);
    expect(answer.cells.map(({ status }) => status)).toEqual(['REPORTED', 'REPORTED']);
    expect(answer.verdict).toBe('WITH_WARNINGS');
    expect(answer.warnings).toEqual([
      {
        code: 'CLASSIFICATION_BREAK',
        verdict: 'WITH_WARNINGS',
        message:
          'ECONOMIC:30113: 越秀区 2017: 30113 住房公积金 of 2019 is 30311 住房公积金 of 2017 (住房公积金 moved from 303 to 301 (2018))',
      },
    ]);
    expect(answer.cells.map(({ warnings }) => warnings.length)).toEqual([1, 1]);
  });

  test('is read as of the latest year asked for in which the code means something', () => {
    expect(values(ask(reports, '30311', [2017, 2019]))).toEqual(['100.00', '120.00']);
    expect(values(ask(reports, '30311', [2017, 2019, 2020]))).toEqual(['NO_MAPPING', '5.00', 'NOT_COVERED']);
  });

  test('is not 30311 as of 2020: one code, two meanings', () => {
    const answer = ask(reports, '30311', [2017], 2020);
    expect([values(answer), answer.verdict]).toEqual([['NO_MAPPING'], 'NOT_COMPARABLE']);
    expect(answer.warnings).toEqual([
      {
        code: 'CODE_REUSED',
        verdict: 'NOT_COMPARABLE',
        message:
          'ECONOMIC:30311: 越秀区 2017: 30311 代缴社会保险费 of 2020 is 30311 住房公积金 in 2017: one code, two meanings, never one series',
      },
    ]);
  });
});

describe('a split is answered with the group', () => {
  const parts = { '30110': 10n, '30111': 20n, '30112': 3n };

  test('30104 of 2017 is 30110 + 30111 + 30112 of 2019, derived', () => {
    const answer = ask([printing(2017, { '30104': 30n }), printing(2019, parts)], '30104', [2017, 2019]);
    expect(values(answer)).toEqual(['30.00', '33.00']);
    expect(answer.cells.map(({ status, lineItemIds }) => [status, lineItemIds.length])).toEqual([
      ['REPORTED', 1],
      ['DERIVED', 3],
    ]);
    expect([answer.verdict, codes(answer)]).toEqual(['WITH_WARNINGS', ['CLASSIFICATION_BREAK']]);
    expect(answer.warnings[0]?.message).toContain('30110 职工基本医疗保险缴费 + 30111 公务员医疗补助缴费 + 30112');
    expect(answer.warnings[0]?.message).toContain('shares are unknown');
  });

  test('a part that is not printed is nothing, unless a row of the table could not be read', () => {
    const some = { '30110': 10n };
    expect(values(ask([printing(2019, some)], '30104', [2019], 2017))).toEqual(['10.00']);
    const { statements } = printing(2019, some);
    const unread = statements.map((own) => ({ ...own, rowsSeen: own.rowsRead + 1 }));
    expect(values(ask([printing(2019, some, { statements: unread })], '30104', [2019], 2017))).toEqual(['UNREADABLE']);
  });

  test('a part alone has no counterpart before the split', () => {
    expect(values(ask([printing(2017, { '30104': 30n })], '30110', [2017], 2019))).toEqual(['NO_MAPPING']);
  });

  test('30102 of 2019 is 30102 and the four subsidies of 2017', () => {
    const before = printing(2017, { '30102': 100n, '30312': 1n, '30313': 20n, '30314': 0n, '30315': 3n });
    expect(values(ask([before, printing(2019, { '30102': 130n })], '30102', [2017, 2019]))).toEqual([
      '124.00',
      '130.00',
    ]);
  });
});

describe('what no mapping of high confidence joins is returned, and not comparable', () => {
  test('301 took in what was 303: the numbers stand as they are printed', () => {
    const reports = [printing(2017, { '301': 100n }), printing(2019, { '301': 150n })];
    const answer = ask(reports, '301', [2017, 2019]);
    expect([values(answer), answer.verdict]).toEqual([['100.00', '150.00'], 'NOT_COMPARABLE']);
    expect(codes(answer)).toEqual(['CLASSIFICATION_BREAK']);
    expect(answer.warnings[0]?.message).toContain('301 工资福利支出 of 2019 holds other things in 2017');
  });

  test('304 of 2017 is 311 + 312 of 2019 approximately: the mapping is used and said, the break stays', () => {
    const reports = [printing(2017, { '304': 100n }), printing(2019, { '312': 90n })];
    const answer = ask(reports, '304', [2017, 2019]);
    expect([values(answer), answer.verdict]).toEqual([['100.00', '90.00'], 'NOT_COMPARABLE']);
    expect(codes(answer)).toEqual(['CLASSIFICATION_BREAK', 'MAPPING_APPROXIMATE']);
  });

  test('figures of one year that are restated alike may be compared, with a warning', () => {
    const answer = ask([printing(2019, { '312': 90n })], '304', [2019], 2017);
    expect([values(answer), answer.verdict, codes(answer)]).toEqual([
      ['90.00'],
      'WITH_WARNINGS',
      ['MAPPING_APPROXIMATE'],
    ]);
    const alike = ask([printing(2017, { '301': 100n })], '301', [2017], 2019);
    expect([alike.verdict, codes(alike)]).toEqual(['WITH_WARNINGS', ['CLASSIFICATION_BREAK']]);
  });
});

test('a publisher who keeps an old code a year too long, or takes a new one early, is read', () => {
  expect(values(ask([printing(2018, { '30311': 9n })], '30113', [2018], 2019))).toEqual(['NOT_PRINTED']);
  expect(values(ask([printing(2017, { '30113': 9n })], '30113', [2017], 2019))).toEqual(['9.00']);
  expect(values(ask([printing(2018, { '31020': 9n })], '31020', [2017, 2018]))).toEqual(['NOT_COVERED', '9.00']);
});

test('the year before is aligned as well where it is the baseline, and a baseline may be read as of another year', () => {
  const evidence = evidenceOf([printing(2017, { '30311': 100n }), printing(2018, { '30113': 110n, '30311': 7n })]);
  const entities = [districtOf(YUEXIU, evidence)];
  const years = { asked: [2018], read: [2018, 2017] };
  const measureOf = (code: string, edition?: number) =>
    alignMeasure(resolveMeasure({ account: { classification: 'ECONOMIC', code } }), edition, years, REFERENCE);
  const hold = (code: string, edition: number | null) =>
    compare(
      {
        ...{ ...PLAIN, measures: [measureOf(code, edition === null ? undefined : 2020)], entities, years: [2018] },
        baseline: against({ previousYear: true, measures: edition === null ? null : [measureOf(code, edition)] }),
      },
      evidence,
    );
  const aligned = hold('30113', null);
  expect(aligned.cells[0]).toMatchObject({ value: '110.00', baseline: '100.00', changeRate: '0.1' });
  expect([aligned.verdict, codes(aligned)]).toEqual(['WITH_WARNINGS', ['CLASSIFICATION_BREAK']]);
  // 30311 as of 2020 is printed in 2018 (early) and held against 30311 as of 2017: two meanings
  const reused = hold('30311', 2017);
  expect(reused.cells[0]).toMatchObject({ value: '7.00', baseline: '100.00' });
  expect([reused.verdict, codes(reused)]).toEqual(['NOT_COMPARABLE', ['CODE_REUSED']]);
});
