import type { FindingOutcome } from '../domain/closed-lists.js';
import type { Finding } from '../domain/finding.js';
import type { Report } from '../domain/report.js';
import { reconcile } from '../reconcile/reconcile.js';

/** How many findings have each outcome. */
export function countOutcomes(findings: readonly Finding[]): Readonly<Record<FindingOutcome, number>> {
  const counts = { EXACT: 0, ROUNDING: 0, BROKEN: 0, NOT_EVALUABLE: 0 } satisfies Record<FindingOutcome, number>;
  for (const { outcome } of findings) counts[outcome] += 1;
  return counts;
}

/** What came of checking a report. */
export function checkReport(report: Report): readonly Finding[] {
  return reconcile(report);
}
