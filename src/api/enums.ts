import * as lists from '../domain/closed-lists.js';
import { LINE_ITEM_ORDERS } from '../domain/filters.js';
import { enumOf } from './enum-of.js';
import { METRIC_NOTES } from './metric-notes.js';
import { WARNING_NOTES } from './warning-notes.js';

export const Recognition = enumOf('Recognition', lists.RECOGNITIONS, 'What a table was known by.', {
  TITLE: 'its printed title',
  COLUMN_HEADS: 'its heads and rows: the title is lost',
});
export const UnitBasis = enumOf('UnitBasis', lists.UNIT_BASES, "Where a table's unit is from.", {
  STATED: 'stated at the table',
  TOTALS: 'in it the totals are those of tables that state theirs',
  OTHER_TABLES: "the other tables' unit",
  NARRATIVE: 'in it the text repeats the totals',
});
export const Confidence = enumOf('Confidence', lists.CONFIDENCES, 'How sure it is.', {
  HIGH: 'of a table: its title and all its heads are printed, its unit is stated or proven; of a mapping: printed from both sides',
  MEDIUM: 'of a table: one of the three is missing; of a mapping: one side, or a good source',
  LOW: 'of a table: two of the three are missing; of a mapping: approximate or unconfirmed',
});
export const PrintedUnit = enumOf('PrintedUnit', lists.PRINTED_UNITS, 'Unit in which a table is printed.', {
  YUAN: '元',
  QIAN_YUAN: '千元',
  WAN_YUAN: '万元',
  YI_YUAN: '亿元',
});
export const AmountUnit = enumOf('AmountUnit', lists.AMOUNT_UNITS, 'Unit of an amount of money.', {
  YUAN: '元',
  WAN_YUAN: '万元, 10,000 yuan, as the statements print',
  YI_YUAN: '亿元, 100 million yuan',
});
export const Unit = enumOf('Unit', lists.UNITS, 'Unit of a figure; money over a count has the unit of the money.', {
  YUAN: '元',
  WAN_YUAN: '万元, 10,000 yuan',
  YI_YUAN: '亿元, 100 million yuan',
  YUAN_PER_CAPITA: '元 a head of the resident population (常住人口)',
  INDEX: 'base year = 100',
  COUNT: 'a number of things or persons',
  RATIO: 'fraction of one, computed, rounded half up at 8 decimals (0.4744)',
  PERCENT: 'as printed (47.44)',
  POINTS: 'points of a score',
});
export const ReportKind = enumOf('ReportKind', lists.REPORT_KINDS, 'What kind of document it is.', {
  BUDGET: '部门预算',
  FINAL_ACCOUNTS: '部门决算',
});
export const Stage = enumOf(
  'Stage',
  lists.STAGES,
  'Which stage of the money a figure states; one document may state several.',
  {
    ORIGINAL_BUDGET: '年初预算数',
    REVISED_BUDGET: '调整预算数, 全年预算数',
    OUTTURN: '决算数',
  },
);
export const Flow = enumOf('Flow', lists.FLOWS, 'Which way the money goes.', {
  REVENUE: '收入: what comes in',
  EXPENDITURE: '支出: what goes out',
});
export const Classification = enumOf('Classification', lists.CLASSIFICATIONS, 'The list that an account belongs to.', {
  FUNCTIONAL: '支出功能分类',
  ECONOMIC: '支出经济分类',
  REVENUE: 'revenue lines of the summaries and of the non-tax table, without code',
  BALANCE: '合计, 结转, 总计 and other rows without a code',
});
export const AccountLevel = enumOf('AccountLevel', lists.ACCOUNT_LEVELS, 'Level of a code.', {
  CATEGORY: '类, 3 digits',
  GROUP: '款, 5 digits',
  ITEM: '项, 7 digits',
});
export const MappingKind = enumOf(
  'MappingKind',
  lists.MAPPING_KINDS,
  'What an account of one year is in another, seen from the first.',
  {
    SAME: 'nothing changed',
    RENAMED: 'another official name, code and meaning are the same',
    MOVED: 'another code, the same meaning',
    SPLIT: 'this is one of its parts; their shares are unknown',
    MERGED: 'it is a part of this',
    REUSED: 'the code means something else there: nothing joins the two',
    ADDED: 'there was nothing like it',
    REMOVED: 'there is nothing like it',
  },
);
export const Fund = enumOf(
  'Fund',
  lists.FUNDS,
  "Whose money a cell is about: the column's fund, or that of the whole table.",
  {
    ALL: '合计 over all funds',
    APPROPRIATION: '财政拨款 = GENERAL_PUBLIC + GOVERNMENT_FUND + STATE_CAPITAL',
    GENERAL_PUBLIC: '一般公共预算',
    GOVERNMENT_FUND: '政府性基金预算',
    STATE_CAPITAL: '国有资本经营预算',
    GRANT_FROM_ABOVE: '上级补助',
    SERVICE: '事业',
    COMMERCIAL: '经营',
    REMITTANCE: '附属单位上缴',
    OTHER: '其他',
    TREASURY: '国库',
    FISCAL_ACCOUNT: '财政专户',
    EDUCATION_FEES: '教育收费',
    OTHER_FISCAL_ACCOUNT: '其他专户收入拨款',
    OWN_FUNDS: '其他资金, 单位资金 as one column',
    BALANCES_USED: '使用非财政拨款结余, 用事业基金弥补收支差额',
  },
);
export const Part = enumOf('Part', lists.PARTS, "Which part of the money: the column's, or that of the whole table.", {
  TOTAL: '合计, not split',
  BASIC: '基本支出',
  PROJECT: '项目支出',
  COMMERCIAL: '经营支出',
  TO_ABOVE: '上缴上级支出',
  TO_SUBORDINATES: '对附属单位补助支出',
  OPENING: '年初（上年）结转',
  CLOSING: '年末结转, 结转下年',
});
export const Statement = enumOf(
  'Statement',
  lists.STATEMENTS,
  'A statement, by its title in final accounts · in budgets.',
  {
    REVENUE_EXPENDITURE_SUMMARY: '收入支出决算总表 · 收支总体情况表',
    REVENUE: '收入决算表 · 收入总体情况表',
    EXPENDITURE: '支出决算表 · 支出总体情况表',
    APPROPRIATION_SUMMARY: '财政拨款收入支出决算总表 · 财政拨款收支总体情况表',
    GENERAL_PUBLIC_EXPENDITURE: '一般公共预算财政拨款支出决算表 · 一般公共预算支出情况表',
    GENERAL_PUBLIC_BASIC_EXPENDITURE:
      '一般公共预算财政拨款基本支出决算表 · 一般公共预算基本支出情况表 (economic classification)',
    GENERAL_PUBLIC_PROJECT_EXPENDITURE: '一般公共预算项目支出情况表 (budgets only)',
    THREE_OFFICIAL_EXPENSES: '“三公”经费支出决算表 · 行政经费及“三公”经费预算表',
    GOVERNMENT_FUND: '政府性基金预算财政拨款收入支出决算表 · 政府性基金预算支出情况表',
    STATE_CAPITAL: '国有资本经营预算财政拨款支出决算表 (from 2020) · 国有资本经营预算支出情况表',
    NON_TAX_REVENUE: '非税收入征缴情况表 (final accounts)',
    BASIC_EXPENDITURE_BY_UNIT: '部门预算基本支出预算表 (budgets)',
    PROJECT_EXPENDITURE_BY_UNIT: '部门预算项目支出及其他支出预算表 (budgets)',
  },
);
export const MetricKey = enumOf(
  'MetricKey',
  lists.METRIC_KEYS,
  'What has one meaning in every report; `metrics` defines those that work. Money, unless it ends in COUNT, MET, WEIGHT or SCORE. ' +
    'Ratios are made by `over`.',
  METRIC_NOTES,
);
export const CellStatus = enumOf('CellStatus', lists.CELL_STATUSES, 'Where a value comes from.', {
  REPORTED: 'one printed figure',
  DERIVED: 'computed from printed figures: a sum, a share',
  FROM_NARRATIVE: 'from a sentence of the document',
  MISSING: 'no value; `missing` says why',
});
export const MissingReason = enumOf(
  'MissingReason',
  lists.MISSING_REASONS,
  'Why there is no value. Absent is not zero.',
  {
    NOT_COVERED: 'no report',
    NOT_IN_TEMPLATE: "the document's template has no place for it",
    NOT_PRINTED: 'the place is empty',
    UNREADABLE: 'an issue stands there',
    NO_MAPPING: "the account has no counterpart in that year's classification",
    NO_DENOMINATOR: 'what it is divided by is missing',
    ZERO_BASE: 'what it is divided by is zero',
    NOT_APPLICABLE: 'there is no such figure, as the share of a metric without a total',
  },
);
export const Verdict = enumOf('Verdict', lists.VERDICTS, 'Whether figures may be compared; the worst of all pairs.', {
  COMPARABLE: 'nothing known against it',
  WITH_WARNINGS: 'comparable with care: the warnings say why',
  NOT_COMPARABLE: 'not alike: the warnings say why',
});
export const WarningCode = enumOf('WarningCode', lists.WARNING_CODES, 'Why figures are not alike.', WARNING_NOTES);
export const Normalisation = enumOf('Normalisation', lists.NORMALISATIONS, 'What values are turned into.', {
  NONE: 'as they are',
  SHARE_OF_PARENT: 'a part over what it is a part of (三公 parts over 三公, 项 over 款)',
  PER_CAPITA: 'yuan a head of the resident population (常住人口)',
  REAL_TERMS: 'in prices of the base year, by the GDP deflator',
  INDEX: 'base year = 100',
  SHARE_OF_TOTAL:
    'expenditure and functional accounts over EXPENDITURE, economic accounts over the total of their table, revenue over REVENUE',
});
export const Average = enumOf('Average', lists.AVERAGES, 'Of the districts or departments compared.', {
  MEAN: 'arithmetic mean, each of them counting alike',
  MEDIAN: 'the middle value; of an even number the mean of the two in the middle',
});
export const RankBy = enumOf('RankBy', lists.RANK_ORDERS, 'What a ranking sorts by.', {
  VALUE: 'the value',
  DIFFERENCE: 'value - baseline',
  RATIO: 'value / baseline',
});
export const Entity = enumOf('Entity', lists.ENTITIES, 'What is compared.', {
  DISTRICT: 'administrative divisions, each the sum over its departments',
  DEPARTMENT: 'single departments',
});
export const EvaluationScope = enumOf('EvaluationScope', lists.EVALUATION_SCOPES, 'What an evaluation is about.', {
  DEPARTMENT: '部门整体: all that the department spends',
  PROJECT: '项目: one project',
  TASK: '重点工作任务: one task of the year',
});
export const Evaluator = enumOf('Evaluator', lists.EVALUATORS, 'Who evaluated.', {
  SELF: '自评: the department itself',
  THIRD_PARTY: '第三方评价: somebody whom it or the finance bureau asked',
  FINANCE_BUREAU: '财政部门评价: the finance bureau',
});
export const TargetOperator = enumOf(
  'TargetOperator',
  lists.TARGET_OPERATORS,
  'What an outcome is to be to its target.',
  {
    AT_LEAST: '≥, 不低于, 不少于, 以上',
    AT_MOST: '≤, 不超过, 不高于, 以内, 以下',
    EQUAL: '=, and a number without a sign, which is met by passing it too where more is better',
    MORE_THAN: '>, 大于, 超过',
    LESS_THAN: '<, 小于, 低于',
  },
);
export const LineItemOrder = enumOf('LineItemOrder', LINE_ITEM_ORDERS, 'Order of line items; equal ones by id.', {
  PRINTED: 'by report, then as printed',
  AMOUNT_ASC: 'the smallest amount first, negative ones before zero',
  AMOUNT_DESC: 'the greatest amount first',
});
export const Dimension = enumOf(
  'Dimension',
  lists.DIMENSIONS,
  'What sums are grouped by; rows are sorted in this order.',
  {
    DISTRICT: 'the division of the department; of the city itself, its own bureaus',
    DEPARTMENT: 'the department',
    YEAR: 'fiscal year',
    STAGE: '年初预算数, 调整预算数, 决算数: each by itself',
    STATEMENT: 'the table: each by itself',
    ACCOUNT: 'code and edition, or the row where there is no code: a code of two meanings is two rows',
    LABEL: "the row's name as printed, for rows without a code",
    FLOW: '收入, 支出: each by itself',
    FUND: 'whose money: each fund by itself, parts of others too',
    PART: 'which part of it: each by itself, parts of others too',
    UNIT: 'the unit (本级, 所属单位) in tables by unit',
  },
);
export const AggregateOrder = enumOf('AggregateOrder', lists.AGGREGATE_ORDERS, 'Order of sums; equal ones by KEYS.', {
  KEYS: 'by what they are grouped by: division codes, years, codes rising, closed lists in their order, names by their characters; a rest after what it is the rest of',
  SUM_ASC: 'the smallest sum first, negative ones before zero',
  SUM_DESC: 'the greatest sum first',
});
export const FactKind = enumOf('FactKind', lists.FACT_KINDS, 'What a number of the narrative says.', {
  AMOUNT: 'an amount of money',
  CHANGE: 'by how much it rose; a decrease is negative',
  CHANGE_RATE: 'by how many percent it rose; a decrease is negative',
  COMPLETION: 'how many percent of a budget were spent (完成率)',
  SHARE: 'how many percent of a whole it is',
  COUNT: 'how many: vehicles, groups, persons, meetings',
});
export const FactBase = enumOf('FactBase', lists.FACT_BASES, 'What a change, a rate or a share is held against.', {
  PREVIOUS_YEAR: '上年',
  ORIGINAL_BUDGET: '年初预算',
  REVISED_BUDGET: '调整(全年)预算',
  WHOLE: 'the whole that it is a part of',
});
export const FindingOutcome = enumOf('FindingOutcome', lists.FINDING_OUTCOMES, 'What came of a rule at one place.', {
  EXACT: 'it holds to the last digit',
  ROUNDING: 'it holds within half a unit of the last printed digit of every term (尾差)',
  BROKEN: 'it does not hold',
  NOT_EVALUABLE: 'a term is missing or could not be read, or a base is zero',
});
export const RuleKind = enumOf('RuleKind', lists.RULE_KINDS, 'What a rule joins.', {
  ROW: 'the columns of one row',
  TREE: 'a row and the rows one level below it',
  TABLE: 'the rows of one table',
  CROSS_TABLE: 'figures of several tables',
  CROSS_CLASSIFICATION: 'the functional and the economic classification',
  NARRATIVE: 'numbers of the text, with each other or with a table',
  INDICATOR: 'weights, totals and scores of performance indicators',
  TEMPLATE_TEXT: 'text left from a template',
});
export const StatisticKind = enumOf('StatisticKind', lists.STATISTIC_KINDS, 'What a statistic is a figure of.', {
  POPULATION: '年末常住人口: resident population at the end of the year, in 万人 (10,000 persons)',
  DEFLATOR: 'GDP 平减指数: the GDP deflator of the country, 2015 = 100',
});
export const CitationFormat = enumOf('CitationFormat', lists.CITATION_FORMATS, 'Form of a citation.', {
  GBT7714: 'GB/T 7714-2015, as a report',
  BIBTEX: 'BibTeX, an entry a document',
  CSL_JSON: 'CSL-JSON, an item a document',
  PLAIN: 'plain text, a line a document',
});
