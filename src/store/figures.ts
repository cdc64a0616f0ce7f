import type { Statement } from '../domain/closed-lists.js';
import type { CellSelector, Figure } from '../domain/figure.js';
import type { DepartmentFilter } from '../domain/filters.js';
import { allOf, matchInt, matchOneOf } from './conditions.js';
import type { Condition } from './conditions.js';
import { matchDepartment } from './departments.js';
import { Prisma } from './generated/client.js';
import { departmentsAt, matchCurrent, matchCurrentReport } from './pinning.js';
import { toKey } from './storable.js';
import type { ReportPresence } from './report-presence.js';
import type { Readable, Store } from './store.js';

/** Whose figures, of which years. Absent and null are no restriction, an empty list matches nothing; all given ones hold together. */
export interface FigureScope {
  readonly departmentIds?: readonly string[] | null;
  /** Departments of these very districts, not of those below them. */
  readonly districtCodes?: readonly string[] | null;
  readonly departmentFilter?: DepartmentFilter | null;
  readonly years?: readonly number[] | null;
}

export interface FigureQuery extends FigureScope {
  readonly selectors: readonly CellSelector[];
}

/** The broken identities that `l`, a line item, takes part in. */
const BROKEN = Prisma.sql`
  coalesce((SELECT jsonb_agg(jsonb_build_object('kind', n."kind", 'rule', n."rule", 'isWhole', n."lineItemIds"[1] = l."id",
      'difference', n."difference"::text) ORDER BY n."position")
    FROM "Finding" n
    WHERE n."departmentId" = l."departmentId" AND n."reportId" = l."reportId" AND n."outcome" = 'BROKEN'
      AND l."id" = ANY(n."lineItemIds")), '[]'::jsonb)`;

/**
 * The figures that fit any of the selectors, each once, in one statement: line items of current, department-wide reports, rows of all
 * units. By department, year, report, then as printed.
 */
export async function findFigures(store: Store, query: FigureQuery): Promise<readonly Figure[]> {
  return store.client.$queryRaw<Figure[]>`
    SELECT DISTINCT ON (l."departmentId", l."year", l."reportId", l."position")
      l."id" AS "lineItemId", l."departmentId", l."districtCode", l."reportId", l."year", l."kind", l."statement", l."flow",
      l."side", l."stage", l."fund", l."part", l."accountId", l."accountKey", l."accountCode", l."classification",
      a."edition", l."label", l."amount" AS fen, ${BROKEN} AS "broken"
    FROM ${selectorTable(query.selectors)}
    JOIN "LineItem" l ON l."statement" = s."statement" AND ${matchSelector(query.selectors)}
    JOIN "Account" a ON a."id" = l."accountId"
    JOIN ${departmentsAt(store, 'd')} ON d."id" = l."departmentId"
    WHERE ${allOf(matchScope('l', query))} AND ${matchCurrent('l', store)} AND l."unitScope" = 'DEPARTMENT' AND l."unitName" IS NULL
    ORDER BY l."departmentId", l."year", l."reportId", l."position"`;
}

interface PresenceRow extends Omit<ReportPresence, Lists> {
  readonly statements: string;
  readonly statementsInPart: string;
  readonly statementsWithIssues: string;
}
type Lists = 'statements' | 'statementsInPart' | 'statementsWithIssues';

/**
 * The reports that could have such figures: for the reasons of missing cells. By department, year, kind. Of tens of thousands most have the
 * same lists of statements, and many one department: each is there once.
 */
