import type { Identity, ReconciliationRule } from '../../../src/reconcile/identity.js';
import { makeIdentity } from '../../../src/reconcile/identity.js';
import { gatherFigures } from '../../../src/reconcile/report-figures.js';
import type { Selector } from '../../../src/reconcile/selector.js';
import { COHERENT, gapOf, isolate, plant, STATEMENT_RULES } from '../../support/planted-errors.js';

const FIGURES = COHERENT.map(({ report }) => gatherFigures(report));
const IDENTITIES = STATEMENT_RULES.flatMap(({ identity }) => (identity ? [identity] : []));

/** Whether the rule is broken somewhere in a report in which everything adds up, or holds nowhere. */
function isKilled(rule: ReconciliationRule): boolean {
  const outcomes = FIGURES.filter(({ report }) => rule.reports.includes(report.kind))
    .flatMap((figures) => rule.evaluate(figures))
    .map(({ outcome }) => outcome);
  return outcomes.includes('BROKEN') || !outcomes.some((own) => own === 'EXACT' || own === 'ROUNDING');
}

/** Whether the rule still sees an error in the given term of its document. */
function sees(rule: ReconciliationRule, original: Identity, at: number): boolean {
  const { report, finding } = isolate(original);
  const item = finding.lineItems[at];
  if (!item) throw new Error(`expected term ${at} of ${original.id}, got none`);
  const gap = at < original.whole.length ? -gapOf(finding, 1n) : gapOf(finding, 1n);
  return rule.evaluate(gatherFigures(plant(report, item, gap))).some(({ outcome }) => outcome === 'BROKEN');
}

const without = (selectors: readonly Selector[], at: number): Selector[] => selectors.filter((_, own) => own !== at);

const DROPPED = IDENTITIES.flatMap((identity) => [
  ...(identity.whole.length > 1
    ? identity.whole.map(
        (_, at) => [identity.id, 'whole', at, { ...identity, whole: without(identity.whole, at) }] as const,
      )
    : []),
  ...(identity.parts.length > 1
    ? identity.parts.map(
        (_, at) => [identity.id, 'part', at, { ...identity, parts: without(identity.parts, at) }] as const,
      )
    : []),
]);

/** Parts that our coherent reports don't print: what may be a detail, or in another column; summary-rows.test.ts prints them. */
const NOT_PRINTED = [
  /^BUDGET\.REVENUE\.ROW 12$/,
  /^BUDGET\.EXPENDITURE\.CATEGORIES 5$/,
  /_SUMMARY\.[A-Z]+\.LINES 1$/,
  /_SUMMARY\.[A-Z]+\.TOTAL 2$/,
];
const isPrinted = (id: string, at: number): boolean => !NOT_PRINTED.some((own) => own.test(`${id} ${at}`));

describe('a rule that is broken on purpose', () => {
  test.each(DROPPED.filter(([id, side, at]) => side === 'whole' || isPrinted(id, at)))(
    'is noticed: %s without %s %d',
    (id, side, at, mutant) => {
      const rule = makeIdentity(mutant);
      if (mutant.relation !== 'AT_MOST') return expect(isKilled(rule)).toBe(true);
      expect(sees(makeIdentity(identityOf(id)), identityOf(id), at + 1)).toBe(true);
      expect(sees(rule, identityOf(id), at + 1)).toBe(false);
    },
  );

  test.each(IDENTITIES)('is noticed: $id with the other relation', (identity) => {
    if (identity.relation === 'AT_MOST') {
      expect(isKilled(makeIdentity({ ...identity, relation: 'EQUAL', lenient: true }))).toBe(true);
    } else {
      const { report, finding, whole } = isolate(identity);
      const over = gatherFigures(plant(report, whole, gapOf(finding, 1n)));
      const outcomesOf = (own: Identity): string[] =>
        makeIdentity(own)
          .evaluate(over)
          .map(({ outcome }) => outcome);
      expect(outcomesOf(identity)).toContain('BROKEN');
      expect(outcomesOf({ ...identity, relation: 'AT_MOST' })).not.toContain('BROKEN');
    }
  });
});

function identityOf(id: string): Identity {
  return IDENTITIES.find((own) => own.id === id) as Identity;
}
