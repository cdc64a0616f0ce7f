import type { AccountRef } from '../../domain/account.js';
import { normaliseName } from '../../domain/account-path.js';
import { squeeze } from '../../domain/label.js';
import type { LineItem } from '../../domain/report.js';

/** The accounts that a report's own tables name. */
export interface NamedAccounts {
  readonly coded: readonly AccountRef[];
  readonly revenue: readonly AccountRef[];
  readonly nonTax: readonly AccountRef[];
}

/** A name with the marks of its levels (…（类）…（款）…（项）), outermost first. */
export interface MarkedName {
  readonly name: string;
  readonly mark: '类' | '款' | '项';
}

const LEVELS = { 类: 'CATEGORY', 款: 'GROUP', 项: 'ITEM' } as const;

/** The accounts of the line items, each once. */
export function collectAccounts(lineItems: readonly LineItem[]): NamedAccounts {
  const byKey = new Map(lineItems.map(({ account }) => [`${account.classification}/${account.key}`, account]));
  const all = [...byKey.values()];
  const ofTable = (table: string): AccountRef[] =>
    all.filter(({ classification, key }) => classification === 'REVENUE' && key.startsWith(`${table}/`));
  return {
    coded: all.filter(({ code }) => code !== null),
    revenue: ofTable('REVENUE_EXPENDITURE_SUMMARY'),
    nonTax: ofTable('NON_TAX_REVENUE'),
  };
}

/** The functional account of a name with marks of levels: the innermost name, below the others where they are known. */
export function findMarked({ coded }: NamedAccounts, path: readonly MarkedName[]): AccountRef | null {
  const own = path.at(-1);
  if (!own) return null;
  const above = path
    .slice(0, -1)
    .map((part) => ofLevel(coded, part))
    .filter((found) => found.length > 0);
  const found = ofLevel(coded, own).filter(({ code }) =>
    above.every((parents) => parents.some((parent) => code?.startsWith(parent.code ?? '-'))),
  );
  return found.length === 1 ? (found[0] as AccountRef) : null;
}

function ofLevel(coded: readonly AccountRef[], { name, mark }: MarkedName): AccountRef[] {
  const functional = coded.filter(
    ({ classification, level }) => classification === 'FUNCTIONAL' && level === LEVELS[mark],
  );
  const exact = functional.filter((account) => nameOf(account) === name);
  return exact.length > 0 ? exact : functional.filter((account) => withoutEnd(nameOf(account)) === withoutEnd(name));
}

/** The account with this code, where the report's tables have it once. */
export function findCoded({ coded }: NamedAccounts, code: string): AccountRef | null {
  const found = coded.filter((account) => account.code === code);
  return found.length === 1 ? (found[0] as AccountRef) : null;
}

/** The account of the revenue tables that has a bare name; null where none or several have it. */
export function findRevenue(accounts: NamedAccounts, name: string, around: string): AccountRef | null {
  return onlyOne(/非税/.test(around) ? accounts.nonTax : accounts.revenue, name);
}

/** The account that has a bare name: of the revenue tables, economic where the text is about basic expenditure, else functional. */
export function findNamed(accounts: NamedAccounts, name: string, around: string): AccountRef | null {
  const revenue = findRevenue(accounts, name, around);
  if (revenue || /非税/.test(around)) return revenue;
  const economic = /基本支出|人员经费|公用经费|经济分类/.test(around);
  const items = /功能|具体情况/.test(around);
  return onlyOne(
    accounts.coded.filter(({ classification, level }) =>
      economic ? classification === 'ECONOMIC' : classification === 'FUNCTIONAL' && (items || level !== 'ITEM'),
    ),
    name,
  );
}

/** The one account of a name; of several the one that is no detail of another. */
function onlyOne(list: readonly AccountRef[], name: string): AccountRef | null {
  const found = list.filter((account) => sameName(account, name));
  const main = found.length > 1 ? found.filter(({ code, parentKey }) => code === null && parentKey === null) : found;
  return main.length === 1 ? (main[0] as AccountRef) : null;
}

function sameName(account: AccountRef, name: string): boolean {
  return nameOf(account) === name || normaliseName(account.name) === normaliseName(name);
}

function nameOf({ name }: AccountRef): string {
  return normaliseName(squeeze(name));
}

function withoutEnd(name: string): string {
  return name.replace(/(?:支出|经费)$/, '');
}
