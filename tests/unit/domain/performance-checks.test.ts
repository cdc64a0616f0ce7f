import { describe, expect, it } from '@jest/globals';
import { checkEvaluation } from '../../../src/domain/performance-checks.js';
import { amountOf, rateCompletion, rateExecution, rateScore } from '../../../src/domain/performance-rates.js';
import type { Evaluation, EvaluationAmount, PerformanceIndicator } from '../../../src/domain/report.js';

const source = { table: null, section: null, line: 1, page: null, text: '' };
const indicator = (
  target: string,
  actual: string,
  weight: string | null,
  score: string | null,
): PerformanceIndicator => ({
  ...{ level1: null, level2: null, name: '办结率', inferredName: null, target, actual, weight, score, source },
});
const evaluation = (indicators: PerformanceIndicator[], totals: Partial<Evaluation> = {}): Evaluation => ({
  ...{ scope: 'PROJECT', name: '项目', evaluator: 'SELF', weight: null, score: null, amounts: [], executionBase: null },
  ...{ indicators, source },
  ...totals,
});
const short = (own: Evaluation) =>
  checkEvaluation(own).map(({ check, expected, actual, tolerance }) => [check, expected, actual, tolerance]);

describe('the points of an evaluation', () => {
  it('are added: weights to 100, scores to the printed total; a score is weight × min(1, actual / target)', () => {
    const own = evaluation([indicator('100%', '99.99%', '7', '6.99'), indicator('≥2000', '2148', '93', '93.00')], {
      score: '99.99',
    });
    expect(short(own)).toEqual([
      ['WEIGHTS', '100', '100', '0'],
      ['SCORES', '99.99', '99.99', '0.015'],
      ['SCORE_OF_INDICATOR', '6.9993', '6.99', '0.01'],
      ['SCORE_OF_INDICATOR', '93', '93.00', '0.01'],
    ]);
  });

  it('printed whole allow no difference, and a printed total weight stands for 100', () => {
    const own = evaluation([indicator('10次', '10次', '40', '40'), indicator('10次', '5次', '50', '30')], {
      ...{ weight: '80', score: '69' },
    });
    expect(short(own)).toEqual([
      ['WEIGHTS', '90', '80', '0'],
      ['SCORES', '70', '69', '0'],
      ['SCORE_OF_INDICATOR', '40', '40', '0.5'],
      ['SCORE_OF_INDICATOR', '25', '30', '0.5'],
    ]);
  });

  it('that are not all printed are not checked, and it is said why', () => {
    const own = evaluation([indicator('有效提升', '有所提升', '60', '55'), indicator('100%', '98%', null, null)]);
    expect(checkEvaluation(own).map(({ check, expected, reason }) => [check, expected, reason])).toEqual([
      ['WEIGHTS', null, 'expected a weight of each of 2 indicators, got 1 without one'],
      ['SCORES', null, 'expected a score of each of 2 indicators, got 1 without one'],
      ['SCORE_OF_INDICATOR', null, 'expected a target and an outcome in numbers of one unit, got others'],
    ]);
    expect(checkEvaluation(evaluation([indicator('100%', '98%', null, null)]))).toEqual([]);
  });

  it('of goals not assessed are weights alone', () => {
    const own = evaluation([indicator('100%', '', '60', null), indicator('90%', '', '30', null)], { evaluator: null });
    expect(short(own)).toEqual([['WEIGHTS', '90', '100', '0']]);
  });
});

describe('the rates of an evaluation', () => {
  it('are met over evaluable, and Σ score over Σ weight of what prints both', () => {
    const met = [{ met: true }, { met: false }, { met: null }, { met: true }];
    expect(rateCompletion(met)).toEqual({ evaluable: 3, met: 2, completion: '0.66666667' });
    expect(rateCompletion([{ met: null }])).toEqual({ evaluable: 0, met: 0, completion: null });
    const points = [
      { weight: '20', score: '19.85' },
      { weight: '80', score: '79.99' },
      { weight: '9', score: null },
    ];
    expect(rateScore(points)).toBe('0.9984');
    expect(rateScore([{ weight: null, score: null }])).toBeNull();
  });

  it('of its money are spending over the budget that the text names, unless asked otherwise', () => {
    const amount = (stage: EvaluationAmount['stage'], decimal: string): EvaluationAmount => ({
      ...{ stage, decimal, unit: 'WAN_YUAN' },
    });
    const own = {
      amounts: [amount('ORIGINAL_BUDGET', '263'), amount('REVISED_BUDGET', '262.94'), amount('OUTTURN', '262.94')],
      executionBase: 'ORIGINAL_BUDGET',
    } as const;
    expect(amountOf(own, 'ORIGINAL_BUDGET')).toBe(263_000_000n);
    expect(rateExecution(own)).toBe('0.99977186');
    expect(rateExecution(own, 'REVISED_BUDGET')).toBe('1');
    expect(rateExecution({ ...own, executionBase: null })).toBeNull();
    expect(rateExecution({ ...own, amounts: [amount('OUTTURN', '5')] })).toBeNull();
  });
});
