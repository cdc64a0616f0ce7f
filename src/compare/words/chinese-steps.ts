import {
  CHINESE_AVERAGES,
  CHINESE_REASONS,
  CHINESE_STAGES,
  CHINESE_WARNINGS,
  nameVintage,
} from '../../domain/chinese-names.js';
import type { StepWords } from './step-words.js';

export const CHINESE_STEPS: StepWords = {
  formula: {
    sum: (measure, departments) => `Σ ${measure}（${departments}个部门）`,
    terms: (measure) => `${measure} = 各项相加`,
    perCapita: (value) => `${value} / 常住人口`,
    realTerms: (value) => `${value} × 基年平减指数 / 当年平减指数`,
    index: (value) => `${value} / 基期值 × 100`,
    againstBaseline: (value) => `${value}，与对比基数相比`,
  },
  total: ({ nameZh }) => nameZh,
  warning: (code) => CHINESE_WARNINGS[code],
  missing: (reason, lacking) =>
    lacking === null ? CHINESE_REASONS[reason] : `${CHINESE_REASONS[reason]}：没有${lacking}`,
  noValue: () => '无数值',
  noBaseline: () => '无对比基数',
  ofBaseline: (label) => `对比基数：${label}`,
  ofIndexBase: (label) => `指数基期：${label}`,
  rounded: (label) => `${label}（四舍五入，保留8位小数）`,
  figure: (measure, department, year, stage) =>
    `${department}${year}年${stage === null ? '' : CHINESE_STAGES[stage]}：${measure}`,
  derivedBy: (label, terms) => `${label}，按${terms}推算`,
  derivedOtherwise: () => '另一种推算',
  sum: () => '合计',
  divisorSum: () => '分母合计',
  quotient: (kind, divisor) => (kind === 'SHARE' ? '占比' : kind === 'RATIO' ? '比值' : `按${divisor.nameZh}平均`),
  perCapita: () => '人均',
  realTerms: () => '按基年价格计算',
  index: () => '指数',
  average: (of, count) => `${count}个值的${CHINESE_AVERAGES[of]}`,
  median: (terms) => `中位数(${terms.join(', ')})`,
  difference: () => '差额',
  ratio: () => '比值',
  changeRate: () => '变动率',
  statistic: ({ kind, districtCode, year, vintage, source }, place) => {
    const label =
      kind === 'POPULATION' ? `${place ?? ''}（${districtCode}）${year}年末常住人口` : `${year}年GDP平减指数`;
    return `${label}（版本：${nameVintage(vintage)}；来源：${nameVintage(source)}）`;
  },
  statisticValue: ({ kind, value }) => (kind === 'POPULATION' ? `${value}万人` : `${value}（2015年=100）`),
};
