import { ACCOUNT_KEYS as KEYS } from '../domain/account-keys.js';
import type { Fund, Part, Side, Statement } from '../domain/closed-lists.js';
import type { CellSelector } from '../domain/figure.js';
import { STATE_CAPITAL_FROM } from '../domain/usual-statements.js';
import type { PrintedRecipe, Recipe, Recipes } from './recipe.js';

/** The economic 类 of 公用经费 and beyond: all but 301 and 303. */
export const OPERATING_CATEGORIES = [
  '302',
  '304',
  '305',
  '306',
  '307',
  '308',
  '309',
  '310',
  '311',
  '312',
  '313',
  '399',
] as const;

const cell = (accountKey: string, statement: Statement, fund: Fund, part: Part, side?: Side): CellSelector => ({
  statement,
  accountKey,
  fund,
  part,
  ...(side && { side }),
});
const printed = (...cells: [CellSelector, ...CellSelector[]]): Recipe => ({ cells });
/** In the text only. */
const STATED: Recipe = { narrative: true };
const same = (recipe: Recipe): Recipes => ({ FINAL_ACCOUNTS: recipe, BUDGET: recipe });

const summary = (accountKey: string, side: Side): Recipe =>
  printed(cell(accountKey, 'REVENUE_EXPENDITURE_SUMMARY', 'ALL', 'TOTAL', side));
const revenue = (fund: Fund): CellSelector => cell(KEYS.revenueTotal, 'REVENUE', fund, 'TOTAL');
const expenditure = (part: Part): Recipe => printed(cell(KEYS.expenditureTotal, 'EXPENDITURE', 'ALL', part));
const basic = (accountCode: string): CellSelector => ({
  statement: 'GENERAL_PUBLIC_BASIC_EXPENDITURE',
  classification: 'ECONOMIC',
  accountCode,
  part: 'BASIC',
});
const basicSum = (first: string, ...others: string[]): Recipe => ({
  sumOf: [basic(first), ...others.map(basic)],
  all: false,
  scope: { funds: ['GENERAL_PUBLIC'], part: 'BASIC' },
});
const lane = (accountKey: string, side: Side): Recipe =>
  printed(cell(accountKey, 'GENERAL_PUBLIC_BASIC_EXPENDITURE', 'GENERAL_PUBLIC', 'BASIC', side));

/** Budgets print the expenditure of one fund as 合计 of its own statement, final accounts as a column of the summary. */
function byFund(
  fund: 'GENERAL_PUBLIC' | 'GOVERNMENT_FUND' | 'STATE_CAPITAL',
  accountKey: string,
  statement: Statement,
): Recipes {
  return {
    FINAL_ACCOUNTS: {
      ...printed(cell(KEYS.appropriationExpenditure, 'APPROPRIATION_SUMMARY', fund, 'TOTAL', 'EXPENDITURE')),
      ...(fund === 'STATE_CAPITAL' && { fromYear: STATE_CAPITAL_FROM }),
    },
    BUDGET: printed({ ...cell(accountKey, statement, fund, 'TOTAL'), flow: 'EXPENDITURE' }),
  };
}

/** In final accounts the table is about one fund, whichever; in budgets 财政拨款, split by fund. */
function official(accountKey: string): Recipes {
  const inBudgets = (fund: Fund): CellSelector => cell(accountKey, 'THREE_OFFICIAL_EXPENSES', fund, 'TOTAL');
  return {
    FINAL_ACCOUNTS: printed({ statement: 'THREE_OFFICIAL_EXPENSES', accountKey, part: 'TOTAL' }),
    BUDGET: { cells: [inBudgets('APPROPRIATION')], twins: [inBudgets('GENERAL_PUBLIC')] },
  };
}

/** How budgets define 机关运行经费. */
export const BUDGET_RUNNING_COSTS = '行政经费 of a budget, which may count project-funded items';

/** Where the metrics that come from statements stand. */
const administrativeCosts = official(KEYS.administrativeCosts).BUDGET as PrintedRecipe;

