import { findMetric, narrowQuestion } from '../../../src/web/page/explain/narrow-question';

type Cell = Parameters<typeof narrowQuestion>[1];

function makeCell(metric: string, code: string, year: number, stage: string | null, department?: string): Cell {
  const district = { code, name: code, nameEn: code };
  return {
    metric,
    district,
    department: department ? { id: department, name: department } : null,
    year,
    stage,
  } as Cell;
}

const YUEXIU = makeCell('EXPENDITURE', '440104', 2019, 'OUTTURN');
const CONGHUA = makeCell('EXPENDITURE', '440117', 2019, 'OUTTURN');
const HAIZHU = makeCell('ECONOMIC:30113', '440105', 2017, 'OUTTURN');
const PANYU = makeCell('ECONOMIC:30113', '440113', 2023, 'ORIGINAL_BUDGET');

describe('the question of one figure alone', () => {
  it('keeps its own metric, place and year, and what turns the value', () => {
    const question = {
      metrics: [{ key: 'EXPENDITURE' as const }, { key: 'REVENUE' as const }],
      normalise: 'SHARE_OF_TOTAL' as const,
      baseline: { district: '440104' },
    };
    expect(narrowQuestion(question, CONGHUA, [YUEXIU, CONGHUA])).toEqual({
      metrics: [{ key: 'EXPENDITURE' }],
      districts: ['440117'],
      years: [2019],
      normalise: 'SHARE_OF_TOTAL',
      baseline: { district: '440104' },
    });
  });

  it('keeps all places where it is held against their average', () => {
    const question = { metrics: [{ key: 'EXPENDITURE' as const }], baseline: { average: 'MEDIAN' as const } };
    expect(narrowQuestion(question, CONGHUA, [YUEXIU, CONGHUA])?.districts).toEqual(['440104', '440117']);
  });

  it('keeps the years where a code is read as of the latest of them: 30113 of 2017 is 30311', () => {
    const metric = { account: { classification: 'ECONOMIC' as const, code: '30113' }, name: 'ECONOMIC:30113' };
    expect(narrowQuestion({ metrics: [metric] }, HAIZHU, [HAIZHU, PANYU])?.years).toEqual([2017, 2023]);
    const dated = { ...metric, account: { ...metric.account, edition: 2019 } };
    expect(narrowQuestion({ metrics: [dated] }, HAIZHU, [HAIZHU, PANYU])?.years).toEqual([2017]);
  });

  it('asks for the stage only where stages were asked for', () => {
    const metrics = [{ key: 'EXPENDITURE' as const }];
    expect(narrowQuestion({ metrics }, CONGHUA, [CONGHUA])).not.toHaveProperty('stages');
    const stages = ['ORIGINAL_BUDGET', 'OUTTURN'] as const;
    expect(narrowQuestion({ metrics, stages }, CONGHUA, [CONGHUA])?.stages).toEqual(['OUTTURN']);
    const missing = makeCell('EXPENDITURE', '440117', 2018, null);
    expect(narrowQuestion({ metrics, stages }, missing, [missing])?.stages).toEqual(stages);
  });

  it('asks for a department by its id', () => {
    const cell = makeCell('EXPENDITURE', '440117', 2019, 'OUTTURN', 'bureau');
    const question = { metrics: [{ key: 'EXPENDITURE' as const }], districts: ['440117'], of: 'DEPARTMENT' as const };
    expect(narrowQuestion(question, cell, [cell])).toEqual({
      metrics: [{ key: 'EXPENDITURE' }],
      departments: ['bureau'],
      years: [2019],
    });
  });

  it('finds a metric by its name, its key, or its account, and none where none is', () => {
    const metrics = [
      { key: 'MEETINGS' as const, over: { key: 'EXPENDITURE' as const }, name: 'MEETINGS*EXPENDITURE' },
      { account: { classification: 'FUNCTIONAL' as const, code: '2010301' } },
    ];
    expect(findMetric({ metrics }, 'MEETINGS*EXPENDITURE')).toBe(metrics[0]);
    expect(findMetric({ metrics }, 'FUNCTIONAL:2010301')).toBe(metrics[1]);
    expect(narrowQuestion({ metrics }, CONGHUA, [CONGHUA])).toBeNull();
  });
});
