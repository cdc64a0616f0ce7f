import { planSums } from '../compare/aggregate-plan.js';
import { judgeSums } from '../compare/judge-sums.js';
import { DIMENSIONS } from '../domain/closed-lists.js';
import type { AccountLevel, AggregateOrder, AmountUnit, Dimension, Verdict } from '../domain/closed-lists.js';
import type { Warning } from '../domain/compared-cell.js';
import { divide, roundRatio, whole } from '../domain/exact.js';
import type { DecimalFilter, LineItemFilter, Page, PageRequest } from '../domain/filters.js';
import { formatFen } from '../domain/money.js';
import type { Reference } from '../domain/reference.js';
import type { CoveredDepartments, KnownOfFigures, SumPlan, SumQuestion, SumRow, SumStanding } from '../domain/sums.js';
import { findSumProfile } from '../store/aggregate-profile.js';
import { checkSumCursor, findSums } from '../store/aggregates.js';
import { checkRange } from '../store/conditions.js';
import { countCoveredDepartments } from '../store/covered-departments.js';
import type { Store } from '../store/store.js';
import { findSumHints } from './aggregate-hints.js';
import { addressOf, spellAlike } from './content-address.js';

/** What is asked of sums; null and absent mean the default. */
export interface SumRequest {
  readonly where: LineItemFilter;
  readonly groupBy: readonly Dimension[];
  readonly level?: AccountLevel | null;
  readonly unit?: AmountUnit | null;
  /** On the sums, in 万元 whatever the unit. */
  readonly having?: DecimalFilter | null;
  readonly orderBy?: AggregateOrder | null;
}

/** A row of sums with its figures as exact decimal text; what it is not grouped by is null. */
export interface SummedRow extends Omit<SumRow, 'fen' | 'totalFen'> {
  readonly sum: string;
  /** A ratio; null where a report of the row prints no total, or the totals are zero. */
  readonly share: string | null;
}

export interface SummedFigures {
  readonly page: Page<SummedRow>;
  readonly totalCount: number;
  readonly total: string | null;
  readonly verdict: Verdict;
  readonly warnings: readonly Warning[];
  /** Of all rows, and what the filter names besides. */
  readonly districtCodes: readonly string[];
  readonly years: readonly number[];
  readonly hints: readonly string[];
}

/**
 * Adds line items, never what overlaps: one statement tells what there is, one adds, one more says whether departments are missing from sums over
 * several.
 * @throws AppError BAD_USER_INPUT where what is asked for overlaps, or a cursor is of another question
 */
export async function aggregateFigures(
  store: Store,
  reference: Reference,
  request: SumRequest,
  page: PageRequest,
): Promise<SummedFigures> {
  const question = settle(request);
  const name = addressOf(spellAlike(question));
  checkSumCursor(question, name, page);
  const profile = await findSumProfile(store, question.where);
  const plan = planSums(question, profile);
  const sums = plan && (await findSums(store, { plan, question, name, known: knownOfFigures(reference) }, page));
  const hints = await findSumHints(store, reference, question, { profile, standing: sums?.standing ?? null });
  if (!plan || !sums || sums.standing.years.length === 0) return { ...NOTHING, ...named(question, null), hints };
  const covered = await findCovered(store, plan, sums.standing);
  const unit = request.unit ?? 'WAN_YUAN';
  return {
    page: { ...sums.page, edges: sums.page.edges.map(({ cursor, node }) => ({ cursor, node: describe(node, unit) })) },
    totalCount: sums.count,
    total: sums.totalFen === null ? null : formatFen(sums.totalFen, unit),
    ...judgeSums({ plan, standing: sums.standing, covered, reference }),
    ...named(question, sums.standing),
    hints,
  };
}

/** Nothing added is not alike either. */
const NOTHING = {
  page: { edges: [], hasNextPage: false, hasPreviousPage: false },
  totalCount: 0,
  total: null,
  verdict: 'NOT_COMPARABLE',
  warnings: [],
} as const;

function settle({ where, groupBy, level, having, orderBy }: SumRequest): SumQuestion {
  if (having) checkRange(having);
  return {
    where: dropEmpty(where),
    groupBy: DIMENSIONS.filter((dimension) => groupBy.includes(dimension)),
    level: level ?? null,
    having: having ?? null,
    orderBy: orderBy ?? 'KEYS',
  };
}

/** A filter without what asks for nothing: null, and conditions of which none is given. */
function dropEmpty(where: LineItemFilter): LineItemFilter {
  return Object.fromEntries(Object.entries(where).filter(([, own]) => asksFor(own)));
}

function asksFor(field: unknown): boolean {
  if (typeof field !== 'object' || Array.isArray(field)) return field !== undefined;
  return Object.values(field ?? {}).some((own) => own !== null && own !== undefined);
}

function knownOfFigures({ annotations, renames, bodyOf }: Reference): KnownOfFigures {
  return { annotations, renames: renames.map((own) => ({ ...own, name: bodyOf(own.districtCode, own.name) })) };
}

/** Null where no sum is over departments of which some could be missing. */
async function findCovered(
  store: Store,
  { groupBy, cells }: SumPlan,
  { years, kinds }: SumStanding,
): Promise<readonly CoveredDepartments[] | null> {
  if (groupBy.includes('DEPARTMENT') || cells.report) return null;
  return countCoveredDepartments(store, cells, years, kinds);
}

function describe({ fen, totalFen, ...row }: SumRow, unit: AmountUnit): SummedRow {
  const share = totalFen === null ? null : divide(whole(fen), whole(totalFen));
  return { ...row, sum: formatFen(fen, unit), share: share && roundRatio(share) };
}

/** The districts and years that the answer is about. */
function named({ where }: SumQuestion, standing: SumStanding | null): Pick<SummedFigures, 'districtCodes' | 'years'> {
  const { district, year } = where;
  const codes = [...(district?.eq != null ? [district.eq] : []), ...(district?.in ?? [])];
  const years = [...(year?.eq != null ? [year.eq] : []), ...(year?.in ?? [])];
  return {
    districtCodes: [...new Set([...(standing?.districtCodes ?? []), ...codes])].sort(),
    years: [...new Set([...(standing?.years ?? []), ...years])].sort((a, b) => a - b),
  };
}
