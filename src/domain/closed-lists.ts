/**
 * The closed lists of the field, each declared once. GraphQL's enums and the CHECK constraints of the store are compared
 * with these by a test. Spellings are those of the API contract.
 */
export const AMOUNT_UNITS = ['YUAN', 'WAN_YUAN', 'YI_YUAN'] as const;
export type AmountUnit = (typeof AMOUNT_UNITS)[number];

/** Units a table may be printed in: those of the API and 千元. */
export const PRINTED_UNITS = ['YUAN', 'QIAN_YUAN', 'WAN_YUAN', 'YI_YUAN'] as const;
export type PrintedUnit = (typeof PRINTED_UNITS)[number];

export const UNITS = [
  'YUAN',
  'WAN_YUAN',
  'YI_YUAN',
  'YUAN_PER_CAPITA',
  'RATIO',
  'PERCENT',
  'INDEX',
  'COUNT',
  'POINTS',
] as const;
export type Unit = (typeof UNITS)[number];

export const REPORT_KINDS = ['BUDGET', 'FINAL_ACCOUNTS'] as const;
/** 部门预算 / 部门决算: the document. */
export type ReportKind = (typeof REPORT_KINDS)[number];

export const STAGES = ['ORIGINAL_BUDGET', 'REVISED_BUDGET', 'OUTTURN'] as const;
/** 年初预算数 / 调整(全年)预算数 / 决算数: the figure. */
export type Stage = (typeof STAGES)[number];

export const FLOWS = ['REVENUE', 'EXPENDITURE'] as const;
export type Flow = (typeof FLOWS)[number];

export const CLASSIFICATIONS = ['FUNCTIONAL', 'ECONOMIC', 'REVENUE', 'BALANCE'] as const;
export type Classification = (typeof CLASSIFICATIONS)[number];

export const ACCOUNT_LEVELS = ['CATEGORY', 'GROUP', 'ITEM'] as const;
/** 类 / 款 / 项. */
export type AccountLevel = (typeof ACCOUNT_LEVELS)[number];

export const FUNDS = [
  'ALL',
  'APPROPRIATION',
  'GENERAL_PUBLIC',
  'GOVERNMENT_FUND',
  'STATE_CAPITAL',
  'GRANT_FROM_ABOVE',
  'SERVICE',
  'COMMERCIAL',
  'REMITTANCE',
  'OTHER',
  'TREASURY',
  'FISCAL_ACCOUNT',
  'EDUCATION_FEES',
  'OTHER_FISCAL_ACCOUNT',
  'OWN_FUNDS',
  'BALANCES_USED',
] as const;
/** Whose money a cell is about: the column's fund, or that of the whole table. */
export type Fund = (typeof FUNDS)[number];

export const PARTS = [
  'TOTAL',
  'BASIC',
  'PROJECT',
  'COMMERCIAL',
  'TO_ABOVE',
  'TO_SUBORDINATES',
  'OPENING',
  'CLOSING',
] as const;
/** Which part of it: the column's, or that of the whole table. */
export type Part = (typeof PARTS)[number];

export const STATEMENTS = [
  'REVENUE_EXPENDITURE_SUMMARY',
  'REVENUE',
  'EXPENDITURE',
  'APPROPRIATION_SUMMARY',
  'GENERAL_PUBLIC_EXPENDITURE',
  'GENERAL_PUBLIC_BASIC_EXPENDITURE',
  'GENERAL_PUBLIC_PROJECT_EXPENDITURE',
  'THREE_OFFICIAL_EXPENSES',
  'GOVERNMENT_FUND',
  'STATE_CAPITAL',
  'NON_TAX_REVENUE',
  'BASIC_EXPENDITURE_BY_UNIT',
  'PROJECT_EXPENDITURE_BY_UNIT',
] as const;
export type Statement = (typeof STATEMENTS)[number];

export const SIDES = ['REVENUE', 'EXPENDITURE', 'PERSONNEL', 'OPERATING'] as const;
/** The side (收入, 支出) or lane (人员经费, 公用经费) of a table that has two. */
export type Side = (typeof SIDES)[number];

