import type { ReportedFact } from '../domain/report.js';

/** Lines within which sentences are about one thing. */
const NEAR = 12;

/** What a fact is about: facts with the same subject are about one thing. */
export function subjectOf({ metric, account, label }: ReportedFact): string {
  return metric ?? account?.key ?? label;
}

/** Whether two facts stand in one passage: the same section, a few lines apart. */
export function isNear({ source }: ReportedFact, other: ReportedFact): boolean {
  const { section, page, line } = other.source;
  return source.section === section && (source.page !== page || Math.abs(source.line - line) <= NEAR);
}

/** Of the facts that fit, the one nearest to `fact` in the order of print, those before it first; undefined: there is none. */
export function findNearest(
  fact: ReportedFact,
  facts: readonly ReportedFact[],
  fits: (other: ReportedFact) => boolean,
): ReportedFact | undefined {
  const at = facts.indexOf(fact);
  const near = (own: ReportedFact): boolean => isNear(fact, own) && fits(own);
  for (let before = at - 1; before >= 0; before--) {
    const own = facts[before] as ReportedFact;
    if (near(own)) return own;
  }
  return facts.slice(at + 1).find(near);
}
