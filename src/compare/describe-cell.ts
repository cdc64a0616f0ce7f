import type { AmountUnit } from '../domain/closed-lists.js';
import type { ComparedCell } from '../domain/compared-cell.js';
import { divide, multiply, roundRatio, subtract, whole } from '../domain/exact.js';
import type { Exact } from '../domain/exact.js';
import type { Statistic } from '../domain/statistics.js';
import type { Cell } from './cell.js';
import { scaleOf } from './measure.js';
import { formatExact, quantityOf } from './quantity.js';
import type { Normaliser } from './question.js';

/** What is said of a cell among others. */
export type Standing = Pick<ComparedCell, 'rank' | 'distanceFromMedian' | 'zScore' | 'warnings'>;

/** A cell as the answer gives it: everything rounded once. */
export function describeCell(
  { measure, entity, year, value, baseline }: Omit<Cell, 'place'>,
  { normalise, unit }: Pick<Normaliser, 'normalise'> & { readonly unit: AmountUnit },
  { rank, distanceFromMedian, zScore, warnings }: Standing,
): ComparedCell {
  const quantity = quantityOf(scaleOf(measure), normalise, unit);
  const format = (exact: Exact | null): string | null => exact && formatExact(exact, quantity);
  const base = baseline?.value.value ?? null;
  const difference = value.value && base && subtract(value.value, base);
  const ratioOf = (exact: Exact | null): string | null => {
    const quotient = exact && base && divide(exact, base);
    return quotient && roundRatio(quotient);
  };
  // Written out, as objects made of pieces take several times as long, and there are many.
  return {
    metric: measure.name,
    districtCode: entity.districtCode,
    departmentId: entity.departmentId,
    year,
    stage: value.stage,
    value: format(value.value),
    unit: quantity.unit,
    status: value.status,
    missing: value.missing,
    baseline: format(base),
    baselineStage: baseline?.value.stage ?? null,
    baselineMissing: baseline?.value.missing ?? null,
    difference: format(difference),
    percentagePoints: quantity.unit === 'RATIO' && difference ? roundRatio(multiply(difference, whole(100n))) : null,
    ratio: ratioOf(value.value),
    changeRate: ratioOf(difference),
    rank,
    distanceFromMedian,
    zScore,
    warnings,
    lineItemIds: value.figures.map(({ lineItemId }) => lineItemId),
    factIds: value.facts.map(({ factId }) => factId),
    statistics: joinStatistics(value.statistics, baseline?.value.statistics),
    normalise,
    scale: measure.scale,
    trace: value,
    baselineTrace: baseline?.value ?? null,
  };
}

function joinStatistics(own: readonly Statistic[], base: readonly Statistic[] = own): readonly Statistic[] {
  return own === base ? own : [...new Set([...own, ...base])];
}
