import {
  CHINESE_AVERAGES,
  CHINESE_FUNDS,
  CHINESE_LEVELS,
  CHINESE_PARTS,
  CHINESE_REPORTS,
  CHINESE_STAGES,
  nameVintage,
} from '../../domain/chinese-names.js';
import { BUDGET_RUNNING_COSTS } from '../recipes.js';
import { CHINESE_STEPS } from './chinese-steps.js';
import { MOST_NAMED } from './named.js';
import type { NamedAccount, NamedFigure, NamedMeasure, NotedChange } from './named.js';
import type { NameWords, ReasonWords, SumWords, Unlike, Words } from './words.js';

/** What figures are said to be, and why they are not alike. */
const UNLIKE: Readonly<Record<Unlike, readonly [verb: string, why: string]>> = {
  STAGES: ['为', '不是同一阶段的数'],
  SCOPES: ['为', '资金口径不同'],
  DEFINITIONS: ['为', '名称相同、定义不同'],
  TOTALS: ['为', '预算的合计含结转结余和转移性收支，决算的合计不含'],
  LEVELS: ['为', '单位级次不同'],
  SUMS: ['为', '合计数与单个部门的数相比'],
  MEMBERS: ['含', '所含部门不同'],
  YEARS: ['为', '没有共同的年度'],
  VINTAGES: ['用', '人口数据的版本不同'],
  BUDGETS: ['按', '比率所依据的预算不同'],
};
const DEFINITIONS: Readonly<Record<string, string>> = {
  [BUDGET_RUNNING_COSTS]: '预算的行政经费（可能含项目支出安排的部分）',
};
const CHANGES = { REUSED: '同一编码、两种含义', CHANGED: '科目已调整', RENAMED: '科目更名' } as const;

function nameFigure({ name, year, stage }: NamedFigure): string {
  return `${name}${nameYear({ year, ...(stage && { stage }) })}`;
}

function nameYear({ year, stage }: Omit<NamedFigure, 'name'>): string {
  return `${year}年${stage ? CHINESE_STAGES[stage] : ''}`;
}

/** What comes after another figure of the same body is named by its year alone. */
function listFigures(figures: readonly NamedFigure[], count?: number): string {
  const distinct = count === undefined ? [...new Map(figures.map((own) => [nameFigure(own), own])).values()] : figures;
  const shown = distinct.slice(0, MOST_NAMED);
  const named = shown.map((own, at) => (shown[at - 1]?.name === own.name ? nameYear(own) : nameFigure(own)));
  return named.join('、') + ofAll(shown.length, count ?? distinct.length, '项');
}

function listNames(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMED);
  return shown.join('、') + ofAll(shown.length, names.length, '个');
}

function ofAll(shown: number, count: number, counter: string): string {
  return count > shown ? `等${count}${counter}` : '';
}

function ofYear({ name, year }: NamedAccount): string {
  return `${year}年的“${name}”`;
}

function joinAccounts(accounts: readonly NamedAccount[]): string {
  return `${accounts[0]?.year}年的${accounts.map(({ name }) => `“${name}”`).join('、')}`;
}

function listNotes(notes: readonly NotedChange[]): string {
  return [...new Set(notes.map(({ note, year }) => `${note}，${year}年起`))].join('；');
}

function quote({ nameZh }: NamedMeasure): string {
  return `“${nameZh}”`;
}

const NAMES: NameWords = {
  measure: ({ nameZh }) => nameZh,
  figures: listFigures,
  bodies: (names) => listNames([...new Set(names)]),
  years: (years) => years.map((year) => `${year}年`).join('、'),
  stage: (stage) => CHINESE_STAGES[stage],
  report: (kind) => CHINESE_REPORTS[kind],
  level: (level) => CHINESE_LEVELS[level],
  scope: ({ funds, part }) => {
    if (funds.length === 0) return part ? CHINESE_PARTS[part] : '正文所述数（未注明资金性质）';
    const money = funds.map((fund) => CHINESE_FUNDS[fund]).join('（同');
    return `${money}${'）'.repeat(funds.length - 1)}${part ? CHINESE_PARTS[part] : ''}`;
  },
  columns: (text) =>
    text
      .replace(/column (\d+)/g, '第$1栏')
      .replace(/[A-Z_]{3,}/g, (word) => ({ ...CHINESE_FUNDS, ...CHINESE_PARTS })[word as 'TOTAL'] ?? word)
      .replaceAll(' + ', '、')
      .replaceAll(' ', ''),
  definition: (definition) => (definition === null ? '决算口径' : (DEFINITIONS[definition] ?? definition)),
  body: (isSum) => (isSum ? '多个部门的合计' : '单个部门'),
  departments: (count) => `${count}个部门`,
  vintage: nameVintage,
  average: (of, count, year) => `${year}年${count}个值的${CHINESE_AVERAGES[of]}`,
  lacking: (statistic, place) =>
    statistic.kind === 'POPULATION'
      ? `${place ?? ''}（${statistic.districtCode}）${statistic.year}年末常住人口`
      : `${statistic.year}年与${statistic.baseYear}年同一版本的GDP平减指数`,
};