export async function findReportsFor(store: Readable, scope: FigureScope): Promise<readonly ReportPresence[]> {
  const rows = await store.client.$queryRaw<PresenceRow[]>`
    SELECT r."id" AS "reportId", r."departmentId", d."name" AS "departmentName", d."body", d."formerNames", r."districtCode",
      r."year", r."kind",
      array_to_string(ARRAY(SELECT s ->> 'statement' FROM jsonb_array_elements(r."statements") s), ' ') AS "statements",
      array_to_string(ARRAY(SELECT s ->> 'statement' FROM jsonb_array_elements(r."statements") s
        WHERE (s ->> 'rowsRead')::int < (s ->> 'rowsSeen')::int), ' ') AS "statementsInPart",
      coalesce(string_agg(DISTINCT i."statement", ' '), '') AS "statementsWithIssues",
      y."version" AS "readyVersion"
    FROM "Report" r
    LEFT JOIN "ReadyDepartment" y ON y."departmentId" = r."departmentId"
    JOIN ${departmentsAt(store, 'd')} ON d."id" = r."departmentId"
    LEFT JOIN "Issue" i ON i."departmentId" = r."departmentId" AND i."reportId" = r."id"
    WHERE ${allOf(matchScope('r', scope))} AND ${matchCurrentReport('r', store)} AND r."unitScope" = 'DEPARTMENT'
    GROUP BY r."departmentId", r."id", d."name", d."body", d."formerNames", y."version"
    ORDER BY r."departmentId", r."year", r."kind"`;
  const listOf = makeLists();
  let before: ReportPresence | undefined;
  return rows.map((row): ReportPresence => {
    const owner: Pick<ReportPresence, 'departmentId' | 'departmentName' | 'body' | 'formerNames' | 'districtCode'> =
      before?.departmentId === row.departmentId ? before : row;
    before = {
      reportId: row.reportId,
      departmentId: owner.departmentId,
      departmentName: owner.departmentName,
      body: owner.body,
      formerNames: owner.formerNames,
      districtCode: owner.districtCode,
      year: row.year,
      kind: row.kind,
      statements: listOf(row.statements),
      statementsInPart: listOf(row.statementsInPart),
      statementsWithIssues: listOf(row.statementsWithIssues),
      readyVersion: row.readyVersion,
    };
    return before;
  });
}

function makeLists(): (text: string) => readonly Statement[] {
  const lists = new Map<string, readonly Statement[]>();
  return (text) => {
    const list = lists.get(text) ?? (text === '' ? [] : (text.split(' ') as Statement[]));
    lists.set(text, list);
    return list;
  };
}

/** Conditions on a table with what is copied from the report, and on `d`, the department. */
function matchScope(table: string, scope: FigureScope): Condition[] {
  const { departmentIds, districtCodes, departmentFilter, years } = scope;
  return [
    ...matchOneOf(`${table}."departmentId"`, departmentIds),
    ...matchOneOf(`${table}."districtCode"`, districtCodes),
    ...matchDepartment(departmentFilter),
    ...matchInt(`${table}."year"`, years && { in: years }),
  ];
}

const SELECTOR_FIELDS = ['statement', 'accountKey', 'classification', 'flow', 'side', 'fund', 'part'] as const;
type SelectorField = (typeof SELECTOR_FIELDS)[number];

/** `s`: the selectors; a code is the key of its account. */
function selectorTable(selectors: readonly CellSelector[]): Prisma.Sql {
  const rows = selectors.map(({ accountCode, accountKey, ...selector }): Partial<Record<SelectorField, string>> => {
    const key = accountKey ?? accountCode;
    return key === undefined ? selector : { ...selector, accountKey: toKey(key) };
  });
  const columns = SELECTOR_FIELDS.map((field) => Prisma.sql`${rows.map((row) => row[field] ?? null)}::text[]`);
  const names = SELECTOR_FIELDS.map((field) => `"${field}"`).join(', ');
  return Prisma.sql`unnest(${Prisma.join(columns)}) AS s (${Prisma.raw(names)})`;
}

/** The account leads to the rows by an index, so it is compared as it stands unless some selector leaves it open. */
function matchSelector(selectors: readonly CellSelector[]): Prisma.Sql {
  const open = selectors.some(({ accountCode, accountKey }) => (accountKey ?? accountCode) === undefined);
  const account = open
    ? Prisma.sql`(s."accountKey" IS NULL OR l."accountKey" = s."accountKey")`
    : Prisma.sql`l."accountKey" = s."accountKey"`;
  const others = (['classification', 'flow', 'side', 'fund', 'part'] as const).map(
    (field) => `(s."${field}" IS NULL OR l."${field}" = s."${field}")`,
  );
  return Prisma.sql`${account} AND ${Prisma.raw(others.join(' AND '))}`;
}
