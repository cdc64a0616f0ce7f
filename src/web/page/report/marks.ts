import type { FindingOutcome, ReportFindingFragment, Statement } from '../generated/graphql';
import type { GridRow } from './statement-grid';

/** The worst first. Not evaluable says nothing of the figures that are there. */
const WORST = ['BROKEN', 'ROUNDING', 'EXACT'] as const satisfies readonly FindingOutcome[];
export type Mark = (typeof WORST)[number];

export const SIGNS: Readonly<Record<FindingOutcome, string>> = {
  BROKEN: '✕',
  ROUNDING: '≈',
  EXACT: '✓',
  NOT_EVALUABLE: '–',
};

/** The findings that each figure takes part in, by the id of its line item. */
export type FindingIndex = ReadonlyMap<string, readonly ReportFindingFragment[]>;

export function indexFindings(findings: readonly ReportFindingFragment[]): FindingIndex {
  const index = new Map<string, ReportFindingFragment[]>();
  for (const finding of findings) {
    for (const id of new Set(finding.lineItems.map((item) => item.id))) {
      const own = index.get(id);
      if (own) own.push(finding);
      else index.set(id, [finding]);
    }
  }
  return index;
}

/** Of all figures of a row, each once, the worst first. */
export function findingsOfRow({ items }: GridRow, index: FindingIndex): readonly ReportFindingFragment[] {
  return sortByOutcome([...new Set([...items.values()].flatMap(({ id }) => index.get(id) ?? []))]);
}

/** What a figure is in a check that does not hold: what is checked, or one of the parts. */
export function brokenAs(item: string, index: FindingIndex): 'WHOLE' | 'PART' | null {
  const broken = (index.get(item) ?? []).filter(({ outcome }) => outcome === 'BROKEN');
  if (broken.length === 0) return null;
  return broken.some(({ lineItems: [whole] }) => whole?.id === item) ? 'WHOLE' : 'PART';
}

export function sortByOutcome(findings: readonly ReportFindingFragment[]): ReportFindingFragment[] {
  return [...findings].sort((a, b) => placeOf(a.outcome) - placeOf(b.outcome));
}

/** What cannot be evaluated stands before what is exact. */
function placeOf(outcome: FindingOutcome): number {
  return ['BROKEN', 'ROUNDING', 'NOT_EVALUABLE', 'EXACT'].indexOf(outcome);
}

/** null: nothing was checked, or nothing could be. */
export function markOf(findings: readonly { readonly outcome: FindingOutcome }[]): Mark | null {
  return WORST.find((mark) => findings.some(({ outcome }) => outcome === mark)) ?? null;
}

/** How many checks that join a statement have an outcome. */
export function countOf(
  findings: readonly ReportFindingFragment[],
  statement: Statement,
  outcome: FindingOutcome,
): number {
  return findings.filter(
    (finding) => finding.outcome === outcome && finding.lineItems.some((item) => item.statement === statement),
  ).length;
}
