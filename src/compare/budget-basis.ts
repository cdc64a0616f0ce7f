import type { Stage } from '../domain/closed-lists.js';
import type { Cell } from './cell.js';
import type { Reason } from './warnings.js';

const BASES: Readonly<Record<Stage, string>> = {
  ORIGINAL_BUDGET: 'the original budget (年初预算数)',
  REVISED_BUDGET: 'the revised budget (调整预算数)',
  OUTTURN: 'the outturn (决算数)',
};

/** Rates of one measure that are taken on different stages. */
export function judgeBases(cells: readonly Cell[]): Reason[] {
  const measures = [...new Set(cells.map(({ measure }) => measure))];
  return measures.flatMap((measure) => {
    const own = cells.filter((cell) => cell.measure === measure && cell.value.value && cell.baseline?.value.value);
    const stages = [...new Set(own.flatMap(({ baseline }) => baseline?.value.stage ?? []))];
    if (stages.length < 2) return [];
    const named = stages.map((stage) => {
      const members = own.filter(({ baseline }) => baseline?.value.stage === stage);
      const names = [...new Set(members.map(({ entity, year }) => `${entity.name} ${year}`))];
      const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
      return `${names.slice(0, 3).join(', ')}${more}: ${BASES[stage]}`;
    });
    const sentence = `${named.join('; ')} — rates on different budgets`;
    return [
      { code: 'BUDGET_BASIS_DIFFERS' as const, sentence, measure: measure.name, places: own.map(({ place }) => place) },
    ];
  });
}
