import type { Stage } from './closed-lists.js';
import type { FlawedFigure, ReadyFigure } from './ready-figure.js';

/** Departments in a fixed order: by district, then by id. */
export interface Roster {
  readonly ids: readonly string[];
  /** Where one stands; undefined: it is not among them. */
  placeOf(departmentId: string): number | undefined;
}

/** What a figure is besides its amount. Figures of a column that are alike share one. */
export type ReadyClass = Pick<ReadyFigure, 'status' | 'origin' | 'scope'>;

/** The ready figures of one measure, year and stage: of few departments or of thousands, without an object each. */
export interface ReadyColumn {
  /** Places of the departments in the roster, rising. */
  readonly places: Int32Array;
  /** Whole fen, beside `places`; NaN: see `exact`. */
  readonly amounts: Float64Array;
  readonly classes: readonly ReadyClass[];
  /** Amounts beyond 2^53, and null where two printed figures contradict each other; by index. */
  readonly exact: ReadonlyMap<number, bigint | null>;
  /** By index, where there are any. */
  readonly flaws: ReadonlyMap<number, readonly FlawedFigure[]>;
}

/** Finds the figures of a measure, year and stage; undefined: nobody has any. */
export type FindColumn = (measure: string, year: number, stage: Stage) => ReadyColumn | undefined;

/** A roster of these departments, in that order. */
export function makeRoster(ids: readonly string[]): Roster {
  const places = new Map(ids.map((id, place) => [id, place]));
  return { ids, placeOf: (id) => places.get(id) };
}

type Row = Pick<ReadyFigure, 'departmentId' | 'fen' | 'status' | 'origin' | 'scope' | 'flaws'>;

/** A column of these figures, one a department of the roster. */
export function makeColumn(roster: Roster, figures: readonly Row[]): ReadyColumn {
  const rows = figures.flatMap((figure) => {
    const place = roster.placeOf(figure.departmentId);
    return place === undefined ? [] : [{ figure, place }];
  });
  rows.sort((a, b) => a.place - b.place);
  const exact = new Map<number, bigint | null>();
  const flaws = new Map<number, readonly FlawedFigure[]>();
  const amounts = new Float64Array(rows.length);
  rows.forEach(({ figure }, index) => {
    const amount = figure.fen === null ? NaN : Number(figure.fen);
    amounts[index] = Number.isSafeInteger(amount) ? amount : NaN;
    if (!Number.isSafeInteger(amount)) exact.set(index, figure.fen);
    if (figure.flaws.length > 0) flaws.set(index, figure.flaws);
  });
  return {
    places: Int32Array.from(rows, ({ place }) => place),
    amounts,
    classes: rows.map(({ figure: { status, origin, scope } }) => shareClass(status, origin, scope)),
    exact,
    flaws,
  };
}

const classes = new Map<string, ReadyClass>();

/** One object for all that are alike: there are few, and they are compared by identity. */
function shareClass(status: Row['status'], origin: Row['origin'], scope: Row['scope']): ReadyClass {
  const { funds, part, definition } = scope;
  const key = [status, origin, funds.join(), part, definition].join(' ');
  const known = classes.get(key) ?? { status, origin, scope };
  classes.set(key, known);
  return known;
}

/** Where the first place stands that is not before this one. */
export function indexFrom(places: Int32Array, place: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle] as number) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** An amount of a column; null: contradictory. */
export function amountAt({ amounts, exact }: ReadyColumn, index: number): bigint | null {
  const amount = amounts[index] as number;
  return Number.isNaN(amount) ? (exact.get(index) ?? null) : BigInt(amount);
}
