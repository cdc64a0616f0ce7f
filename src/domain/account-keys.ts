import { pathKey } from './account-path.js';

/**
 * Keys of the rows without a code that metrics stand in, in the one spelling that the reader writes. A budget's name for a row is here
 * only where it means another account.
 */
export const ACCOUNT_KEYS = {
  totalRevenue: pathKey('REVENUE_EXPENDITURE_SUMMARY', 'REVENUE', ['总计']),
  revenue: pathKey('REVENUE_EXPENDITURE_SUMMARY', 'REVENUE', ['本年收入合计']),
  otherRevenue: pathKey('REVENUE_EXPENDITURE_SUMMARY', 'REVENUE', ['其他收入']),
  openingBalance: pathKey('REVENUE_EXPENDITURE_SUMMARY', 'REVENUE', ['年初结转和结余']),
  totalExpenditure: pathKey('REVENUE_EXPENDITURE_SUMMARY', 'EXPENDITURE', ['总计']),
  expenditure: pathKey('REVENUE_EXPENDITURE_SUMMARY', 'EXPENDITURE', ['本年支出合计']),
  closingBalance: pathKey('REVENUE_EXPENDITURE_SUMMARY', 'EXPENDITURE', ['年末结转和结余']),
  carriedForward: pathKey('REVENUE_EXPENDITURE_SUMMARY', 'EXPENDITURE', ['结转下年']),
  revenueTotal: pathKey('REVENUE', null, ['合计']),
  expenditureTotal: pathKey('EXPENDITURE', null, ['合计']),
  appropriationExpenditure: pathKey('APPROPRIATION_SUMMARY', 'EXPENDITURE', ['本年支出合计']),
  generalPublicTotal: pathKey('GENERAL_PUBLIC_EXPENDITURE', null, ['合计']),
  governmentFundTotal: pathKey('GOVERNMENT_FUND', null, ['合计']),
  stateCapitalTotal: pathKey('STATE_CAPITAL', null, ['合计']),
  basicTotal: pathKey('GENERAL_PUBLIC_BASIC_EXPENDITURE', null, ['合计']),
  projectTotal: pathKey('GENERAL_PUBLIC_PROJECT_EXPENDITURE', null, ['合计']),
  personnelTotal: pathKey('GENERAL_PUBLIC_BASIC_EXPENDITURE', 'PERSONNEL', ['人员经费合计']),
  operatingTotal: pathKey('GENERAL_PUBLIC_BASIC_EXPENDITURE', 'OPERATING', ['公用经费合计']),
  threeOfficialExpenses: pathKey('THREE_OFFICIAL_EXPENSES', null, ['三公经费']),
  travelAbroad: pathKey('THREE_OFFICIAL_EXPENSES', null, ['因公出国(境)费']),
  vehicleExpenses: pathKey('THREE_OFFICIAL_EXPENSES', null, ['公务用车购置及运行费']),
  vehiclePurchase: pathKey('THREE_OFFICIAL_EXPENSES', null, ['公务用车购置费']),
  vehicleRunning: pathKey('THREE_OFFICIAL_EXPENSES', null, ['公务用车运行费']),
  hospitality: pathKey('THREE_OFFICIAL_EXPENSES', null, ['公务接待费']),
  administrativeCosts: pathKey('THREE_OFFICIAL_EXPENSES', null, ['行政经费']),
  nonTaxRevenue: pathKey('NON_TAX_REVENUE', null, ['合计']),
} as const;
