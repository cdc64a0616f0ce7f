import { groupBy } from '../domain/group-by.js';
import type { Stage } from '../domain/closed-lists.js';
import type { Cell, CellBaseline } from './cell.js';
import { nameFigures } from './standing.js';
import type { Reason } from './warnings.js';
import type { Say } from './words/words.js';

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
    const say: Say = (words) =>
      words.unlike(
        'BUDGETS',
        [...stages].map(([stage, members]) => ({
          figures: words.figures(nameFigures(members)),
          called: words.stage(stage),
        })),
      );
    return [{ code: 'BUDGET_BASIS_DIFFERS', say, measure, places: () => own.map(({ place }) => place) }];
  });
}
