import type { FindingOutcome } from '../domain/closed-lists.js';
import type { FindingFilter, Page, PageRequest } from '../domain/filters.js';
import type { StoredFinding } from '../domain/records.js';
import { groupBy } from '../domain/group-by.js';
import { allOf, matchOneOf, matchText, texts } from './conditions.js';
import type { Condition } from './conditions.js';
import { Prisma } from './generated/client.js';
import { departmentIdOf, reportIdOf } from './ids.js';
import { cursorKeyOf, isAfter, limitOf, orderBy, toPage } from './paging.js';
import type { Keyed, Order } from './paging.js';
import { matchPlace } from './report-conditions.js';
import { SOURCE_COLUMNS, toSource } from './source-rows.js';
import type { SourceRow } from './source-rows.js';
import type { Store } from './store.js';

type FindingRow = Omit<StoredFinding, 'source' | 'reportId'> & SourceRow;

const COLUMNS = Prisma.sql`
  "id", "rule", "kind", "outcome", "message", "expected"::text AS "expected", "actual"::text AS "actual",
  "difference"::text AS "difference", "tolerance"::text AS "tolerance", "unit", "lineItemIds", "factIds", ${SOURCE_COLUMNS}`;

export const FINDING_LIST: Order = {
  name: 'findings',
  keys: [
    { sql: 'n."departmentId"', type: 'text' },
    { sql: 'n."reportId"', type: 'text' },
    { sql: 'n."position"', type: 'integer' },
  ],
};

/** Conditions on `n`, a finding; `statement` and `accountCode` are those of any figure that it joins. */
export function matchFinding(store: Store, filter: FindingFilter | null | undefined): Condition[] {
  const codes = matchText('own.code', filter?.accountCode);
  return [
    ...matchPlace(store, 'n', filter, true),
    ...matchText('n."rule"', filter?.rule),
    ...matchOneOf('n."kind"', filter?.kind),
    ...matchOneOf('n."outcome"', filter?.outcome),
    ...(filter?.statement ? [Prisma.sql`n."statements" && ${texts(filter.statement)}`] : []),
    ...(codes.length > 0
      ? [Prisma.sql`EXISTS (SELECT FROM unnest(n."accountCodes") AS own (code) WHERE ${allOf(codes)})`]
      : []),
  ];
}

/** Findings of current reports (of superseded ones only where `filter.report` names them), by report id, then in the order of the rules. */
export async function findFindings(
  store: Store,
  filter: FindingFilter | null | undefined,
  page: PageRequest,
): Promise<Page<StoredFinding>> {
  const rows = await store.client.$queryRaw<Keyed<FindingRow>[]>`
    SELECT ${COLUMNS}, ${cursorKeyOf(FINDING_LIST)} FROM "Finding" n
    WHERE ${allOf([...matchFinding(store, filter), ...isAfter(FINDING_LIST, page)])}
    ORDER BY ${orderBy(FINDING_LIST)} LIMIT ${limitOf(page)}::int`;
  return toPage(FINDING_LIST, page, rows, toFinding);
}

export async function countFindings(store: Store, filter?: FindingFilter | null): Promise<number> {
  const [found] = await store.client.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "Finding" n WHERE ${allOf(matchFinding(store, filter))}`;
  return found?.count ?? 0;
}

/** In the order of the rules; `outcomes` null: all. A report without any is absent. */
export async function findFindingsByReportIds(
  store: Store,
  reportIds: readonly string[],
  outcomes: readonly FindingOutcome[] | null,
): Promise<ReadonlyMap<string, readonly StoredFinding[]>> {
  const conditions = [
    Prisma.sql`n."departmentId" = ANY(${texts(reportIds.map(departmentIdOf))})`,
    Prisma.sql`n."reportId" = ANY(${texts(reportIds)})`,
    ...matchOneOf('n."outcome"', outcomes),
  ];
  const rows = await store.client.$queryRaw<FindingRow[]>`
    SELECT ${COLUMNS} FROM "Finding" n WHERE ${allOf(conditions)} ORDER BY ${orderBy(FINDING_LIST)}`;
  return groupBy(rows.map(toFinding), ({ reportId }) => reportId);
}

/** Of line items and facts, by their ids: the findings that each takes part in; one without any is absent. */
export async function findFindingsByFigureIds(
  store: Store,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredFinding[]>> {
  const rows = await store.client.$queryRaw<FindingRow[]>`
    SELECT ${COLUMNS} FROM "Finding" n
    WHERE n."departmentId" = ANY(${texts([...new Set(ids.map(departmentIdOf))])})
      AND n."reportId" = ANY(${texts([...new Set(ids.map(reportIdOf))])})
      AND (n."lineItemIds" && ${texts(ids)} OR n."factIds" && ${texts(ids)})
    ORDER BY ${orderBy(FINDING_LIST)}`;
  const asked = new Set(ids);
  const touched = rows
    .map(toFinding)
    .flatMap((finding) =>
      [...finding.lineItemIds, ...finding.factIds].filter((id) => asked.has(id)).map((id) => ({ id, finding })),
    );
  const groups = groupBy(touched, ({ id }) => id);
  return new Map([...groups].map(([id, own]) => [id, own.map(({ finding }) => finding)]));
}

/** How many findings of a report have each outcome; a report without any is absent. */
export async function countFindingsByReportIds(
  store: Store,
  reportIds: readonly string[],
): Promise<ReadonlyMap<string, Readonly<Partial<Record<FindingOutcome, number>>>>> {
  const rows = await store.client.$queryRaw<{ reportId: string; outcome: FindingOutcome; count: number }[]>`
    SELECT "reportId", "outcome", count(*)::int AS count FROM "Finding"
    WHERE "departmentId" = ANY(${texts(reportIds.map(departmentIdOf))}) AND "reportId" = ANY(${texts(reportIds)})
    GROUP BY "departmentId", "reportId", "outcome"`;
  const groups = groupBy(rows, ({ reportId }) => reportId);
  return new Map([...groups].map(([id, own]) => [id, Object.fromEntries(own.map((row) => [row.outcome, row.count]))]));
}

function toFinding(row: FindingRow): StoredFinding {
  const { id, reportId, rule, kind, outcome, message, unit, lineItemIds, factIds } = row;
  const { expected, actual, difference, tolerance } = row;
  const own = { id, reportId, rule, kind, outcome, message, expected, actual, difference, tolerance, unit };
  return { ...own, lineItemIds, factIds, source: toSource(row) };
}
