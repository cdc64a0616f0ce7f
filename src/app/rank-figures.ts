import { firstBeyond, showStretch, sortCells, stretchOf } from '../compare/rank-cells.js';
import type { RankedCell, Ranking, RankPlace } from '../compare/rank-cells.js';
import { AppError } from '../domain/app-error.js';
import type { ComparedCell } from '../domain/compared-cell.js';
import type { Page, PageRequest } from '../domain/filters.js';
import type { Reference } from '../domain/reference.js';
import { limitOf, readCursor, toPage } from '../store/paging.js';
import type { Order } from '../store/paging.js';
import type { Store } from '../store/store.js';
import type { Demand } from './answer-question.js';
import { compareFigures } from './compare-figures.js';
import type { Comparison } from './compare-figures.js';
import { settleRequest } from './compare-request.js';
import type { CompareRequest } from './compare-request.js';
import { addressOf } from './content-address.js';

export type { Ranking };

export interface RankedFigures extends Omit<Comparison, 'id'> {
  readonly page: Page<ComparedCell>;
  readonly totalCount: number;
}

/** The most cells that one ranking sorts. */
const MOST_RANKED = 100_000;

/**
 * The cells of one metric that have a value, sorted, a page of them; `cells` are all that were compared. By difference or ratio without a
 * baseline: against the previous year.
 * @throws AppError BAD_USER_INPUT
 */
export async function rankFigures(
  store: Store,
  reference: Reference,
  request: CompareRequest,
  ranking: Ranking,
  page: PageRequest,
  { withFigures = true }: Demand = {},
): Promise<RankedFigures> {
  const { metrics, baseline } = request;
  if (metrics.length !== 1)
    throw new AppError('BAD_USER_INPUT', `expected one metric to rank by, got ${metrics.length}`);
  const isAgainst = ranking.by !== 'VALUE' && baseline == null;
  const question = isAgainst ? { ...request, baseline: { previousYear: true } } : request;
  const spelled = settleRequest(question);
  const order = orderOf(spelled, ranking);
  const after = readCursor(order, page);
  const demand = { mostCells: MOST_RANKED, withFigures };
  const sort = async (): Promise<Sorted> => {
    const comparison = await compareFigures(store, reference, question, demand);
    return { comparison, sorted: sortCells(comparison.cells, ranking) };
  };
  const { comparison, sorted } = await recallSorted(store, spelled, ranking, demand, sort);
  const whole = stretchOf(sorted, ranking);
  const start = after ? Math.max(whole.from, firstBeyond(sorted, toPlace(after), ranking)) : whole.from;
  const shown = { from: start, to: Math.max(start, Math.min(whole.to, start + limitOf(page))) };
  const cells = showStretch(sorted, shown, whole);
  const rows = cells.map((cell, at) => ({
    cell,
    get cursorKey() {
      return toKey(sorted[shown.from + at] as RankedCell);
    },
  }));
  const { verdict, hints } = comparison;
  return {
    ...{ verdict, hints, cells: comparison.cells },
    get warnings() {
      return comparison.warnings;
    },
    get question() {
      return comparison.question;
    },
    page: toPage(order, page, rows, ({ cell }) => cell),
    totalCount: whole.to - whole.from,
  };
}

interface Sorted {
  readonly comparison: Omit<Comparison, 'id'>;
  readonly sorted: readonly RankedCell[];
}

/** All that is ranked; asked for other pages or with another threshold, it is remembered where figures are in memory. */
async function recallSorted(
  store: Store,
  question: string,
  { by, descending }: Ranking,
  { withFigures }: Pick<Required<Demand>, 'withFigures'>,
  sort: () => Promise<Sorted>,
): Promise<Sorted> {
  const inMemory = withFigures ? null : await store.inMemory?.();
  const key = ['ranking', question, by, descending].join(' ');
  return inMemory ? inMemory.remember(key, sort, ({ comparison }) => comparison.cells.length) : sort();
}

const KEYS = ['figure', 'district', 'department', 'year', 'stage'].map((sql) => ({ sql, type: 'text' as const }));

/** A cursor is a place of this very ranking, whatever else came or went. */
function orderOf(question: string, { by, descending, atLeast }: Ranking): Order {
  return {
    get name() {
      return ['ranking', addressOf(question), by, descending ? 'falling' : 'rising', atLeast ?? ''].join(' ');
    },
    keys: KEYS,
  };
}

function toKey({ place: { figure, coordinates } }: RankedCell): string {
  return JSON.stringify([figure, ...coordinates]);
}

function toPlace([figure = '', ...coordinates]: readonly string[]): RankPlace {
  return { figure, coordinates };
}