export const RECOGNITIONS = ['TITLE', 'COLUMN_HEADS'] as const;
/** What a table was known by. */
export type Recognition = (typeof RECOGNITIONS)[number];

export const UNIT_BASES = ['STATED', 'TOTALS', 'OTHER_TABLES', 'NARRATIVE'] as const;
/** Where a table's unit is from. */
export type UnitBasis = (typeof UNIT_BASES)[number];

export const CONFIDENCES = ['HIGH', 'MEDIUM', 'LOW'] as const;
/** How sure something is that was recognised or mapped. */
export type Confidence = (typeof CONFIDENCES)[number];

export const MAPPING_KINDS = ['SAME', 'RENAMED', 'MOVED', 'SPLIT', 'MERGED', 'REUSED', 'ADDED', 'REMOVED'] as const;
/** What became of an account between two years. */
export type MappingKind = (typeof MAPPING_KINDS)[number];

export const METRIC_KEYS = [
  'TOTAL_REVENUE',
  'TOTAL_EXPENDITURE',
  'REVENUE',
  'EXPENDITURE',
  'APPROPRIATION_REVENUE',
  'OTHER_REVENUE',
  'OPENING_BALANCE',
  'CLOSING_BALANCE',
  'BASIC_EXPENDITURE',
  'PROJECT_EXPENDITURE',
  'PERSONNEL_EXPENDITURE',
  'OPERATING_EXPENDITURE',
  'GENERAL_PUBLIC_EXPENDITURE',
  'GOVERNMENT_FUND_EXPENDITURE',
  'STATE_CAPITAL_EXPENDITURE',
  'THREE_OFFICIAL_EXPENSES',
  'TRAVEL_ABROAD',
  'VEHICLE_EXPENSES',
  'VEHICLE_PURCHASE',
  'VEHICLE_RUNNING',
  'HOSPITALITY',
  'TRAVEL_GROUP_COUNT',
  'TRAVELLER_COUNT',
  'VEHICLE_COUNT',
  'RECEPTION_COUNT',
  'GUEST_COUNT',
  'MEETINGS',
  'TRAINING',
  'AGENCY_RUNNING_COSTS',
  'PROCUREMENT',
  'PROCUREMENT_GOODS',
  'PROCUREMENT_WORKS',
  'PROCUREMENT_SERVICES',
  'PROCUREMENT_SMALL_FIRMS',
  'NON_TAX_REVENUE',
  'INDICATOR_COUNT',
  'INDICATORS_MET',
  'INDICATOR_WEIGHT',
  'INDICATOR_SCORE',
] as const;
export type MetricKey = (typeof METRIC_KEYS)[number];

export const CELL_STATUSES = ['REPORTED', 'DERIVED', 'FROM_NARRATIVE', 'MISSING'] as const;
export type CellStatus = (typeof CELL_STATUSES)[number];

export const MISSING_REASONS = [
  'NOT_COVERED',
  'NOT_IN_TEMPLATE',
  'NOT_PRINTED',
  'UNREADABLE',
  'NO_MAPPING',
  'NO_DENOMINATOR',
  'ZERO_BASE',
  'NOT_APPLICABLE',
] as const;
export type MissingReason = (typeof MISSING_REASONS)[number];

