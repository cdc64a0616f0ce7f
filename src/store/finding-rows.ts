import type { Finding } from '../domain/finding.js';
import type { Report, ReportedFact } from '../domain/report.js';
import { accountIdOf } from './account-rows.js';
import { toArray } from './insert-rows.js';
import type { ColumnTypes, RowOf } from './insert-rows.js';
import { makeInnerIds } from './ids.js';
import { INNER, SOURCE, sourceRow } from './source-columns.js';
import { toStorable } from './storable.js';

export const FACT_COLUMNS = {
  ...INNER,
  ...{
    metric: 'text',
    accountId: 'text',
    accountCode: 'text',
    label: 'text',
    kind: 'text',
    base: 'text',
    stage: 'text',
  },
  ...{ factYear: 'int', value: 'numeric', valueUnit: 'text' },
  ...SOURCE,
} as const satisfies ColumnTypes;

export const FINDING_COLUMNS = {
  ...INNER,
  ...{ rule: 'text', kind: 'text', outcome: 'text', message: 'text', expected: 'numeric', actual: 'numeric' },
  ...{ difference: 'numeric', tolerance: 'numeric', unit: 'text', statements: 'text[]', accountCodes: 'text[]' },
  ...{ lineItemIds: 'text[]', factIds: 'text[]' },
  ...SOURCE,
} as const satisfies ColumnTypes;

export type FactRow = RowOf<typeof FACT_COLUMNS>;
export type FindingRow = RowOf<typeof FINDING_COLUMNS>;

export function factRowsOf(facts: readonly ReportedFact[], reportId: string): FactRow[] {
  const makeId = makeInnerIds(reportId, 'fact');
  return facts.map(({ account, year, source, ...fact }, position) => {
    const { metric, label, kind, base, stage, value, valueUnit } = fact;
    const accountId = account && accountIdOf(account);
    const own = { metric, label, kind, base, stage, factYear: year, value, valueUnit, accountId };
    const id = makeId(source.line, metric, account?.key ?? null, label, kind, base);
    return { id, position, ...own, accountCode: account?.code ?? null, ...sourceRow(source) };
  });
}

/** Written out: rows made of pieces take several times as long, and there are many. `ids` are those of the report's line items and facts, in their order. */
export function findingRowsOf(
  findings: readonly Finding[],
  report: Pick<Report, 'lineItems' | 'reportedFacts'>,
  ids: { readonly lineItems: readonly string[]; readonly facts: readonly string[] },
  reportId: string,
): FindingRow[] {
  const makeId = makeInnerIds(reportId, 'finding');
  const idOfItem = new Map(report.lineItems.map((item, at) => [item, ids.lineItems[at] as string]));
  const idOfFact = new Map(report.reportedFacts.map((fact, at) => [fact, ids.facts[at] as string]));
  return findings.map((finding, position) => {
    const { rule, lineItems, facts, source } = finding;
    const statements = lineItems.map((item) => item.statement);
    return {
      id: makeId(rule.id, source.line, source.page),
      position,
      rule: rule.id,
      kind: rule.kind,
      outcome: finding.outcome,
      message: toStorable(finding.message),
      expected: finding.expected,
      actual: finding.actual,
      difference: finding.difference,
      tolerance: finding.tolerance,
      unit: finding.unit,
      statements: toSet(rule.statement ? [...statements, rule.statement] : statements),
      accountCodes: toSet([...lineItems, ...facts].flatMap(({ account }) => account?.code ?? [])),
      lineItemIds: toSet(lineItems.map((item) => idOfItem.get(item) as string)),
      factIds: toSet(facts.map((fact) => idOfFact.get(fact) as string)),
      sourceTable: source.table,
      sourceSection: source.section,
      sourceLine: source.line,
      sourcePage: source.page,
      sourceText: toStorable(source.text),
    };
  });
}

/** Each text once. */
function toSet(texts: readonly string[]): string {
  return toArray([...new Set(texts)]);
}
