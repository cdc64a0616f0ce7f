import type { Division } from '../../src/domain/reference-tables.js';
import { splitByWeight, takeShare, wanYuan } from './amounts.js';
import type { Body, Purpose, Purse } from './bodies.js';
import { codeIn } from './codes-of-years.js';
import { makeDraw } from './draw.js';
import type { Draw } from './draw.js';
import { planThreeExpenses, spendThreeExpenses } from './three-expenses.js';
import type { ThreeExpenses } from './three-expenses.js';

/** The year in which all ledgers begin: what a year holds does not depend on the years that are asked for. */
export const FIRST_LEDGER_YEAR = 2010;

/** What is spent on one purpose in a year, in fen. */
export interface Spending {
  readonly item: string;
  readonly purse: Purse;
  readonly part: 'BASIC' | 'PROJECT';
  readonly planned: bigint;
  readonly spent: bigint;
  /** What the year before left to this purpose, and this year leaves to the next. */
  readonly opening: bigint;
  readonly closing: bigint;
}

/** A department's money in one year: its accounts and its budget are two ways of telling it. */
export interface DepartmentYear {
  readonly year: number;
  readonly spendings: readonly Spending[];
  readonly planned: ThreeExpenses;
  readonly spent: ThreeExpenses;
}

/** What came in for a purpose. */
export function revenueOf({ spent, opening, closing }: Spending): bigint {
  return spent + closing - opening;
}

/** A department through the years. */
export interface Ledger {
  of(year: number): DepartmentYear;
}

/** The money of one body of one district; what it has left at the end of a year opens the next. */
export function keepLedger(seed: number, district: Division, body: Body): Ledger {
  const drawFor = (...name: (string | number)[]): Draw => makeDraw(seed, district.code, body.name, ...name);
  const taste = drawFor('purposes');
  const purposes = body.purposes.filter(({ permille }) => taste.chance(permille));
  const spentIn = remember((year: number) => spendYear(purposes, totalOf(year), drawFor(year, 'spent'), year));
  const totalOf = remember((year: number): bigint => {
    if (year <= FIRST_LEDGER_YEAR) return takeShare(wanYuan(body.size), sizeOf(seed, district, drawFor('size')));
    const growth =
      growthOf(year, makeDraw(seed, district.code, year, 'growth')) + drawFor(year, 'growth').within(-70_000, 70_000);
    return takeShare(totalOf(year - 1), MILLION + growth, MILLION);
  });
  const isCarrier = (purpose: Purpose): boolean =>
    purposes.find(({ purse, part }) => purse === purpose.purse && part === 'PROJECT') === purpose;
  /** Of what the carrier of a purse spends the year after, so much was there before. */
  const leftAfter = (year: number, purpose: Purpose): bigint => {
    const [now, next] = [spentIn(year).get(purpose), spentIn(year + 1).get(purpose)];
    if (!isCarrier(purpose) || now === undefined || next === undefined || year < FIRST_LEDGER_YEAR) return 0n;
    const draw = drawFor(year, 'left', purpose.purse);
    return draw.chance(700) ? takeShare(next, draw.within(4, 80)) : 0n;
  };
  return {
    of: (year) => {
      const draw = drawFor(year, 'planned');
      const spendings = [...spentIn(year)].map(([purpose, spent]): Spending => {
        const planned = takeShare(spent, draw.within(860, purpose.part === 'BASIC' ? 1040 : 1120));
        const [opening, closing] = [leftAfter(year - 1, purpose), leftAfter(year, purpose)];
        const { purse, part } = purpose;
        return { item: codeIn(purpose.items, year) as string, purse, part, planned, spent, opening, closing };
      });
      const planned = planThreeExpenses(drawFor('three'), drawFor(year, 'three'), year);
      return { year, spendings, planned, spent: spendThreeExpenses(planned, drawFor(year, 'three', 'spent')) };
    },
  };
}

/** Districts differ more than the departments of one. */
function sizeOf(seed: number, district: Division, draw: Draw): number {
  return Math.floor((makeDraw(seed, district.code, 'size').within(350, 2600) * draw.within(800, 1250)) / 1000);
}

const MILLION = 1_000_000;

/** Of a district, in millionths: budgets grew fast, then slowly, and were cut in 2020. */
function growthOf(year: number, draw: Draw): number {
  if (year < 2016) return draw.within(20_000, 130_000);
  if (year === 2020) return draw.within(-90_000, 20_000);
  return draw.within(-20_000, 80_000);
}

/** The year's total over the purposes that have an item, each a little off its weight. */
function spendYear(
  purposes: readonly Purpose[],
  total: bigint,
  draw: Draw,
  year: number,
): ReadonlyMap<Purpose, bigint> {
  const present = purposes.filter((purpose) => codeIn(purpose.items, year) !== null);
  const weights = present.map(({ weight }) => weight * draw.within(850, 1150));
  const parts = splitByWeight(total, weights);
  return new Map(present.map((purpose, at) => [purpose, parts[at] as bigint]));
}

function remember<Value>(compute: (year: number) => Value): (year: number) => Value {
  const known = new Map<number, Value>();
  return (year) => {
    const before = known.get(year);
    if (before !== undefined) return before;
    const value = compute(year);
    known.set(year, value);
    return value;
  };
}