export const RECIPES = {
  TOTAL_REVENUE: same(summary(KEYS.totalRevenue, 'REVENUE')),
  TOTAL_EXPENDITURE: same(summary(KEYS.totalExpenditure, 'EXPENDITURE')),
  REVENUE: same(summary(KEYS.revenue, 'REVENUE')),
  EXPENDITURE: same(summary(KEYS.expenditure, 'EXPENDITURE')),
  APPROPRIATION_REVENUE: {
    FINAL_ACCOUNTS: printed(revenue('APPROPRIATION')),
    BUDGET: {
      sumOf: [revenue('GENERAL_PUBLIC'), revenue('GOVERNMENT_FUND'), revenue('STATE_CAPITAL')],
      all: true,
      scope: { funds: ['APPROPRIATION'], part: 'TOTAL' },
    },
  },
  OTHER_REVENUE: {
    FINAL_ACCOUNTS: summary(KEYS.otherRevenue, 'REVENUE'),
    BUDGET: printed(revenue('OTHER')),
  },
  OPENING_BALANCE: { FINAL_ACCOUNTS: summary(KEYS.openingBalance, 'REVENUE'), BUDGET: null },
  CLOSING_BALANCE: {
    FINAL_ACCOUNTS: summary(KEYS.closingBalance, 'EXPENDITURE'),
    BUDGET: summary(KEYS.carriedForward, 'EXPENDITURE'),
  },
  BASIC_EXPENDITURE: same(expenditure('BASIC')),
  PROJECT_EXPENDITURE: same(expenditure('PROJECT')),
  PERSONNEL_EXPENDITURE: {
    FINAL_ACCOUNTS: lane(KEYS.personnelTotal, 'PERSONNEL'),
    BUDGET: basicSum('301', '303'),
  },
  OPERATING_EXPENDITURE: {
    FINAL_ACCOUNTS: lane(KEYS.operatingTotal, 'OPERATING'),
    BUDGET: basicSum(...OPERATING_CATEGORIES),
  },
  GENERAL_PUBLIC_EXPENDITURE: byFund('GENERAL_PUBLIC', KEYS.generalPublicTotal, 'GENERAL_PUBLIC_EXPENDITURE'),
  GOVERNMENT_FUND_EXPENDITURE: byFund('GOVERNMENT_FUND', KEYS.governmentFundTotal, 'GOVERNMENT_FUND'),
  STATE_CAPITAL_EXPENDITURE: byFund('STATE_CAPITAL', KEYS.stateCapitalTotal, 'STATE_CAPITAL'),
  THREE_OFFICIAL_EXPENSES: official(KEYS.threeOfficialExpenses),
  TRAVEL_ABROAD: official(KEYS.travelAbroad),
  VEHICLE_EXPENSES: official(KEYS.vehicleExpenses),
  VEHICLE_PURCHASE: official(KEYS.vehiclePurchase),
  VEHICLE_RUNNING: official(KEYS.vehicleRunning),
  HOSPITALITY: official(KEYS.hospitality),
  AGENCY_RUNNING_COSTS: {
    FINAL_ACCOUNTS: STATED,
    BUDGET: { ...administrativeCosts, definition: BUDGET_RUNNING_COSTS },
  },
  NON_TAX_REVENUE: {
    FINAL_ACCOUNTS: printed(cell(KEYS.nonTaxRevenue, 'NON_TAX_REVENUE', 'ALL', 'TOTAL')),
    BUDGET: null,
  },
  TRAVEL_GROUP_COUNT: same(STATED),
  TRAVELLER_COUNT: same(STATED),
  VEHICLE_COUNT: same(STATED),
  RECEPTION_COUNT: same(STATED),
  GUEST_COUNT: same(STATED),
  MEETINGS: same(STATED),
  TRAINING: same(STATED),
  PROCUREMENT: same(STATED),
  PROCUREMENT_GOODS: same(STATED),
  PROCUREMENT_WORKS: same(STATED),
  PROCUREMENT_SERVICES: same(STATED),
  PROCUREMENT_SMALL_FIRMS: same(STATED),
  INDICATOR_COUNT: { FINAL_ACCOUNTS: { indicators: 'count' }, BUDGET: null },
  INDICATORS_MET: { FINAL_ACCOUNTS: { indicators: 'met' }, BUDGET: null },
  INDICATOR_WEIGHT: { FINAL_ACCOUNTS: { indicators: 'weight' }, BUDGET: null },
  INDICATOR_SCORE: { FINAL_ACCOUNTS: { indicators: 'score' }, BUDGET: null },
} as const satisfies Readonly<Record<string, Recipes>>;

/** Of what the basic, the project, or both economic tables add up to. */
export const ECONOMIC_TOTALS: Readonly<Record<'BASIC' | 'PROJECT' | 'TOTAL', Recipes>> = {
  BASIC: {
    FINAL_ACCOUNTS: {
      sumOf: [
        cell(KEYS.personnelTotal, 'GENERAL_PUBLIC_BASIC_EXPENDITURE', 'GENERAL_PUBLIC', 'BASIC', 'PERSONNEL'),
        cell(KEYS.operatingTotal, 'GENERAL_PUBLIC_BASIC_EXPENDITURE', 'GENERAL_PUBLIC', 'BASIC', 'OPERATING'),
      ],
      all: true,
      scope: { funds: ['GENERAL_PUBLIC'], part: 'BASIC' },
    },
    BUDGET: printed(cell(KEYS.basicTotal, 'GENERAL_PUBLIC_BASIC_EXPENDITURE', 'GENERAL_PUBLIC', 'BASIC')),
  },
  PROJECT: {
    FINAL_ACCOUNTS: null,
    BUDGET: printed(cell(KEYS.projectTotal, 'GENERAL_PUBLIC_PROJECT_EXPENDITURE', 'GENERAL_PUBLIC', 'PROJECT')),
  },
  TOTAL: {
    FINAL_ACCOUNTS: null,
    BUDGET: {
      sumOf: [
        cell(KEYS.basicTotal, 'GENERAL_PUBLIC_BASIC_EXPENDITURE', 'GENERAL_PUBLIC', 'BASIC'),
        cell(KEYS.projectTotal, 'GENERAL_PUBLIC_PROJECT_EXPENDITURE', 'GENERAL_PUBLIC', 'PROJECT'),
      ],
      all: true,
      scope: { funds: ['GENERAL_PUBLIC'], part: 'TOTAL' },
    },
  },
};
