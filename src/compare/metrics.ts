import { METRIC_KEYS } from '../domain/closed-lists.js';
import type { MetricKey, Statement, Unit } from '../domain/closed-lists.js';
import { cellsOf } from './recipe.js';
import type { Recipes } from './recipe.js';
import { RECIPES } from './recipes.js';

/** What has one meaning in every report. */
export interface Metric {
  readonly key: MetricKey;
  readonly nameZh: string;
  readonly nameEn: string;
  /** Where the figure stands, in final accounts and in budgets. */
  readonly definition: string;
  readonly unit: Unit;
  /** The metric that it is a part of. */
  readonly parent: MetricKey | null;
  /** What SHARE_OF_TOTAL divides by; null: there is no such share. */
  readonly total: MetricKey | null;
  /** The statement of final accounts (of budgets, where those have no place for it). */
  readonly statement: Statement | null;
  readonly recipes: Recipes;
}

type Texts = readonly [nameZh: string, nameEn: string, definition: string];
type Place = readonly [parent: MetricKey | null, total: MetricKey | null];

const TEXTS: Readonly<Record<keyof typeof RECIPES, Texts>> = {
  TOTAL_REVENUE: [
    '收入总计',
    'Total revenue',
    '总计 of the revenue side of 收入支出总表: revenue of the year, balances used and brought forward.',
  ],
  TOTAL_EXPENDITURE: [
    '支出总计',
    'Total expenditure',
    '总计 of the expenditure side of 收入支出总表: expenditure of the year, distributed and carried forward balances.',
  ],
  REVENUE: ['本年收入', 'Revenue', '本年收入合计 of 收入支出总表, all funds.'],
  EXPENDITURE: ['本年支出', 'Expenditure', '本年支出合计 of 收入支出总表, all funds.'],
  APPROPRIATION_REVENUE: [
    '财政拨款收入',
    'Fiscal appropriation',
    '合计 of 收入决算表, column 财政拨款收入. Budgets: the columns 一般公共预算, 政府性基金预算 and 国有资本经营预算 added.',
  ],
  OTHER_REVENUE: [
    '其他收入',
    'Other revenue',
    '其他收入 of 收入支出决算总表. Budgets: 合计 of 收入总体情况表, column 其他收入.',
  ],
  OPENING_BALANCE: ['年初结转和结余', 'Opening balance', "年初结转和结余 of 收入支出决算总表. Budgets don't print it."],
  CLOSING_BALANCE: ['年末结转和结余', 'Closing balance', '年末结转和结余 of 收入支出决算总表. Budgets: 结转下年.'],
  BASIC_EXPENDITURE: ['基本支出', 'Basic expenditure', '合计 of 支出表, column 基本支出, all funds.'],
  PROJECT_EXPENDITURE: ['项目支出', 'Project expenditure', '合计 of 支出表, column 项目支出, all funds.'],
  PERSONNEL_EXPENDITURE: [
    '人员经费',
    'Personnel expenditure',
    '人员经费合计 of 一般公共预算财政拨款基本支出决算表. Budgets: 301 and 303 of 一般公共预算基本支出情况表 added.',
  ],
  OPERATING_EXPENDITURE: [
    '公用经费',
    'Operating expenditure',
    '公用经费合计 of 一般公共预算财政拨款基本支出决算表. Budgets: the 类 other than 301 and 303 of 一般公共预算基本支出情况表 added. Not the same as 机关运行经费.',
  ],
  GENERAL_PUBLIC_EXPENDITURE: [
    '一般公共预算财政拨款支出',
    'Expenditure of the general public budget',
    '本年支出合计 of 财政拨款收入支出决算总表, column 一般公共预算财政拨款. Budgets: 合计 of 一般公共预算支出情况表.',
  ],
  GOVERNMENT_FUND_EXPENDITURE: [
    '政府性基金预算财政拨款支出',
    'Expenditure of government-managed funds',
    '本年支出合计 of 财政拨款收入支出决算总表, column 政府性基金预算财政拨款. Budgets: 合计 of 政府性基金预算支出情况表.',
  ],
  STATE_CAPITAL_EXPENDITURE: [
    '国有资本经营预算财政拨款支出',
    'Expenditure of state capital operations',
    '本年支出合计 of 财政拨款收入支出决算总表, column 国有资本经营预算财政拨款, which exists from 2020. Budgets: 合计 of 国有资本经营预算支出情况表.',
  ],
  THREE_OFFICIAL_EXPENSES: [
    '“三公”经费',
    'Three official expenses',
    '合计 of the 三公 table: travel abroad, vehicles and hospitality; its budget columns are ORIGINAL_BUDGET or REVISED_BUDGET, as its note says. Budgets: 财政拨款.',
  ],
  TRAVEL_ABROAD: ['因公出国（境）费', 'Travel abroad', '因公出国（境）费 of the 三公 table.'],
  VEHICLE_EXPENSES: [
    '公务用车购置及运行费',
    'Vehicle expenses',
    '公务用车购置及运行费 小计 of the 三公 table: purchase and running.',
  ],
  VEHICLE_PURCHASE: ['公务用车购置费', 'Vehicle purchase', '公务用车购置费 of the 三公 table.'],
  VEHICLE_RUNNING: ['公务用车运行费', 'Vehicle running costs', '公务用车运行（维护）费 of the 三公 table.'],
  HOSPITALITY: ['公务接待费', 'Hospitality', '公务接待费 of the 三公 table.'],
  AGENCY_RUNNING_COSTS: [
    '机关运行经费',
    'Agency running costs',
    'Budgets: 行政经费 of the 三公 table, which may count project-funded items. Final accounts state it in the text only.',
  ],
  NON_TAX_REVENUE: [
    '非税收入',
    'Non-tax revenue',
    "合计 of 非税收入征缴情况表: collected for the treasury and the fiscal account, no revenue of the department. Budgets don't print it.",
  ],
  TRAVEL_GROUP_COUNT: [
    '因公出国（境）团组数',
    'Groups sent abroad',
    'Groups sent abroad in the year, as the text states them; reports print them in no table.',
  ],
  TRAVELLER_COUNT: [
    '因公出国（境）人次',
    'Persons sent abroad',
    'Persons sent abroad in the year, as the text states them.',
  ],
  VEHICLE_COUNT: [
    '公务用车保有量',
    'Official vehicles',
    'Official vehicles at the end of the year, as the text states them.',
  ],
  RECEPTION_COUNT: ['国内公务接待批次', 'Receptions', 'Domestic receptions in the year, as the text states them.'],
  GUEST_COUNT: [
    '国内公务接待人次',
    'Guests received',
    'Guests of domestic receptions in the year, as the text states them.',
  ],
  MEETINGS: ['会议费', 'Meetings', 'Spending on meetings, as the text states it.'],
  TRAINING: ['培训费', 'Training', 'Spending on training, as the text states it.'],
  PROCUREMENT: [
    '政府采购支出总额',
    'Procurement',
    'Procurement of goods, works and services by contract, as the text states it: over project expenditure it is a ratio, no share.',
  ],
  PROCUREMENT_GOODS: ['政府采购货物支出', 'Procurement of goods', 'As the text states it.'],
  PROCUREMENT_WORKS: ['政府采购工程支出', 'Procurement of works', 'As the text states it.'],
  PROCUREMENT_SERVICES: ['政府采购服务支出', 'Procurement of services', 'As the text states it.'],
  PROCUREMENT_SMALL_FIRMS: [
    '授予中小企业合同金额',
    'Procurement from small firms',
    'Contracts given to small and medium firms, as the text states them.',
  ],
  INDICATOR_COUNT: [
    '可评价绩效指标数',
    'Indicators that can be judged',
    'Indicators of all evaluations of which the texts tell whether they were met; one printed in two evaluations counts twice. Goals of budgets are not assessed.',
  ],
  INDICATORS_MET: ['已完成绩效指标数', 'Indicators met', 'Of 可评价绩效指标 those whose target was met.'],
  INDICATOR_WEIGHT: ['绩效指标权重', 'Weight of indicators', 'Printed weights of 可评价绩效指标 added, in points.'],
  INDICATOR_SCORE: ['绩效指标得分', 'Score of indicators', 'Printed scores of 可评价绩效指标 added, in points.'],
};

