import { reconcile } from '../../../src/reconcile/reconcile.js';
import { RULES } from '../../../src/reconcile/rules.js';
import { brokenRules, gapOf, isolate, plant } from '../../support/planted-errors.js';

const IDS = RULES.map(({ id }) => id);

describe('one planted error', () => {
  test.each(IDS)('in the whole of %s breaks that rule and no other', (id) => {
    const { report, finding } = isolate({ id });
    expect(brokenRules(report)).toEqual([]);
    const [whole] = finding.lineItems;
    if (!whole) throw new Error('expected a whole, got none');
    expect(brokenRules(plant(report, whole, -gapOf(finding, 1n)))).toEqual([id]);
  });

  test.each(IDS)('in any term of %s breaks that rule', (id) => {
    const { report, finding } = isolate({ id });
    const wholes = RULES.find((rule) => rule.id === id)?.identity?.whole.length ?? 1;
    finding.lineItems.forEach((item, at) => {
      const gap = gapOf(finding, 1n);
      expect(brokenRules(plant(report, item, at < wholes ? -gap : gap))).toContain(id);
    });
  });

  test.each(IDS)('of what rounding may hide does not break %s', (id) => {
    const { report, finding } = isolate({ id });
    const [whole] = finding.lineItems;
    if (!whole) throw new Error('expected a whole, got none');
    const rounded = reconcile(plant(report, whole, -gapOf(finding, 0n))).filter(({ rule }) => rule.id === id);
    expect(rounded.map(({ outcome }) => outcome)).toContain('ROUNDING');
    expect(rounded.map(({ outcome }) => outcome)).not.toContain('BROKEN');
  });
});
