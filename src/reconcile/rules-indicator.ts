import { REPORT_KINDS } from '../domain/closed-lists.js';
import { absoluteOf, compareDecimals, subtractDecimals } from '../domain/exact-decimal.js';
import { NOT_EVALUATED } from '../domain/finding.js';
import type { Finding, Rule } from '../domain/finding.js';
import { checkEvaluation } from '../domain/performance-checks.js';
import type { PerformanceCheck, PerformanceCheckName } from '../domain/performance-checks.js';
import type { Evaluation } from '../domain/report.js';
import type { ReconciliationRule } from './identity.js';
import { sourceOfReport } from './not-evaluable.js';
import type { ReportFigures } from './report-figures.js';

const TITLES: Readonly<Record<PerformanceCheckName, Pick<Rule, 'title' | 'titleZh'>>> = {
  WEIGHTS: {
    title: 'the weights of an evaluation add up to its total, or 100',
    titleZh: '一项评价的各指标权重之和 = 总权重或100',
  },
  SCORES: {
    title: 'the scores of an evaluation add up to its total',
    titleZh: '一项评价的各指标得分之和 = 总得分',
  },
  SCORE_OF_INDICATOR: {
    title: 'score ≈ weight × min(1, actual / target)',
    titleZh: '得分 ≈ 权重 × 实际值 ÷ 目标值（比值超过1的按1计）',
  },
};

/** The points of self-assessments. */
export const INDICATOR_RULES: readonly ReconciliationRule[] = (
  ['WEIGHTS', 'SCORES', 'SCORE_OF_INDICATOR'] as const
).map((check) => {
  const rule: Rule = { id: `INDICATOR.${check}`, kind: 'INDICATOR', ...TITLES[check], statement: null };
  return { ...rule, reports: REPORT_KINDS, identity: null, evaluate: (figures) => evaluate(rule, check, figures) };
});

function evaluate(rule: Rule, name: PerformanceCheckName, figures: ReportFigures): readonly Finding[] {
  const findings = figures.report.evaluations.flatMap((evaluation) =>
    checkEvaluation(evaluation).flatMap((own) => (own.check === name ? [toFinding(rule, own, evaluation)] : [])),
  );
  if (findings.length > 0) return findings;
  const message = 'expected an evaluation with points, got none';
  return [{ ...base(rule), ...NOT_EVALUATED, message, source: sourceOfReport(figures) }];
}

const base = (rule: Rule) => ({ rule, unit: 'POINTS' as const, lineItems: [], facts: [] });

function toFinding(rule: Rule, own: PerformanceCheck, evaluation: Evaluation): Finding {
  const { indicator, expected, actual, tolerance, reason } = own;
  const source = indicator?.source ?? evaluation.source;
  const name = indicator ? (indicator.name ?? indicator.inferredName) : evaluation.name;
  const subject = name === null ? '' : `${name}: `;
  if (expected === null || actual === null || tolerance === null)
    return { ...base(rule), ...NOT_EVALUATED, message: `${subject}${reason ?? ''}`, source };
  const difference = subtractDecimals(expected, actual);
  const gap = absoluteOf(difference);
  const outcome =
    compareDecimals(gap, '0') === 0 ? 'EXACT' : compareDecimals(gap, tolerance) <= 0 ? 'ROUNDING' : 'BROKEN';
  const points = `${subject}expected ${expected} points, got ${actual}`;
  const message =
    outcome === 'EXACT' ? `${subject}${actual} points` : outcome === 'ROUNDING' ? `${points}, within rounding` : points;
  return { ...base(rule), outcome, message, expected, actual, difference, tolerance, source };
}
