import { METRIC_KEYS } from '../domain/closed-lists.js';
import type { MetricKey, Statement, Unit } from '../domain/closed-lists.js';
import { METRIC_TEXTS } from './metric-texts.js';
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
  /** The same in Chinese. */
  readonly definitionZh: string;
  readonly unit: Unit;
  /** The metric that it is a part of. */
  readonly parent: MetricKey | null;
  /** What SHARE_OF_TOTAL divides by; null: there is no such share. */
  readonly total: MetricKey | null;
  /** The statement of final accounts (of budgets, where those have no place for it). */
  readonly statement: Statement | null;
  readonly recipes: Recipes;
}

type Place = readonly [parent: MetricKey | null, total: MetricKey | null];

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
  const [nameZh, nameEn, definition, definitionZh] = METRIC_TEXTS[key];
  const [parent, total] = PLACES[key];
  const recipes: Recipes = RECIPES[key];
  return {
    key,
    nameZh,
    nameEn,
    definition,
    definitionZh,
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
