import { compareTexts } from '../domain/compare-texts.js';
import { groupBy } from '../domain/group-by.js';
import type { Statistic } from '../domain/statistics.js';
import type { Cell, Placed } from './cell.js';
import { shortenNames } from './standing.js';
import type { Reason } from './warnings.js';

/** Values a head whose populations are of more than one vintage. */
export function judgeVintages(cells: readonly Cell[]): Reason[] {
  // An average is the baseline of many cells, and stands for all of them.
  const held = [...groupBy(cells, ({ baseline }) => baseline)].flatMap(([baseline, [cell]]) =>
    (baseline?.of ?? []).map((placed) => ({ cell, placed })),
  );
  const used = [...cells.map((cell) => ({ cell, placed: cell as Placed })), ...held].flatMap((own) =>
    populationsOf(own.placed).map(({ vintage }) => ({ ...own, vintage })),
  );
  const vintages = groupBy(used, (own) => own.vintage);
  if (vintages.size < 2) return [];
  const say = (): string => {
    const named = [...vintages]
      .sort(([a], [b]) => compareTexts(a, b))
      .map(([vintage, own]) => {
        const names = own.map(({ placed }) => `${placed.entity.name} ${placed.year}`);
        return `${shortenNames(names.sort())}: ${vintage}`;
      });
    return `${named.join('; ')} — populations of different vintages`;
  };
  const places = (): readonly number[] => [...new Set(used.map((own) => own.cell.place))];
  return [{ code: 'POPULATION_VINTAGE', measure: cells[0]?.measure.name ?? '', say, places }];
}

function populationsOf({ value }: Placed): readonly Statistic[] {
  return value.statistics.filter(({ kind }) => kind === 'POPULATION');
}
