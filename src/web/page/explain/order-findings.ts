import type { ExplainedFindingFragment, FindingOutcome } from '../generated/graphql';

type Finding = ExplainedFindingFragment;

/** What does not hold comes first. */
export const OUTCOMES = ['BROKEN', 'ROUNDING', 'NOT_EVALUABLE', 'EXACT'] as const satisfies readonly FindingOutcome[];

/** Findings by outcome, outcomes without any left out. */
export function groupFindings(findings: readonly Finding[]): { outcome: FindingOutcome; findings: Finding[] }[] {
  return OUTCOMES.map((outcome) => ({ outcome, findings: findings.filter((own) => own.outcome === outcome) })).filter(
    (group) => group.findings.length > 0,
  );
}

/** The finding that holds this other place against a figure: of the two of them alone, what does not hold first. */
export function findAgreement(id: string, findings: readonly Finding[]): Finding | undefined {
  const joining = findings.filter(({ lineItems, facts }) => {
    const joined = [...lineItems, ...facts];
    return joined.length === 2 && joined.some((own) => own.id === id);
  });
  return groupFindings(joining)[0]?.findings[0];
}
