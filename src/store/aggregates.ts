import type { Page, PageRequest } from '../domain/filters.js';
import type { Flaw, KnownOfFigures, SumPlan, SumQuestion, SumRow, SumStanding } from '../domain/sums.js';
import { groupColumns, orderOf } from './aggregate-dimensions.js';
import { entryTables } from './aggregate-entries.js';
import { itemTables, wholeOf } from './aggregate-rows.js';
import { STANDING, standingTables } from './aggregate-standing.js';
import { allOf, matchFen } from './conditions.js';
import { Prisma } from './generated/client.js';
import { checkCursor, cursorKeyOf, isAfter, limitOf, orderBy, toPage } from './paging.js';
import type { Keyed, Order } from './paging.js';
import type { Store } from './store.js';

export interface Sums {
  readonly page: Page<SumRow>;
  /** Of all pages. */
  readonly count: number;
  /** The printed totals of the reports whose figures are added, in fen; null where one of them prints none, or rows overlap, or there is none. */
  readonly totalFen: bigint | null;
  readonly standing: SumStanding;
}

/**
 * Looks at the cursor before anything is read.
 * @throws AppError BAD_USER_INPUT where it was not given for this very question
 */
export function checkSumCursor(question: SumQuestion, name: string, page: PageRequest): void {
  checkCursor(orderOf(question, name), page);
}

/** How and what to add. */
export interface AskedSums {
  readonly plan: SumPlan;
  readonly question: SumQuestion;
  /** Of the question, for its cursors. */
  readonly name: string;
  readonly known: KnownOfFigures;
}

/** Adds line items by a plan, in one statement: one page of the sums, and what is to be said of all. */
export async function findSums(
  store: Store,
  { plan, question, name, known }: AskedSums,
  page: PageRequest,
): Promise<Sums> {
  const order = orderOf(question, name);
  const [found] = await store.client.$queryRaw<[FoundSums]>`
    WITH ${itemTables(store, plan)}, ${entryTables(plan)}, ${groupTables(plan)},
    ${standingTables(groupColumns(plan.groupBy), namesCodes(plan), known)},
    kept AS (SELECT g.*, ${cursorKeyOf(order)} FROM groups g WHERE ${allOf(matchFen('g."sum"', question.having, 'numeric'))})
    SELECT (SELECT count(*)::int FROM kept) AS count, ${totalOf(plan)} AS total, ${pageOf(order, page)} AS rows, ${STANDING} AS standing`;
  return {
    page: toPage(order, page, found.rows, toSumRow),
    count: found.count,
    totalFen: plan.isOverlapping ? null : toFen(found.total),
    standing: { ...found.standing, flaws: found.standing.flaws.map(toFlaw) },
  };
}

interface FoundSums {
  readonly count: number;
  readonly total: string | null;
  readonly rows: readonly Keyed<FoundRow>[];
  readonly standing: Omit<SumStanding, 'flaws'> & { readonly flaws: readonly FoundFlaw[] };
}
type FoundRow = Omit<SumRow, 'fen' | 'totalFen'> & { readonly sum: string; readonly total: string | null };
type FoundFlaw = Omit<Flaw, 'fen' | 'gap'> & { readonly fen: string; readonly gap: string | null };

/** A code is looked at by itself where the filter names it, or its figures are a row. */
function namesCodes({ groupBy, rowFilter }: SumPlan): boolean {
  return groupBy.includes('ACCOUNT') || Boolean(rowFilter?.accountCode);
}

/** The columns of a group that a row shows; what it is not grouped by is null. */
const SHOWN = {
  ...{ DISTRICT: 'districtCode', DEPARTMENT: 'departmentId', YEAR: 'year', STAGE: 'stage', STATEMENT: 'statement' },
  ...{ ACCOUNT: 'accountId', LABEL: 'label', FLOW: 'flow', FUND: 'fund', PART: 'part', UNIT: 'unitName' },
} as const;

/** `groups`: a row each, first added up by report, as each report's total is in a share once. */
function groupTables({ groupBy }: SumPlan): Prisma.Sql {
  const groups = groupColumns(groupBy);
  const shown = groupBy.map((dimension) => `'${SHOWN[dimension]}', "${SHOWN[dimension]}"`).join(', ');
  return Prisma.sql`
    reported AS (
      SELECT ${groups}, "departmentId" AS department, "reportId" AS report, sum(amount) AS sum, sum(count) AS count, max("wholeTotal") AS total
      FROM entries GROUP BY ${groups}, "departmentId", "reportId"
    ), groups AS (
      SELECT ${groups}, jsonb_build_object(${Prisma.raw(shown)}) AS shown, sum(sum) AS sum, sum(count)::int AS count,
        CASE WHEN bool_and(total IS NOT NULL) THEN sum(total) END AS total
      FROM reported GROUP BY ${groups}
    )`;
}

/** The total of each report, and of each part of it that is grouped by, once. */
function totalOf({ groupBy }: SumPlan): Prisma.Sql {
  return Prisma.sql`(SELECT CASE WHEN bool_and("wholeTotal" IS NOT NULL) THEN sum("wholeTotal")::text END
    FROM (SELECT DISTINCT ${wholeOf(groupBy)}, "wholeTotal" FROM entries) w)`;
}

function pageOf(order: Order, page: PageRequest): Prisma.Sql {
  return Prisma.sql`(
    SELECT coalesce(jsonb_agg(g.shown || jsonb_build_object('sum', g.sum::text, 'count', g.count, 'total', g.total::text,
      'residual', g.residual, 'cursorKey', g."cursorKey") ORDER BY ${orderBy(order)}), '[]')
    FROM (SELECT g.* FROM kept g WHERE ${allOf(isAfter(order, page))} ORDER BY ${orderBy(order)} LIMIT ${limitOf(page)}::int) g)`;
}

const NOTHING = {
  ...{ districtCode: null, departmentId: null, year: null, stage: null, statement: null, accountId: null },
  ...{ label: null, flow: null, fund: null, part: null, unitName: null },
} as const;

function toSumRow({ sum, total, ...row }: Keyed<FoundRow>): SumRow {
  const { cursorKey: _, ...shown } = row;
  return { ...NOTHING, ...shown, fen: BigInt(sum), totalFen: toFen(total) };
}

function toFlaw({ fen, gap, ...flaw }: FoundFlaw): Flaw {
  return { ...flaw, fen: BigInt(fen), gap: toFen(gap) };
}

function toFen(text: string | null): bigint | null {
  return text === null ? null : BigInt(text);
}
