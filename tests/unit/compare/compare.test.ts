import { compare } from '../../../src/compare/compare.js';
import type { Answer, ComparedCell, Question } from '../../../src/compare/compare.js';
import type { Evidence } from '../../../src/compare/evidence.js';
import { resolveMeasure } from '../../../src/compare/measure.js';
import type { MeasureRequest } from '../../../src/compare/measure.js';
import type { MetricKey } from '../../../src/domain/closed-lists.js';
import { districtOf, seedEvidence } from './seed-evidence.js';

const [CONGHUA, YUEXIU, HAIZHU, PANYU, CITY] = ['440117', '440104', '440105', '440113', '440100'].map((code) =>
  districtOf(code),
) as [ReturnType<typeof districtOf>, ...ReturnType<typeof districtOf>[]];

let evidence: Evidence;
beforeAll(async () => {
  evidence = await seedEvidence();
});

function ask(metrics: readonly (MetricKey | MeasureRequest)[], rest: Partial<Question>): Answer {
  const measures = metrics.map((metric) => resolveMeasure(typeof metric === 'string' ? { key: metric } : metric));
  const defaults = { years: [2019], stages: null, share: false, baseline: null, unit: 'WAN_YUAN' } as const;
  return compare({ measures, entities: [CONGHUA, YUEXIU!], ...defaults, ...rest }, evidence);
}
const values = ({ cells }: { cells: readonly ComparedCell[] }) => cells.map(({ value, missing }) => value ?? missing);
const codes = ({ warnings }: Pick<Answer, 'warnings'>) => warnings.map(({ code }) => code);

describe('从化 and 越秀, final accounts of 2019', () => {
  test('amounts stand side by side, comparable without a warning', () => {
    const answer = ask(['EXPENDITURE', 'BASIC_EXPENDITURE', 'PROJECT_EXPENDITURE'], {});
    expect(values(answer)).toEqual(['1303.92', '2795.08', '776.00', '718.34', '527.92', '2076.75']);
    expect([answer.verdict, answer.warnings]).toEqual(['COMPARABLE', []]);
    expect(answer.cells.map(({ stage, status, rank }) => [stage, status, rank])).toEqual([
      ['OUTTURN', 'REPORTED', 2],
      ['OUTTURN', 'REPORTED', 1],
      ['OUTTURN', 'REPORTED', 1],
      ['OUTTURN', 'REPORTED', 2],
      ['OUTTURN', 'REPORTED', 2],
      ['OUTTURN', 'REPORTED', 1],
    ]);
  });

  test('shares are of 本年支出合计, rounded half up at 8 decimals', () => {
    const answer = ask(['BASIC_EXPENDITURE', 'PROJECT_EXPENDITURE'], { share: true });
    expect(values(answer)).toEqual(['0.59512854', '0.25700159', '0.40487146', '0.74300199']);
    expect(answer.cells.map(({ unit, status }) => [unit, status])).toEqual(Array(4).fill(['RATIO', 'DERIVED']));
  });

  test('against 越秀 the difference is in 万元, ratio and change rate are fractions of one', () => {
    const baseline = { entity: YUEXIU!, year: null, previousYear: false };
    const [cell] = ask(['BASIC_EXPENDITURE'], { baseline }).cells;
    expect(cell).toMatchObject({
      value: '776.00',
      baseline: '718.34',
      baselineStage: 'OUTTURN',
      difference: '57.66',
      ratio: '1.0802684',
    });
  });
});
