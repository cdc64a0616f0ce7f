import type { MissingReason } from '../domain/closed-lists.js';
import type { ComparedCell, Warning } from '../domain/compared-cell.js';
import { compoundRate } from '../domain/exact-decimal.js';
import { divide } from '../domain/exact.js';
import type { Cell } from './cell.js';
import { judgeCells } from './compare.js';
import type { Answer } from './compare.js';
import { verdictOf } from './comparability.js';
import type { Evidence } from './evidence.js';
import { judgeTogether } from './find-reasons.js';
import type { Question } from './question.js';
import { makeReader } from './read-cells.js';
import { SaidWarning } from './warnings.js';
import type { Reason } from './warnings.js';
import { ENGLISH } from './words/english.js';

/** One year of a trend; a year without a value stays, with the reason. */
export interface TrendPoint {
  /** Held against the year before. */
  readonly cell: ComparedCell;
  /** Why the value may not follow the last one before it, or only with care. */
  readonly breaks: readonly Warning[];
}

export interface Trend extends Omit<Answer, 'cells'> {
  readonly points: readonly TrendPoint[];
  /** From the first to the last value, a year, compounded, rounded half up at 8 decimals; null: `growthMissing` says why. */
  readonly compoundGrowth: string | null;
  /**
   * NOT_COVERED: fewer than two values; NOT_APPLICABLE: not one body or sum throughout, a break between them, or values that are not above
   * zero; ZERO_BASE: the first is zero.
   */
  readonly growthMissing: MissingReason | null;
}

/** One measure of one entity through the years of the question, which are rising and each held against the year before. */
export function followTrend(question: Question, evidence: Evidence): Trend {
  const read = makeReader(question, evidence);
  const { answer, judged } = judgeCells(question, evidence, read);
  const { verdict, cells } = answer;
  const valued = judged.filter(({ value }) => value.value !== null);
  const breaks = new Map(
    valued.slice(1).map((cell, at) => [cell, findBreaks(valued[at] as Cell, cell, evidence)] as const),
  );
  const points = judged.map((cell, at) => ({
    cell: cells[at] as ComparedCell,
    breaks: (breaks.get(cell) ?? []).map((reason) => new SaidWarning(reason)),
  }));
  return {
    verdict,
    get warnings() {
      return answer.warnings;
    },
    points,
    ...growthOf(valued, [...breaks.values()].flat()),
  };
}

function findBreaks(before: Cell, cell: Cell, evidence: Evidence): Reason[] {
  const reasons = judgeTogether([cell], [before, cell], evidence);
  return [...new Map(reasons.map((reason) => [`${reason.code} ${reason.say(ENGLISH)}`, reason])).values()];
}

function growthOf(valued: readonly Cell[], breaks: readonly Reason[]): Pick<Trend, 'compoundGrowth' | 'growthMissing'> {
  const none = (growthMissing: MissingReason) => ({ compoundGrowth: null, growthMissing });
  const [first, last] = [valued[0], valued.at(-1)];
  if (!first?.value.value || !last?.value.value || first === last) return none('NOT_COVERED');
  const factor = divide(last.value.value, first.value.value);
  if (!factor) return none('ZERO_BASE');
  const bodies = new Set(valued.map(({ value }) => value.departmentIds.join(' ')));
  const isOne = bodies.size === 1 && verdictOf(breaks) !== 'NOT_COMPARABLE';
  if (!isOne || first.value.value.num < 0n || factor.num <= 0n) return none('NOT_APPLICABLE');
  return { compoundGrowth: compoundRate(factor, last.year - first.year), growthMissing: null };
}
