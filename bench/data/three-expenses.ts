import { HUNDREDTH, takeShare } from './amounts.js';
import type { Draw } from './draw.js';

/** The three official expenses of a department, in fen, and what they are for. */
export interface ThreeExpenses {
  readonly abroad: bigint;
  readonly purchase: bigint;
  readonly running: bigint;
  readonly hospitality: bigint;
  readonly vehicles: number;
  readonly travellers: number;
  readonly receptions: number;
}

/** Nobody went abroad in the years of the epidemic. */
const AT_HOME: readonly number[] = [2020, 2021, 2022];

/** What the budget of a year grants; `habits` tells of the department, `draw` of the year. */
export function planThreeExpenses(habits: Draw, draw: Draw, year: number): ThreeExpenses {
  const [keeps, travels, hosts] = [habits.within(0, 5), habits.chance(150), habits.chance(750)];
  const travellers = travels && !AT_HOME.includes(year) && draw.chance(400) ? draw.within(1, 3) : 0;
  const thrift = year < 2014 ? 3n : 1n; // the rules of 2013 cut hospitality
  const receptions = hosts ? draw.within(1, 40) : 0;
  return {
    abroad: BigInt(travellers * draw.within(250, 400)) * HUNDREDTH,
    purchase: keeps > 0 && draw.chance(60) ? BigInt(draw.within(1200, 1800)) * HUNDREDTH : 0n,
    running: BigInt(keeps * draw.within(180, 330)) * HUNDREDTH,
    hospitality: BigInt(receptions * draw.within(6, 14)) * thrift * HUNDREDTH,
    ...{ vehicles: keeps, travellers, receptions },
  };
}

/** What was spent of it: seldom more than planned. */
export function spendThreeExpenses(planned: ThreeExpenses, draw: Draw): ThreeExpenses {
  const spend = (fen: bigint): bigint => takeShare(fen, draw.within(420, 1010));
  return {
    ...planned,
    abroad: planned.abroad,
    purchase: takeShare(planned.purchase, draw.within(900, 1000)),
    running: spend(planned.running),
    hospitality: spend(planned.hospitality),
  };
}
