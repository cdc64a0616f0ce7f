/** The usual titles, as statements.md and the publishers' templates give them. */
const TITLES: Record<'FINAL_ACCOUNTS' | 'BUDGET', Record<string, string>> = {
  FINAL_ACCOUNTS: {
    REVENUE_EXPENDITURE_SUMMARY: '收入支出决算总表',
    REVENUE: '收入决算表',
    EXPENDITURE: '支出决算表',
    APPROPRIATION_SUMMARY: '财政拨款收入支出决算总表',
    GENERAL_PUBLIC_EXPENDITURE: '一般公共预算财政拨款支出决算表',
    GENERAL_PUBLIC_BASIC_EXPENDITURE: '一般公共预算财政拨款基本支出决算表',
    THREE_OFFICIAL_EXPENSES: '一般公共预算财政拨款“三公”经费支出决算表',
    GOVERNMENT_FUND: '政府性基金预算财政拨款收入支出决算表',
    STATE_CAPITAL: '国有资本经营预算财政拨款支出决算表',
    NON_TAX_REVENUE: '非税收入征缴情况表',
  },
  BUDGET: {
    REVENUE_EXPENDITURE_SUMMARY: '收支总体情况表',
    REVENUE: '收入总体情况表',
    EXPENDITURE: '支出总体情况表',
    APPROPRIATION_SUMMARY: '财政拨款收支总体情况表',
    GENERAL_PUBLIC_EXPENDITURE: '一般公共预算支出情况表（按功能分类科目）',
    GENERAL_PUBLIC_BASIC_EXPENDITURE: '一般公共预算基本支出情况表（按经济分类科目）',
    GENERAL_PUBLIC_PROJECT_EXPENDITURE: '一般公共预算项目支出情况表（按经济分类科目）',
    THREE_OFFICIAL_EXPENSES: '财政拨款安排的行政经费及“三公”经费预算表',
    GOVERNMENT_FUND: '政府性基金预算支出情况表',
    STATE_CAPITAL: '国有资本经营预算支出情况表',
    BASIC_EXPENDITURE_BY_UNIT: '部门预算基本支出预算表',
    PROJECT_EXPENDITURE_BY_UNIT: '部门预算项目支出及其他支出预算表',
  },
};

export function titleOf(kind: 'FINAL_ACCOUNTS' | 'BUDGET', statement: string): string {
  const title = TITLES[kind][statement];
  if (!title) throw new Error(`expected a statement of ${kind}, got ${statement}`);
  return title;
}
