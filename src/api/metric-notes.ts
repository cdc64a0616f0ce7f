import { listMetrics } from '../app/list-metrics.js';
import type { MetricKey } from '../domain/closed-lists.js';

/** Keys that stand in the narrative: Chinese name, and what is counted. */
const ELSEWHERE: Readonly<Partial<Record<MetricKey, string>>> = {
  TRAVEL_GROUP_COUNT: '因公出国（境）团组数: groups sent abroad in the year; a count, in the explanation of 三公经费',
  TRAVELLER_COUNT: '因公出国（境）人次: persons sent abroad in the year; a count, in the explanation of 三公经费',
  VEHICLE_COUNT: '公务用车保有量: official vehicles at the end of the year; a count, in the explanation of 三公经费',
  RECEPTION_COUNT: '国内公务接待批次: receptions in the year; a count, in the explanation of 三公经费',
  GUEST_COUNT: '国内公务接待人次: guests received in the year; a count, in the explanation of 三公经费',
  MEETINGS: '会议费: meetings; money, in the narrative',
  TRAINING: '培训费: training; money, in the narrative',
  AGENCY_RUNNING_COSTS: '机关运行经费: running costs of agencies; money, in the narrative. Not the same as 公用经费',
  PROCUREMENT: '政府采购支出总额: procurement; money, in the narrative',
  PROCUREMENT_GOODS: '政府采购货物支出: procurement of goods; money, in the narrative',
  PROCUREMENT_WORKS: '政府采购工程支出: procurement of works; money, in the narrative',
  PROCUREMENT_SERVICES: '政府采购服务支出: procurement of services; money, in the narrative',
  PROCUREMENT_SMALL_FIRMS: '授予中小企业合同金额: contracts given to small and medium firms; money, in the narrative',
};

/** What each key means and where its figure stands. */
export const METRIC_NOTES: Readonly<Partial<Record<MetricKey, string>>> = {
  ...ELSEWHERE,
  ...Object.fromEntries(listMetrics().map(({ key, nameZh, definition }) => [key, `${nameZh}: ${definition}`])),
};
