import type { BoardAddress } from '../address/board-address';
import type { HoldingsQuery, ReportKind, Stage } from '../generated/graphql';

/** As many a board sets side by side. */
export const MOST_DISTRICTS = 30;

/** What a board shows, the address' defaults filled in. */
export interface BoardExtent {
  readonly districts: readonly string[];
  readonly year: number;
  /** Years with a report, the newest first. */
  readonly years: readonly number[];
  /** OUTTURN, or, of a year of which there are budgets alone, ORIGINAL_BUDGET. */
  readonly stage: Stage;
  /** Districts with a report of the year that are left out because there are too many. */
  readonly leftOut: number;
}

type Coverage = Pick<HoldingsQuery['coverage'], 'cells'>;

/** The newest of the years of which most of the districts have final accounts (failing that, any report), and all of them. */
export function chooseExtent({ districts, year }: BoardAddress, { cells }: Coverage): BoardExtent {
  const own = districts.length === 0 ? cells : cells.filter(({ district }) => districts.includes(district.code));
  const counted = [...new Set(cells.map((cell) => cell.year))].sort((a, b) => b - a);
  const count = (of: number, kind?: ReportKind) =>
    own.filter((cell) => cell.year === of && (!kind || cell.kinds.includes(kind))).length;
  const [best = 0] = counted.toSorted(
    (a, b) => count(b, 'FINAL_ACCOUNTS') - count(a, 'FINAL_ACCOUNTS') || count(b) - count(a) || b - a,
  );
  const chosen = year ?? best;
  const there = [...new Set(cells.filter((cell) => cell.year === chosen).map(({ district }) => district.code))].sort();
  const wanted = districts.length > 0 ? districts : there;
  return {
    districts: wanted.slice(0, MOST_DISTRICTS),
    year: chosen,
    years: counted,
    stage: count(chosen, 'FINAL_ACCOUNTS') > 0 || count(chosen) === 0 ? 'OUTTURN' : 'ORIGINAL_BUDGET',
    leftOut: Math.max(0, wanted.length - MOST_DISTRICTS),
  };
}
