import type { BrokenIdentity, FactFigure, Figure, IndicatorTotals } from '../domain/figure.js';
import { groupBy } from '../domain/group-by.js';
import { findFactFigures } from './fact-figures.js';
import { findReportsFor } from './figures.js';
import type { ReportPresence } from './report-presence.js';
import { findIndicatorTotals } from './indicator-totals.js';
import { matchCurrent } from './pinning.js';
import type { Readable } from './store.js';

/** All that departments print and state in some years. */
export interface DepartmentEvidence {
  readonly reports: readonly ReportPresence[];
  readonly figures: readonly Figure[];
  readonly indicators: readonly IndicatorTotals[];
  readonly facts: readonly FactFigure[];
}

interface Years {
  readonly departmentIds: readonly string[];
  readonly years: readonly number[];
}

/** What ready figures are made of, in five statements: of current, department-wide reports, figures of rows of all units. */
export async function findReadyEvidence(store: Readable, scope: Years): Promise<DepartmentEvidence> {
  return {
    reports: await findReportsFor(store, scope),
    figures: await findAllFigures(store, scope),
    indicators: await findIndicatorTotals(store, scope),
    facts: await findFactFigures(store, { ...scope, subjects: null }),
  };
}

async function findAllFigures(store: Readable, { departmentIds, years }: Years): Promise<Figure[]> {
  const figures = await store.client.$queryRaw<Omit<Figure, 'broken'>[]>`
    SELECT l."id" AS "lineItemId", l."departmentId", l."districtCode", l."reportId", l."year", l."kind", l."statement",
      l."flow", l."side", l."stage", l."fund", l."part", l."accountId", l."accountKey", l."accountCode",
      l."classification", l."label", l."amount" AS fen
    FROM "LineItem" l
    WHERE l."departmentId" = ANY(${departmentIds}::text[]) AND l."year" = ANY(${years.map(String)}::text[]::int[])
      AND ${matchCurrent('l', store)} AND l."unitScope" = 'DEPARTMENT' AND l."unitName" IS NULL
    ORDER BY l."departmentId", l."reportId", l."position"`;
  const broken = await findBroken(store, { departmentIds, years });
  return figures.map((figure) => ({ ...figure, broken: broken(figure.lineItemId) }));
}

interface BrokenFinding extends Omit<BrokenIdentity, 'isWhole'> {
  readonly lineItemIds: readonly string[];
}

/** The identities that do not hold, by line item: in the order of the rules. */
async function findBroken(
  store: Readable,
  { departmentIds, years }: Years,
): Promise<(lineItemId: string) => BrokenIdentity[]> {
  const findings = await store.client.$queryRaw<BrokenFinding[]>`
    SELECT n."kind", n."rule", n."difference"::text AS "difference", n."lineItemIds" FROM "Finding" n
    WHERE n."departmentId" = ANY(${departmentIds}::text[]) AND n."year" = ANY(${years.map(String)}::text[]::int[])
      AND ${matchCurrent('n', store)} AND n."outcome" = 'BROKEN'
    ORDER BY n."departmentId", n."reportId", n."position"`;
  const byItem = groupBy(
    findings.flatMap((finding) => [...new Set(finding.lineItemIds)].map((id) => ({ id, finding }))),
    ({ id }) => id,
  );
  return (id) =>
    (byItem.get(id) ?? []).map(({ finding: { kind, rule, difference, lineItemIds } }) => ({
      ...{ kind, rule, difference, isWhole: lineItemIds[0] === id },
    }));
}
