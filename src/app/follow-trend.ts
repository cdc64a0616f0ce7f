import type { MeasureRequest } from '../compare/measure.js';
import { followTrend as follow } from '../compare/trend.js';
import type { Trend, TrendPoint } from '../compare/trend.js';
import { AppError } from '../domain/app-error.js';
import type { Stage } from '../domain/closed-lists.js';
import type { Reference } from '../domain/reference.js';
import type { Store } from '../store/store.js';
import { answerQuestion } from './answer-question.js';
import type { Demand } from './answer-question.js';
import { listBody } from './body-request.js';
import type { BodyRequest } from './body-request.js';
import { checkYears } from './check-years.js';
import { findCompareHints } from './compare-hints.js';
import type { CompareRequest } from './compare-request.js';

export type { TrendPoint };

/** What is asked of a trend; null and absent mean the default. */
export interface TrendRequest
  extends BodyRequest, Pick<CompareRequest, 'normalise' | 'baseYear' | 'statistics' | 'vintage' | 'unit'> {
  readonly metric: MeasureRequest;
  /** Default: the first year that a report states, the year before it included where a text tells its figure. */
  readonly from?: number | null;
  /** Default: the last year with a report. */
  readonly to?: number | null;
  /** Default: for each year the outturn where there is one, else the original budget. */
  readonly stage?: Stage | null;
}

export interface TrendAnswer extends Trend {
  readonly hints: readonly string[];
}

/**
 * One metric of one district or department through the years, in as many statements as a comparison.
 * @throws AppError BAD_USER_INPUT
 */
export async function followTrend(
  store: Store,
  reference: Reference,
  request: TrendRequest,
  demand?: Demand,
): Promise<TrendAnswer> {
  const { metric, from, to, stage, district: _, department: __, ...rest } = request;
  checkSpan(from, to);
  const asked = {
    ...{ ...rest, ...listBody(request), metrics: [metric], baseline: { previousYear: true } },
    stages: stage == null ? null : [stage],
  };
  const { answer, compared } = await answerQuestion(store, reference, asked, {
    answer: follow,
    demand,
    chooseYears: (covered) => spanOf(covered(), from, to),
  });
  const cells = answer.points.map(({ cell }) => cell);
  // Years without a figure are gaps; where there is nothing else they were asked for in vain.
  const isEmpty = cells.every(({ value }) => value === null);
  const named = isEmpty ? { ...asked, years: [from, to].flatMap((year) => year ?? []) } : asked;
  const hints = await findCompareHints(store, reference, named, { ...compared, cells });
  const { verdict, points, compoundGrowth, growthMissing } = answer;
  return {
    ...{ verdict, compoundGrowth, growthMissing, hints },
    get warnings() {
      return answer.warnings;
    },
    points: from == null ? dropSilentStart(points) : points,
  };
}

function checkSpan(from: number | null | undefined, to: number | null | undefined): void {
  checkYears([from ?? 0, to ?? 0]);
  if (from != null && to != null && from > to)
    throw new AppError('BAD_USER_INPUT', `expected from <= to, got ${from} > ${to}`);
}

/** Every year, those without a report too; before the first report the year that its text may tell of. A year that is asked for is in it. */
function spanOf(covered: readonly number[], from: number | null | undefined, to: number | null | undefined): number[] {
  const [earliest, latest] = [(covered[0] ?? NaN) - 1, covered.at(-1) ?? NaN];
  const first = from ?? (to != null && to < earliest ? to : earliest);
  const last = to ?? (from != null && from > latest ? from : latest);
  return first <= last ? Array.from({ length: last - first + 1 }, (_, at) => first + at) : [];
}

/** A year of which the text tells no figure, not one that merely can't be divided or normalised. */
function dropSilentStart(points: readonly TrendPoint[]): readonly TrendPoint[] {
  return points[0]?.cell.missing === 'NOT_COVERED' ? points.slice(1) : points;
}