const PLACES: Readonly<Record<keyof typeof RECIPES, Place>> = {
  TOTAL_REVENUE: [null, null],
  TOTAL_EXPENDITURE: [null, null],
  REVENUE: ['TOTAL_REVENUE', 'REVENUE'],
  EXPENDITURE: ['TOTAL_EXPENDITURE', 'EXPENDITURE'],
  APPROPRIATION_REVENUE: ['REVENUE', 'REVENUE'],
  OTHER_REVENUE: ['REVENUE', 'REVENUE'],
  OPENING_BALANCE: ['TOTAL_REVENUE', null],
  CLOSING_BALANCE: ['TOTAL_EXPENDITURE', null],
  BASIC_EXPENDITURE: ['EXPENDITURE', 'EXPENDITURE'],
  PROJECT_EXPENDITURE: ['EXPENDITURE', 'EXPENDITURE'],
  PERSONNEL_EXPENDITURE: ['BASIC_EXPENDITURE', 'EXPENDITURE'],
  OPERATING_EXPENDITURE: ['BASIC_EXPENDITURE', 'EXPENDITURE'],
  GENERAL_PUBLIC_EXPENDITURE: ['EXPENDITURE', 'EXPENDITURE'],
  GOVERNMENT_FUND_EXPENDITURE: ['EXPENDITURE', 'EXPENDITURE'],
  STATE_CAPITAL_EXPENDITURE: ['EXPENDITURE', 'EXPENDITURE'],
  THREE_OFFICIAL_EXPENSES: ['EXPENDITURE', 'EXPENDITURE'],
  TRAVEL_ABROAD: ['THREE_OFFICIAL_EXPENSES', 'EXPENDITURE'],
  VEHICLE_EXPENSES: ['THREE_OFFICIAL_EXPENSES', 'EXPENDITURE'],
  VEHICLE_PURCHASE: ['VEHICLE_EXPENSES', 'EXPENDITURE'],
  VEHICLE_RUNNING: ['VEHICLE_EXPENSES', 'EXPENDITURE'],
  HOSPITALITY: ['THREE_OFFICIAL_EXPENSES', 'EXPENDITURE'],
  AGENCY_RUNNING_COSTS: ['EXPENDITURE', 'EXPENDITURE'],
  NON_TAX_REVENUE: [null, null],
  TRAVEL_GROUP_COUNT: [null, null],
  TRAVELLER_COUNT: [null, null],
  VEHICLE_COUNT: [null, null],
  RECEPTION_COUNT: [null, null],
  GUEST_COUNT: [null, null],
  MEETINGS: [null, null],
  TRAINING: [null, null],
  PROCUREMENT: [null, null],
  PROCUREMENT_GOODS: ['PROCUREMENT', null],
  PROCUREMENT_WORKS: ['PROCUREMENT', null],
  PROCUREMENT_SERVICES: ['PROCUREMENT', null],
  PROCUREMENT_SMALL_FIRMS: ['PROCUREMENT', null],
  INDICATOR_COUNT: [null, null],
  INDICATORS_MET: ['INDICATOR_COUNT', null],
  INDICATOR_WEIGHT: [null, null],
  INDICATOR_SCORE: [null, null],
};

