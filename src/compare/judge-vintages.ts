import { compareTexts } from '../domain/compare-texts.js';
import { groupBy } from '../domain/group-by.js';
import type { Statistic } from '../domain/statistics.js';
import type { Cell, Placed } from './cell.js';
import { nameFigures } from './standing.js';
import type { Reason } from './warnings.js';
import type { NamedFigure } from './words/named.js';
import type { Say } from './words/words.js';

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
  const [first] = cells;
  if (!first || vintages.size < 2) return [];
  const say: Say = (words) =>
    words.unlike(
      'VINTAGES',
      [...vintages]
        .sort(([a], [b]) => compareTexts(a, b))
        .map(([vintage, own]) => ({
          figures: words.figures(inOrderOfNames(own.map(({ placed }) => placed))),
          called: words.vintage(vintage),
        })),
    );
  const places = (): readonly number[] => [...new Set(used.map((own) => own.cell.place))];
  return [{ code: 'POPULATION_VINTAGE', measure: first.measure, say, places }];
}

function inOrderOfNames(placed: readonly Placed[]): NamedFigure[] {
  return nameFigures(placed).sort((a, b) => compareTexts(`${a.name} ${a.year}`, `${b.name} ${b.year}`));
}

function populationsOf({ value }: Placed): readonly Statistic[] {
  return value.statistics.filter(({ kind }) => kind === 'POPULATION');
}
