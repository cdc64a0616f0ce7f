import { ACCOUNT_KEYS as KEYS } from './account-keys.js';
import { pathKey } from './account-path.js';
import type { Statement } from './closed-lists.js';

/** Rows that together are the printed total of a statement; of several such groups the first that is printed counts. */
type TotalRows = readonly (readonly string[])[];

const total = (statement: Statement): string => pathKey(statement, null, ['合计']);
const sides = (statement: Statement, revenue: string, expenditure: string): TotalRows => [
  [pathKey(statement, 'REVENUE', [revenue])],
  [pathKey(statement, 'EXPENDITURE', [expenditure])],
];

/** The keys of the rows that print the total (合计) of a statement: what its 类, 款 and 项 add up to. */
export const PRINTED_TOTALS: Readonly<Record<Statement, TotalRows>> = {
  REVENUE_EXPENDITURE_SUMMARY: [[KEYS.revenue], [KEYS.expenditure]],
  REVENUE: [[KEYS.revenueTotal]],
  EXPENDITURE: [[KEYS.expenditureTotal]],
  APPROPRIATION_SUMMARY: sides('APPROPRIATION_SUMMARY', '本年收入合计', '本年支出合计'),
  GENERAL_PUBLIC_EXPENDITURE: [[KEYS.generalPublicTotal]],
  GENERAL_PUBLIC_BASIC_EXPENDITURE: [[KEYS.basicTotal], [KEYS.personnelTotal, KEYS.operatingTotal]],
  GENERAL_PUBLIC_PROJECT_EXPENDITURE: [[KEYS.projectTotal]],
  THREE_OFFICIAL_EXPENSES: [[KEYS.threeOfficialExpenses]],
  GOVERNMENT_FUND: [[KEYS.governmentFundTotal]],
  STATE_CAPITAL: [[KEYS.stateCapitalTotal]],
  NON_TAX_REVENUE: [[KEYS.nonTaxRevenue]],
  BASIC_EXPENDITURE_BY_UNIT: [[total('BASIC_EXPENDITURE_BY_UNIT')]],
  PROJECT_EXPENDITURE_BY_UNIT: [[total('PROJECT_EXPENDITURE_BY_UNIT')]],
};

/** The same for the leaves of a statement: those of a summary have the balances among them and add up to 总计. */
export const TOTALS_OF_LEAVES: Readonly<Record<Statement, TotalRows>> = {
  ...PRINTED_TOTALS,
  REVENUE_EXPENDITURE_SUMMARY: [[KEYS.totalRevenue], [KEYS.totalExpenditure]],
  APPROPRIATION_SUMMARY: sides('APPROPRIATION_SUMMARY', '总计', '总计'),
};

/** Statements whose rows stand below those of units. */
export const STATEMENTS_BY_UNIT = ['BASIC_EXPENDITURE_BY_UNIT', 'PROJECT_EXPENDITURE_BY_UNIT'] as const;

/** The key of a unit's own row, which is that of the total too: the unit's has a unit name. */
export const UNIT_KEYS: readonly string[] = STATEMENTS_BY_UNIT.map(total);

/** Statements about different money of one table's whole, which may be added. */
export const DISJOINT_STATEMENTS: readonly (readonly Statement[])[] = [
  ['GENERAL_PUBLIC_BASIC_EXPENDITURE', 'GENERAL_PUBLIC_PROJECT_EXPENDITURE'],
  STATEMENTS_BY_UNIT,
];

/** Leaves that overlap with the rest of their table. */
export const OVERLAPPING_LEAVES: readonly string[] = [KEYS.administrativeCosts];

/** Columns that budgets and final accounts define differently: in budgets they hold balances and transfers too. */
export const COLUMNS_DEFINED_BY_KIND = [
  { statement: 'REVENUE', fund: 'ALL', part: 'TOTAL' },
  { statement: 'EXPENDITURE', fund: 'ALL', part: 'TOTAL' },
] as const;
