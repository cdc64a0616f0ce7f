import { ACCOUNT_KEYS } from '../domain/account-keys.js';
import type { MetricKey, Stage, Statement } from '../domain/closed-lists.js';
import type { LineItem, ReportedFact } from '../domain/report.js';
import type { ReportFigures } from './report-figures.js';
import type { Selector } from './selector.js';

const SUMMARY = 'REVENUE_EXPENDITURE_SUMMARY';
const APPROPRIATION = 'APPROPRIATION_SUMMARY';
const GENERAL = 'GENERAL_PUBLIC_EXPENDITURE';
const BASIC = 'GENERAL_PUBLIC_BASIC_EXPENDITURE';

const three = (key: string): Selector[] => [{ statement: 'THREE_OFFICIAL_EXPENSES', keys: [key] }];
const total = (statement: Statement, key: string, rest: Partial<Selector>): Selector => ({
  statement,
  keys: [key],
  ...rest,
});
const byPart = (part: 'BASIC' | 'PROJECT'): Selector[] => [
  total('EXPENDITURE', ACCOUNT_KEYS.expenditureTotal, { part }),
  total(GENERAL, ACCOUNT_KEYS.generalPublicTotal, { part }),
];

/** Where the tables print what the text calls by a metric; of several places the text may mean any. */
const PLACES: Readonly<Partial<Record<MetricKey, readonly Selector[]>>> = {
  TOTAL_REVENUE: [
    { statement: SUMMARY, keys: [ACCOUNT_KEYS.totalRevenue] },
    { statement: APPROPRIATION, side: 'REVENUE', roles: ['TOTAL'] },
  ],
  TOTAL_EXPENDITURE: [
    { statement: SUMMARY, keys: [ACCOUNT_KEYS.totalExpenditure] },
    { statement: APPROPRIATION, side: 'EXPENDITURE', fund: 'APPROPRIATION', roles: ['TOTAL'] },
  ],
  REVENUE: [{ statement: SUMMARY, keys: [ACCOUNT_KEYS.revenue] }],
  EXPENDITURE: [{ statement: SUMMARY, keys: [ACCOUNT_KEYS.expenditure] }],
  OTHER_REVENUE: [{ statement: SUMMARY, keys: [ACCOUNT_KEYS.otherRevenue] }],
  OPENING_BALANCE: [{ statement: SUMMARY, keys: [ACCOUNT_KEYS.openingBalance] }],
  CLOSING_BALANCE: [{ statement: SUMMARY, keys: [ACCOUNT_KEYS.closingBalance] }],
  APPROPRIATION_REVENUE: [
    total('REVENUE', ACCOUNT_KEYS.revenueTotal, { fund: 'APPROPRIATION' }),
    { statement: APPROPRIATION, side: 'REVENUE', roles: ['YEAR_TOTAL', 'TOTAL'] },
  ],
  BASIC_EXPENDITURE: byPart('BASIC'),
  PROJECT_EXPENDITURE: byPart('PROJECT'),
  PERSONNEL_EXPENDITURE: [{ statement: BASIC, keys: [ACCOUNT_KEYS.personnelTotal] }],
  OPERATING_EXPENDITURE: [{ statement: BASIC, keys: [ACCOUNT_KEYS.operatingTotal] }],
  GENERAL_PUBLIC_EXPENDITURE: [
    { statement: APPROPRIATION, side: 'EXPENDITURE', fund: 'GENERAL_PUBLIC', roles: ['YEAR_TOTAL'] },
    total(GENERAL, ACCOUNT_KEYS.generalPublicTotal, { part: 'TOTAL' }),
  ],
  GOVERNMENT_FUND_EXPENDITURE: [
    { statement: APPROPRIATION, side: 'EXPENDITURE', fund: 'GOVERNMENT_FUND', roles: ['YEAR_TOTAL'] },
    total('GOVERNMENT_FUND', ACCOUNT_KEYS.governmentFundTotal, { part: 'TOTAL', flow: 'EXPENDITURE' }),
  ],
  STATE_CAPITAL_EXPENDITURE: [
    { statement: APPROPRIATION, side: 'EXPENDITURE', fund: 'STATE_CAPITAL', roles: ['YEAR_TOTAL'] },
    total('STATE_CAPITAL', ACCOUNT_KEYS.stateCapitalTotal, { part: 'TOTAL' }),
  ],
  THREE_OFFICIAL_EXPENSES: three(ACCOUNT_KEYS.threeOfficialExpenses),
  TRAVEL_ABROAD: three(ACCOUNT_KEYS.travelAbroad),
  VEHICLE_EXPENSES: three(ACCOUNT_KEYS.vehicleExpenses),
  VEHICLE_PURCHASE: three(ACCOUNT_KEYS.vehiclePurchase),
  VEHICLE_RUNNING: three(ACCOUNT_KEYS.vehicleRunning),
  HOSPITALITY: three(ACCOUNT_KEYS.hospitality),
  NON_TAX_REVENUE: [total('NON_TAX_REVENUE', ACCOUNT_KEYS.nonTaxRevenue, { fund: 'ALL' })],
};

