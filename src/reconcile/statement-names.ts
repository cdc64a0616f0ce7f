import type { Statement } from '../domain/closed-lists.js';

const SHORT_NAMES: Readonly<Record<Statement, string>> = {
  REVENUE_EXPENDITURE_SUMMARY: '收支总表',
  REVENUE: '收入表',
  EXPENDITURE: '支出表',
  APPROPRIATION_SUMMARY: '财政拨款收支总表',
  GENERAL_PUBLIC_EXPENDITURE: '一般公共预算支出表',
  GENERAL_PUBLIC_BASIC_EXPENDITURE: '基本支出表',
  GENERAL_PUBLIC_PROJECT_EXPENDITURE: '项目支出表',
  THREE_OFFICIAL_EXPENSES: '三公经费表',
  GOVERNMENT_FUND: '政府性基金表',
  STATE_CAPITAL: '国有资本经营表',
  NON_TAX_REVENUE: '非税收入表',
  BASIC_EXPENDITURE_BY_UNIT: '基本支出预算表',
  PROJECT_EXPENDITURE_BY_UNIT: '项目支出预算表',
};

/** What people call a statement, in sentences about its figures. */
export function shortNameOf(statement: Statement): string {
  return SHORT_NAMES[statement];
}
