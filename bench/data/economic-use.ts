import { addUp, splitByWeight } from './amounts.js';
import type { DepartmentYear, Spending } from './ledger.js';
import type { ThreeExpenses } from './three-expenses.js';

/** Amounts by economic 款, in the order of the codes. */
export type EconomicUse = ReadonlyMap<string, bigint>;

/** The economic 款 of one functional 项 of basic expenditure, by the year from which it stands. */
const SAME_MONEY: Readonly<Record<string, readonly (readonly [code: string, from: number])[]>> = {
  2080501: [['30302', 0]],
  2080505: [['30108', 0]],
  2080506: [['30109', 0]],
  2089901: [['30104', 0], ['30112', 2018]], // prettier-ignore
  2089999: [['30112', 0]],
  2101101: [['30104', 0], ['30110', 2018]], // prettier-ignore
  2210201: [['30311', 0], ['30113', 2018]], // prettier-ignore
  2210203: [['30313', 0], ['30102', 2018]], // prettier-ignore
};

type Weights = readonly (readonly [code: string, weight: number])[];

const PERSONNEL: Weights = [
  ...([['30101', 230], ['30102', 250], ['30103', 170], ['30199', 45]] as const), // prettier-ignore
];
const OPERATING: Weights = [
  ...([['30201', 34], ['30211', 14], ['30228', 16], ['30239', 46], ['30299', 32]] as const), // prettier-ignore
];
/** What larger departments tell apart. */
const FURTHER: Weights = [
  ...([['30202', 8], ['30206', 12], ['30207', 9], ['30213', 14], ['30226', 18], ['30229', 13], ['31002', 11]] as const), // prettier-ignore
];
const PROJECT: Weights = [
  ...([['30227', 300], ['30201', 40], ['30226', 90], ['30299', 120], ['31007', 60]] as const), // prettier-ignore
];

/** Basic expenditure of the general public budget by economic account, as planned or as spent. */
export function useBasic({ year, ...own }: DepartmentYear, side: 'planned' | 'spent'): EconomicUse {
  const use = new Map<string, bigint>();
  const put = (code: string, fen: bigint): void => {
    if (fen !== 0n) use.set(code, (use.get(code) ?? 0n) + fen);
  };
  let rest = 0n;
  for (const spending of own.spendings.filter(isBasic)) {
    const code = SAME_MONEY[spending.item]?.findLast(([, from]) => from <= year)?.[0];
    if (code === undefined) rest += spending[side];
    else put(code, spending[side]);
  }
  const granted = partsOfBasic(own[side]);
  for (const [code, fen] of granted) put(code, fen);
  const weights = [...PERSONNEL, ...OPERATING, ...(own.spendings.length > 7 ? FURTHER : [])];
  const parts = splitByWeight(rest - addUp(granted.map(([, fen]) => fen)), weights.map(([, weight]) => weight)); // prettier-ignore
  weights.forEach(([code], at) => put(code, parts[at] as bigint));
  return sortByCode(use);
}

/** Project expenditure of the general public budget by economic account, as the budget plans it. */
export function planProjects({ spendings, planned }: DepartmentYear): EconomicUse {
  const whole = addUp(
    spendings.filter((own) => own.purse === 'GENERAL_PUBLIC' && own.part === 'PROJECT').map((own) => own.planned),
  );
  const parts = splitByWeight(whole - planned.purchase, PROJECT.map(([, weight]) => weight)); // prettier-ignore
  const bought = planned.purchase === 0n ? [] : [['31013', planned.purchase] as const];
  return sortByCode(new Map([...PROJECT.map(([code], at) => [code, parts[at] as bigint] as const), ...bought]));
}

function isBasic({ purse, part }: Spending): boolean {
  return purse === 'GENERAL_PUBLIC' && part === 'BASIC';
}

/** Vehicles are bought with the money of projects. */
function partsOfBasic({ abroad, hospitality, running }: ThreeExpenses): readonly (readonly [string, bigint])[] {
  return [['30212', abroad], ['30217', hospitality], ['30231', running]]; // prettier-ignore
}

function sortByCode(use: ReadonlyMap<string, bigint>): EconomicUse {
  return new Map([...use].sort(([a], [b]) => (a < b ? -1 : 1)));
}