const REASONS: ReasonWords = {
  ofMeasures: (measures, sentence) => `${[...new Set(measures.map(({ nameZh }) => nameZh))].join('、')}：${sentence}`,
  ofDivisor: (divisor, sentence) => `分母${divisor ? quote(divisor) : ''}：${sentence}`,
  of: (figures, sentence) => `${figures}：${sentence}`,
  unlike: (kind, classes) => {
    const [verb, why] = UNLIKE[kind];
    return `${classes.map(({ figures, called }) => `${figures}${verb}${called}`).join('，')}——${why}`;
  },
  renamedBody: (before, after, { formerName, name, year }) =>
    `${before}为${formerName}的数，该单位${year}年更名为${name}；与${after}相比`,
  renamedAccount: (code, from, to, notes) =>
    `${code}：${from.year}年为“${from.name}”，${to.year}年为“${to.name}”（${listNotes(notes)}）`,
  otherEdition: (code, own, other, sentence) =>
    `按${own}年科目的${code}与按${other}年科目的${code}相比：${sentence ?? '两者之间没有对应关系'}`,
  reused: (own, other) => `${ofYear(own)}在${other.year}年为“${other.name}”：同一编码、两种含义，不能作为同一序列`,
  standsFor: (own, others, notes) =>
    `${ofYear(own)}即${joinAccounts(others)}${others.length > 1 ? '之和，各自份额不明' : ''}（${notes}）`,
  holdsOther: (own, year, notes) => `${ofYear(own)}在${year}年核算内容不同，未作换算（${notes}）`,
  isPartOf: (own, others, notes) => `${ofYear(own)}只是${joinAccounts(others)}的一部分，所占份额不明（${notes}）`,
  partial: (figure, present, all, unreported, silent) => {
    const reasons = [
      ...(unreported > 0 ? [`${unreported}个部门没有该年度的报告`] : []),
      ...(silent > 0 ? [`${silent}个部门没有该项数据`] : []),
    ];
    return `${nameFigure(figure)}为${all}个部门中${present}个部门的合计：${reasons.join('，')}`;
  },
  mixedFunds: (figure) => `${nameFigure(figure)}为多个部门的合计，各部门数据的资金性质不同`,
  residual: ({ figure, label, amount, gap, isMore }) =>
    `${nameFigure(figure)}：${label} ${amount}万元，比其下所列明细之和${isMore ? '多' : '少'}${gap}万元`,
  broken: ({ figure, label, amount, rule, difference }) =>
    `${nameFigure(figure)}：${label} ${amount}万元，所涉勾稽关系（${rule}）不成立，相差${difference}`,
  noted: (figure, note, source) => `${nameFigure(figure)}：${note}（来源：${source}）`,
  zeroDivisor: (figure, divisor, isRatio) =>
    `${nameFigure(figure)}：分母${divisor ? quote(divisor) : ''}为零，无法计算${isRatio ? '比值' : '占比'}`,
  zeroBaseline: (figure, baseline) => `${nameFigure(figure)}：对比基数（${baseline}）为零，无法计算比率`,
  zeroIndexBase: (figure) => `${nameFigure(figure)}：指数基期值为零，无法计算指数`,
  moreOfAverage: (average, count) => `${average}：另有${count}个值有同类提示`,
  moreAtCells: (count) => `另有${count}条，见各单元格`,
};

const SUMS: SumWords = {
  addedYears: (years) => `${years.map((year) => `${year}年`).join('、')}的数相加`,
  addedAccount: (change, code, from, to, notes) => {
    const said = notes.length === 0 ? '' : `（${listNotes(notes)}）`;
    return `${code}：${from.year}年“${from.name}”与${to.year}年“${to.name}”相加——${CHANGES[change]}${said}`;
  },
  addedBodies: ({ formerName, name, year }) => `${formerName}与其${year}年更名后的${name}的数相加`,
  partialSums: (sums, more) =>
    `${sums.join('；')}${ofAll(sums.length, sums.length + more, '项')}——其余部门没有该年度的报告`,
  partialSum: (of, present, all, without) => {
    const name = typeof of === 'number' ? `${of}年` : nameFigure(of);
    const whose = without.length === 0 ? '' : `（缺${listNames(without)}）`;
    return `${name}为${all}个部门中${present}个部门的合计${whose}`;
  },
  moreFigures: (count) => `，另有${count}个数也是如此`,
  more: (count) => `另有${count}条`,
};

export const CHINESE: Words = { ...NAMES, ...REASONS, ...SUMS, steps: CHINESE_STEPS };
