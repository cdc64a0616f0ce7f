import type { ReconciliationRule } from '../../../src/reconcile/identity.js';
import { gatherFigures } from '../../../src/reconcile/report-figures.js';
import type { Report } from '../../../src/domain/report.js';
import { STATEMENT_RULES, brokenRules, gapOf, isolate, plant } from '../../support/planted-errors.js';

const RULES = STATEMENT_RULES.map((rule) => [rule.id, rule] as const);

const outcomesOf = (rule: ReconciliationRule, report: Report): string[] =>
  rule.evaluate(gatherFigures(report)).map(({ outcome }) => outcome);

describe('one planted error', () => {
  test.each(RULES)('in the whole of %s breaks that rule and no other', (id, rule) => {
    const { report, finding, whole } = isolate(rule);
    expect(brokenRules(report)).toEqual([]);
    expect(brokenRules(plant(report, whole, -gapOf(finding, 1n)))).toEqual([id]);
  });

  test.each(RULES)('in any term of %s breaks that rule', (_, rule) => {
    const { report, finding } = isolate(rule);
    const wholes = rule.identity?.whole.length ?? 1;
    finding.lineItems.forEach((item, at) => {
      const gap = gapOf(finding, 1n);
      expect(outcomesOf(rule, plant(report, item, at < wholes ? -gap : gap))).toContain('BROKEN');
    });
  });

  test.each(RULES)('of what rounding may hide does not break %s', (_, rule) => {
    const { report, finding, whole } = isolate(rule);
    const outcomes = outcomesOf(rule, plant(report, whole, -gapOf(finding, 0n)));
    expect(outcomes).toContain('ROUNDING');
    expect(outcomes).not.toContain('BROKEN');
  });
});
