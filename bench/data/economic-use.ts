import { addUp, splitByWeight } from './amounts.js';
import { always, becoming, codeIn } from './codes-of-years.js';
import type { CodesOfYears } from './codes-of-years.js';
import type { DepartmentYear, Spending } from './ledger.js';
import type { ThreeExpenses } from './three-expenses.js';

/** Amounts by economic 款, in the order of the codes. */
export type EconomicUse = ReadonlyMap<string, bigint>;

/** The economic 款 of one functional 项 of basic expenditure, by the year from which it stands. */
const SAME_MONEY: Readonly<Record<string, CodesOfYears>> = {
  2080501: always('30302'),
  2080505: always('30108'),
  2080506: always('30109'),
  2089901: becoming('30104', 2018, '30112'),
  2089999: always('30112'),
  2101101: becoming('30104', 2018, '30110'),
  2210201: becoming('30311', 2018, '30113'),
  2210203: becoming('30313', 2018, '30102'),
};

/** What the rest is spent on, by weight. */
const PERSONNEL = { 30101: 230, 30102: 250, 30103: 170, 30199: 45 };
const OPERATING = { 30201: 34, 30211: 14, 30228: 16, 30239: 46, 30299: 32 };
/** What larger departments tell apart. */
const FURTHER = { 30202: 8, 30206: 12, 30207: 9, 30213: 14, 30226: 18, 30229: 13, 31002: 11 };
const PROJECT = { 30227: 300, 30201: 40, 30226: 90, 30299: 120, 31007: 60 };

/** Basic expenditure of the general public budget by economic account, as planned or as spent. */
export function useBasic({ year, ...own }: DepartmentYear, side: 'planned' | 'spent'): EconomicUse {
  const use = new Map<string, bigint>();
  const put = (code: string, fen: bigint): void => {
    if (fen !== 0n) use.set(code, (use.get(code) ?? 0n) + fen);
  };
  let rest = 0n;
  for (const spending of own.spendings.filter(isBasic)) {
    const code = codeIn(SAME_MONEY[spending.item] ?? [], year);
    if (code === null) rest += spending[side];
    else put(code, spending[side]);
  }
  const granted = partsOfBasic(own[side]);
  for (const [code, fen] of granted) put(code, fen);
  const weights = { ...PERSONNEL, ...OPERATING, ...(own.spendings.length > 7 ? FURTHER : {}) };
  const free = rest - addUp(granted.map(([, fen]) => fen));
  for (const [code, fen] of splitOverCodes(free, '30101', weights)) put(code, fen);
  return sortByCode(use);
}

/** Project expenditure of the general public budget by economic account, as the budget plans it. */
export function planProjects({ spendings, planned }: DepartmentYear): EconomicUse {
  const whole = addUp(
    spendings.filter((own) => own.purse === 'GENERAL_PUBLIC' && own.part === 'PROJECT').map((own) => own.planned),
  );
  const bought = planned.purchase === 0n ? [] : [['31013', planned.purchase] as const];
  return sortByCode(new Map([...splitOverCodes(whole - planned.purchase, '30227', PROJECT), ...bought]));
}

/** By weight; `first` takes what is left over. */
function splitOverCodes(fen: bigint, first: string, weights: Readonly<Record<string, number>>): EconomicUse {
  const codes = [first, ...Object.keys(weights).filter((code) => code !== first)];
  const parts = splitByWeight(
    fen,
    codes.map((code) => weights[code] as number),
  );
  return new Map(codes.map((code, at) => [code, parts[at] as bigint]));
}

function isBasic({ purse, part }: Spending): boolean {
  return purse === 'GENERAL_PUBLIC' && part === 'BASIC';
}

/** Vehicles are bought with the money of projects. */
function partsOfBasic({ abroad, hospitality, running }: ThreeExpenses): readonly (readonly [string, bigint])[] {
  return Object.entries({ 30212: abroad, 30217: hospitality, 30231: running });
}

function sortByCode(use: ReadonlyMap<string, bigint>): EconomicUse {
  return new Map([...use].sort(([a], [b]) => (a < b ? -1 : 1)));
}