/** The printed figures that an amount of the text may repeat: those of its metric or account, of its year and stage; the widest first. */
export function placesOf({ metric, account, stage, year }: ReportedFact, figures: ReportFigures): readonly LineItem[] {
  const { report } = figures;
  if (year !== report.year || stage === null) return [];
  if (account) return figures.ofAccount(account.key).filter((item) => item.unitName === null && item.stage === stage);
  return metric === null ? [] : placesOfMetric(metric, stage, figures);
}

function placesOfMetric(metric: MetricKey, stage: Stage, figures: ReportFigures): readonly LineItem[] {
  const found = (PLACES[metric] ?? []).flatMap((selector) => figures.select(selector));
  return found.filter((item) => item.stage === stage);
}

/** What a metric is a part of, the nearest whole first. */
const WHOLES: Readonly<Partial<Record<MetricKey, readonly MetricKey[]>>> = {
  TRAVEL_ABROAD: ['THREE_OFFICIAL_EXPENSES'],
  VEHICLE_EXPENSES: ['THREE_OFFICIAL_EXPENSES'],
  VEHICLE_PURCHASE: ['VEHICLE_EXPENSES', 'THREE_OFFICIAL_EXPENSES'],
  VEHICLE_RUNNING: ['VEHICLE_EXPENSES', 'THREE_OFFICIAL_EXPENSES'],
  HOSPITALITY: ['THREE_OFFICIAL_EXPENSES'],
  BASIC_EXPENDITURE: ['EXPENDITURE', 'GENERAL_PUBLIC_EXPENDITURE'],
  PROJECT_EXPENDITURE: ['EXPENDITURE', 'GENERAL_PUBLIC_EXPENDITURE'],
  GENERAL_PUBLIC_EXPENDITURE: ['EXPENDITURE', 'TOTAL_EXPENDITURE'],
  GOVERNMENT_FUND_EXPENDITURE: ['EXPENDITURE', 'TOTAL_EXPENDITURE'],
  STATE_CAPITAL_EXPENDITURE: ['EXPENDITURE', 'TOTAL_EXPENDITURE'],
  APPROPRIATION_REVENUE: ['REVENUE', 'TOTAL_REVENUE'],
  OTHER_REVENUE: ['REVENUE', 'TOTAL_REVENUE'],
  PROCUREMENT_GOODS: ['PROCUREMENT'],
  PROCUREMENT_WORKS: ['PROCUREMENT'],
  PROCUREMENT_SERVICES: ['PROCUREMENT'],
  PROCUREMENT_SMALL_FIRMS: ['PROCUREMENT'],
};

/** The metrics that a share of this fact may be taken of. */
export function wholesOf({ metric, account }: ReportedFact): readonly MetricKey[] {
  if (metric !== null) return WHOLES[metric] ?? [];
  if (account?.key.startsWith('NON_TAX_REVENUE/')) return ['NON_TAX_REVENUE'];
  if (account?.classification === 'FUNCTIONAL') return ['GENERAL_PUBLIC_EXPENDITURE', 'EXPENDITURE'];
  return account?.classification === 'REVENUE' ? ['REVENUE', 'TOTAL_REVENUE'] : [];
}

/** What the tables print for some metrics, in their order. */
export function printedOf(metrics: readonly MetricKey[], stage: Stage, figures: ReportFigures): readonly LineItem[] {
  return metrics.flatMap((metric) => placesOfMetric(metric, stage, figures));
}
