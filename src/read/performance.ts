import { squeeze } from '../domain/label.js';
import type { Evaluation, Issue, LineItem } from '../domain/report.js';
import { readPerformanceTables } from './indicators.js';
import { readProjectGoals } from './performance-goals.js';
import { readProseEvaluations } from './performance-prose.js';
import type { PrintedLine } from './printed-line.js';
import type { TablePage } from './table-page.js';

/** Goals and evaluations of a report, wherever it prints them: in tables, in the text, beside the projects of a budget. */
export function readPerformance(
  pages: readonly TablePage[],
  lines: readonly PrintedLine[],
  lineItems: readonly LineItem[],
): { readonly evaluations: readonly Evaluation[]; readonly issues: readonly Issue[] } {
  const { evaluations, issues } = readPerformanceTables(pages, lines);
  const goals = readProjectGoals(lineItems);
  const all = readProseEvaluations(lines).reduce(addProse, [...evaluations, ...goals]);
  return { evaluations: all.sort((a, b) => a.source.line - b.source.line), issues };
}

/** What a table and the text say of one subject is one evaluation: the text adds what the table does not print. */
function addProse(known: readonly Evaluation[], prose: Evaluation): Evaluation[] {
  const same = known.filter((own) => isSameSubject(own, prose));
  const [one] = same;
  if (!one || same.length > 1) return [...known, prose];
  const joined: Evaluation = {
    ...one,
    score: one.score ?? prose.score,
    ...(one.amounts.length === 0 && { amounts: prose.amounts, executionBase: prose.executionBase }),
    indicators: one.indicators.length === 0 ? prose.indicators : one.indicators,
  };
  return known.map((own) => (own === one ? joined : own));
}

function isSameSubject(a: Evaluation, b: Evaluation): boolean {
  const nameOf = ({ name }: Evaluation): string => squeeze(name ?? '').replace(/项目$/, '');
  return a.scope === b.scope && a.evaluator === b.evaluator && nameOf(a) === nameOf(b);
}
