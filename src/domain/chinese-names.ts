import type { Average, Fund, MissingReason, Part, ReportKind, Stage, WarningCode } from './closed-lists.js';
import type { DivisionLevel } from './reference-tables.js';
import { OWN_VINTAGE } from './statistics.js';

/** What Chinese sentences call the words of the closed lists. */
export const CHINESE_STAGES: Readonly<Record<Stage, string>> = {
  ORIGINAL_BUDGET: '年初预算数',
  REVISED_BUDGET: '调整预算数',
  OUTTURN: '决算数',
};
export const CHINESE_REPORTS: Readonly<Record<ReportKind, string>> = { BUDGET: '预算', FINAL_ACCOUNTS: '决算' };
export const CHINESE_LEVELS: Readonly<Record<DivisionLevel, string>> = {
  PROVINCE: '省级',
  PREFECTURE: '市级',
  COUNTY: '区县级',
  RESERVED: '级次不明',
};
export const CHINESE_FUNDS: Readonly<Record<Fund, string>> = {
  ALL: '全部资金',
  APPROPRIATION: '财政拨款',
  GENERAL_PUBLIC: '一般公共预算',
  GOVERNMENT_FUND: '政府性基金预算',
  STATE_CAPITAL: '国有资本经营预算',
  GRANT_FROM_ABOVE: '上级补助收入',
  SERVICE: '事业收入',
  COMMERCIAL: '经营收入',
  REMITTANCE: '附属单位上缴收入',
  OTHER: '其他收入',
  TREASURY: '国库',
  FISCAL_ACCOUNT: '财政专户',
  EDUCATION_FEES: '教育收费',
  OTHER_FISCAL_ACCOUNT: '其他专户收入拨款',
  OWN_FUNDS: '单位资金',
  BALANCES_USED: '使用非财政拨款结余',
};
export const CHINESE_PARTS: Readonly<Record<Part, string>> = {
  TOTAL: '合计',
  BASIC: '基本支出',
  PROJECT: '项目支出',
  COMMERCIAL: '经营支出',
  TO_ABOVE: '上缴上级支出',
  TO_SUBORDINATES: '对附属单位补助支出',
  OPENING: '年初结转',
  CLOSING: '年末结转',
};
export const CHINESE_AVERAGES: Readonly<Record<Average, string>> = { MEAN: '平均数', MEDIAN: '中位数' };

/** Why there is no value. */
export const CHINESE_REASONS: Readonly<Record<MissingReason, string>> = {
  NOT_COVERED: '无此报告',
  NOT_IN_TEMPLATE: '报表无此栏目',
  NOT_PRINTED: '未列示',
  UNREADABLE: '无法辨认',
  NO_MAPPING: '科目无对应关系',
  NO_DENOMINATOR: '缺少分母',
  ZERO_BASE: '基数为零',
  NOT_APPLICABLE: '不适用',
};
export const CHINESE_WARNINGS: Readonly<Record<WarningCode, string>> = {
  STAGE_MISMATCH: '阶段不一致',
  YEAR_MISMATCH: '年度不一致',
  ENTITY_MISMATCH: '比较主体不一致',
  ENTITY_RENAMED: '单位更名',
  SCOPE_MISMATCH: '资金口径不一致',
  BUDGET_BASIS_DIFFERS: '预算基数不一致',
  DEFINITION_DIFFERS: '指标定义不一致',
  CLASSIFICATION_BREAK: '科目调整',
  CODE_REUSED: '编码含义变更',
  ACCOUNT_RENAMED: '科目更名',
  MAPPING_APPROXIMATE: '科目换算为近似',
  PARTIAL_COVERAGE: '汇总不全',
  UNDISCLOSED_RESIDUAL: '未披露差额',
  POPULATION_VINTAGE: '人口数据版本不一致',
  RECONCILIATION_FAILED: '勾稽不符',
  ONE_OFF: '一次性因素',
  ZERO_BASE: '基数为零',
};

/** A vintage or a source: those that are stored are quoted as they are. */
export function nameVintage(vintage: string): string {
  return vintage === OWN_VINTAGE ? '提问时给定' : vintage;
}
