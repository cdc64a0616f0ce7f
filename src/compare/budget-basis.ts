import { groupBy } from '../domain/group-by.js';
import type { Stage } from '../domain/closed-lists.js';
import type { Cell, CellBaseline } from './cell.js';
import { shortenNames } from './standing.js';
import type { Reason } from './warnings.js';

const BASES: Readonly<Record<Stage, string>> = {
  ORIGINAL_BUDGET: 'the original budget (年初预算数)',
  REVISED_BUDGET: 'the revised budget (调整预算数)',
  OUTTURN: 'the outturn (决算数)',
};

/** Rates of one measure that are taken on different stages, be it within an average. */
export function judgeBases(cells: readonly Cell[]): Reason[] {
  const held = cells.filter(({ value, baseline }) => value.value && baseline?.value.value);
  return [...groupBy(held, ({ measure }) => measure)].flatMap(([measure, own]) => {
    const baselines = new Set(own.map(({ baseline }) => baseline as CellBaseline));
    const stages = groupBy(
      [...baselines].flatMap(({ of }) => of),
      ({ value }) => value.stage as Stage,
    );
    if (stages.size < 2) return [];
    const named = [...stages].map(([stage, members]) => {
      const names = members.map(({ entity, year }) => `${entity.name} ${year}`);
      return `${shortenNames(names)}: ${BASES[stage]}`;
    });
    const sentence = `${named.join('; ')} — rates on different budgets`;
    return [{ code: 'BUDGET_BASIS_DIFFERS', sentence, measure: measure.name, places: own.map(({ place }) => place) }];
  });
}