export const VERDICTS = ['COMPARABLE', 'WITH_WARNINGS', 'NOT_COMPARABLE'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const WARNING_CODES = [
  'STAGE_MISMATCH',
  'YEAR_MISMATCH',
  'ENTITY_MISMATCH',
  'ENTITY_RENAMED',
  'SCOPE_MISMATCH',
  'BUDGET_BASIS_DIFFERS',
  'DEFINITION_DIFFERS',
  'CLASSIFICATION_BREAK',
  'CODE_REUSED',
  'ACCOUNT_RENAMED',
  'MAPPING_APPROXIMATE',
  'PARTIAL_COVERAGE',
  'UNDISCLOSED_RESIDUAL',
  'POPULATION_VINTAGE',
  'RECONCILIATION_FAILED',
  'ONE_OFF',
  'ZERO_BASE',
] as const;
export type WarningCode = (typeof WARNING_CODES)[number];

export const NORMALISATIONS = [
  'NONE',
  'SHARE_OF_TOTAL',
  'SHARE_OF_PARENT',
  'PER_CAPITA',
  'REAL_TERMS',
  'INDEX',
] as const;
export type Normalisation = (typeof NORMALISATIONS)[number];

export const AVERAGES = ['MEAN', 'MEDIAN'] as const;
/** Of values side by side, to hold each of them against. */
export type Average = (typeof AVERAGES)[number];

export const RANK_ORDERS = ['VALUE', 'DIFFERENCE', 'RATIO'] as const;
/** What a ranking sorts by: the value, or what it is to its baseline. */
export type RankBy = (typeof RANK_ORDERS)[number];

export const ENTITIES = ['DISTRICT', 'DEPARTMENT'] as const;
export type Entity = (typeof ENTITIES)[number];

export const EVALUATION_SCOPES = ['DEPARTMENT', 'PROJECT', 'TASK'] as const;
export type EvaluationScope = (typeof EVALUATION_SCOPES)[number];

export const EVALUATORS = ['SELF', 'THIRD_PARTY', 'FINANCE_BUREAU'] as const;
export type Evaluator = (typeof EVALUATORS)[number];

export const TARGET_OPERATORS = ['AT_LEAST', 'AT_MOST', 'EQUAL', 'MORE_THAN', 'LESS_THAN'] as const;
/** What an outcome is to be to its target. */
export type TargetOperator = (typeof TARGET_OPERATORS)[number];

export const REPORT_STATUSES = ['CURRENT', 'SUPERSEDED'] as const;
/** Whether a report is the newest publication of its department, year, kind and unit scope. */
export type ReportStatus = (typeof REPORT_STATUSES)[number];

export const FACT_KINDS = ['AMOUNT', 'CHANGE', 'CHANGE_RATE', 'COMPLETION', 'SHARE', 'COUNT'] as const;
/** What a number of the narrative says. */
export type FactKind = (typeof FACT_KINDS)[number];

export const FACT_BASES = ['PREVIOUS_YEAR', 'ORIGINAL_BUDGET', 'REVISED_BUDGET', 'WHOLE'] as const;
/** What a change, rate or share of the narrative is held against, as the text says. */
export type FactBase = (typeof FACT_BASES)[number];

export const FINDING_OUTCOMES = ['EXACT', 'ROUNDING', 'BROKEN', 'NOT_EVALUABLE'] as const;
export type FindingOutcome = (typeof FINDING_OUTCOMES)[number];

export const RULE_KINDS = [
  'ROW',
  'TREE',
  'TABLE',
  'CROSS_TABLE',
  'CROSS_CLASSIFICATION',
  'NARRATIVE',
  'INDICATOR',
  'TEMPLATE_TEXT',
] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

export const CITATION_FORMATS = ['GBT7714', 'BIBTEX', 'CSL_JSON', 'PLAIN'] as const;
export type CitationFormat = (typeof CITATION_FORMATS)[number];

export const STATISTIC_KINDS = ['POPULATION', 'DEFLATOR'] as const;
/** 年末常住人口 of a district, 万人 / the national GDP deflator, 2015 = 100. */
export type StatisticKind = (typeof STATISTIC_KINDS)[number];

export const DIMENSIONS = [
  'DISTRICT',
  'DEPARTMENT',
  'YEAR',
  'STAGE',
  'STATEMENT',
  'ACCOUNT',
  'LABEL',
  'FLOW',
  'FUND',
  'PART',
  'UNIT',
] as const;
/** What sums are grouped by, in the order in which their rows are sorted. */
export type Dimension = (typeof DIMENSIONS)[number];

export const AGGREGATE_ORDERS = ['KEYS', 'SUM_ASC', 'SUM_DESC'] as const;
export type AggregateOrder = (typeof AGGREGATE_ORDERS)[number];
