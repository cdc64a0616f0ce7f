import type { AccountRef } from '../../src/domain/account.js';
import type { Evaluation, LineItem, Report } from '../../src/domain/report.js';
import { makeReport, makeReports } from './make-report.js';

/** Names with what LIKE takes for wildcards, with marks beyond the basic plane, and alike but for one of them. */
export const ODD_NAMES = ['行政运行', '行政_行', '100%', '10\\0%', 'A', 'a', '𠮷田', "'; --", '　'] as const;

/** Reports in which every column that a filter looks at takes many values, null and the extremes among them; some are superseded. */
export function makeOddReports(): Report[] {
  const plain = [
    ...makeReports(3, [2018, 2019]),
    makeReport({ year: 2019, kind: 'BUDGET' }),
    makeReport({ year: 2020, edition: 1 }),
    makeReport({ year: 2020, edition: 2 }),
    makeReport({ year: 2020, edition: 3 }),
    makeReport({ year: 2020, unitScope: 'PROPER' }),
  ];
  return plain.map((report, place) => ({
    ...report,
    lineItems: report.lineItems.map((item, index) => makeOdd(item, index * 7 + place)),
    evaluations: report.evaluations.flatMap((evaluation) => makeOddEvaluations(evaluation, place)),
  }));
}

const EXTREMES = [0n, 1n, -1n, 999_999n, 1_000_000n, -1_000_001n, 2n ** 63n - 1n, -(2n ** 63n - 1n)];

/** 住房公积金 until 2017. */
const ENDED: AccountRef = {
  ...{ classification: 'ECONOMIC', code: '30311', key: '30311', parentKey: '303', name: '住房公积金' },
  ...{ level: 'GROUP', edition: 2007 },
};

function makeOdd(item: LineItem, number: number): LineItem {
  const odd = <T>(every: number, own: T, others: readonly T[]): T =>
    number % every === 0 ? (others[Math.floor(number / every) % others.length] ?? own) : own;
  const lose = <T>(every: number, own: T): T | null => (number % every === 0 ? null : own);
  return {
    ...item,
    ...{ flow: lose(11, item.flow), fund: lose(5, item.fund), part: lose(6, item.part) },
    stage: odd(9, item.stage, ['REVISED_BUDGET']),
    unitName: odd(3, null, ODD_NAMES),
    label: odd(4, item.label, ODD_NAMES),
    column: odd(10, item.column, [0, 12, 13]),
    account: item.account.classification === 'ECONOMIC' ? odd(2, item.account, [ENDED]) : item.account,
    amount: { ...item.amount, fen: odd(8, item.amount.fen, EXTREMES) },
  };
}

function makeOddEvaluations(evaluation: Evaluation, place: number): Evaluation[] {
  const indicators = evaluation.indicators.map((indicator, index) => ({
    ...indicator,
    // Of a target of ≥95%: met, missed, another unit, a text, nothing.
    actual: [indicator.actual, '94.99%', '98', '有效提升', null][(place + index) % 5] ?? null,
    name: (place + index) % 4 === 0 ? null : (ODD_NAMES[(place + index) % ODD_NAMES.length] ?? null),
  }));
  const name = ODD_NAMES[place % ODD_NAMES.length] ?? null;
  return [
    { ...evaluation, indicators },
    { ...evaluation, scope: 'PROJECT', name, evaluator: 'THIRD_PARTY', indicators: indicators.slice(1) },
    { ...evaluation, scope: 'TASK', evaluator: null, indicators: [] },
  ];
}
