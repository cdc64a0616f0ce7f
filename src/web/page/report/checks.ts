import type { FindingOutcome, ReportFindingFragment, RuleKind } from '../generated/graphql';
import { sortByOutcome } from './marks';

/** The checks of one rule, the broken ones first. */
export interface RuleChecks {
  readonly rule: ReportFindingFragment['rule'];
  readonly findings: readonly ReportFindingFragment[];
}

/** The rules of one kind, those with most broken checks first. */
export interface KindChecks {
  readonly kind: RuleKind;
  readonly rules: readonly RuleChecks[];
}

/** By kind and rule; of both those first of which most checks are broken, then most within rounding, else in the order given. */
export function groupChecks(findings: readonly ReportFindingFragment[]): KindChecks[] {
  const rules = new Map<string, ReportFindingFragment[]>();
  for (const finding of findings) rules.set(finding.rule.id, [...(rules.get(finding.rule.id) ?? []), finding]);
  const kinds = new Map<RuleKind, RuleChecks[]>();
  for (const own of rules.values()) {
    const [{ rule }] = own as [ReportFindingFragment];
    kinds.set(rule.kind, [...(kinds.get(rule.kind) ?? []), { rule, findings: sortByOutcome(own) }]);
  }
  return [...kinds]
    .map(([kind, own]) => ({ kind, rules: own.sort((a, b) => compareTrouble(a.findings, b.findings)) }))
    .sort((a, b) => compareTrouble(allOf(a), allOf(b)));
}

export function countOutcome(findings: readonly ReportFindingFragment[], outcome: FindingOutcome): number {
  return findings.filter((finding) => finding.outcome === outcome).length;
}

export function allOf({ rules }: KindChecks): ReportFindingFragment[] {
  return rules.flatMap(({ findings }) => findings);
}

function compareTrouble(a: readonly ReportFindingFragment[], b: readonly ReportFindingFragment[]): number {
  const of = (outcome: FindingOutcome) => countOutcome(b, outcome) - countOutcome(a, outcome);
  return of('BROKEN') || of('ROUNDING');
}