/** All metrics: those of statements, of the text and of evaluations. */
export const METRICS: readonly Metric[] = METRIC_KEYS.map((key) => {
  const [nameZh, nameEn, definition] = TEXTS[key];
  const [parent, total] = PLACES[key];
  const recipes: Recipes = RECIPES[key];
  return {
    key,
    nameZh,
    nameEn,
    definition,
    unit: unitOf(key, recipes),
    parent,
    total,
    statement: statementOf(recipes),
    recipes,
  };
});

function unitOf(key: MetricKey, { FINAL_ACCOUNTS }: Recipes): Metric['unit'] {
  if (key.endsWith('_COUNT')) return 'COUNT';
  if (!FINAL_ACCOUNTS || !('indicators' in FINAL_ACCOUNTS)) return 'WAN_YUAN';
  return FINAL_ACCOUNTS.indicators === 'count' || FINAL_ACCOUNTS.indicators === 'met' ? 'COUNT' : 'POINTS';
}

const BY_KEY: ReadonlyMap<MetricKey, Metric> = new Map(METRICS.map((metric) => [metric.key, metric]));

/** Every key is a metric's. */
export function findMetric(key: MetricKey): Metric {
  return BY_KEY.get(key) as Metric;
}

function statementOf({ FINAL_ACCOUNTS, BUDGET }: Recipes): Statement | null {
  const recipe = FINAL_ACCOUNTS ?? BUDGET;
  return (recipe && cellsOf(recipe)[0]?.statement) ?? null;
}
