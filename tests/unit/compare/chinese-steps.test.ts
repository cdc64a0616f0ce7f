import { CHINESE } from '../../../src/compare/words/chinese.js';
import type { StepWords } from '../../../src/compare/words/step-words.js';
import { MISSING_REASONS, WARNING_CODES } from '../../../src/domain/closed-lists.js';
import type { Statistic } from '../../../src/domain/statistics.js';

const WORDS: StepWords = CHINESE.steps;
const VEHICLES = { name: 'VEHICLE_COUNT', nameZh: '公务用车保有量' };
const POPULATION: Statistic = {
  ...{ kind: 'POPULATION', districtCode: '440104', year: 2019, value: '120.97' },
  ...{ vintage: '2020-03 first published', source: 'the bureau' },
};
const DEFLATOR: Statistic = {
  ...{ kind: 'DEFLATOR', districtCode: null, year: 2019, value: '110.81' },
  ...{ vintage: 'given with the question', source: 'given with the question' },
};

/** Written by hand, by the words that are taken. */
const SAID: Readonly<Record<keyof StepWords, readonly (readonly [said: string, sentence: string])[]>> = {
  formula: [
    [WORDS.formula.sum('本年支出', 3), 'Σ 本年支出（3个部门）'],
    [WORDS.formula.terms('本年支出'), '本年支出 = 各项相加'],
    [WORDS.formula.perCapita('本年支出'), '本年支出 / 常住人口'],
    [WORDS.formula.realTerms('本年支出'), '本年支出 × 基年平减指数 / 当年平减指数'],
    [WORDS.formula.index('本年支出'), '本年支出 / 基期值 × 100'],
    [WORDS.formula.againstBaseline('本年支出'), '本年支出，与对比基数相比'],
  ],
  total: [[WORDS.total({ name: 'EXPENDITURE', nameZh: '本年支出' }), '本年支出']],
  warning: [[WORDS.warning('STAGE_MISMATCH'), '阶段不一致']],
  missing: [
    [WORDS.missing('NOT_COVERED', null), '无此报告'],
    [WORDS.missing('NOT_IN_TEMPLATE', null), '报表无此栏目'],
    [WORDS.missing('NOT_PRINTED', null), '未列示'],
    [WORDS.missing('UNREADABLE', null), '无法辨认'],
    [WORDS.missing('NO_MAPPING', null), '科目无对应关系'],
    [WORDS.missing('NO_DENOMINATOR', '越秀区2018年末常住人口'), '缺少分母：没有越秀区2018年末常住人口'],
    [WORDS.missing('ZERO_BASE', null), '基数为零'],
    [WORDS.missing('NOT_APPLICABLE', null), '不适用'],
  ],
  noValue: [[WORDS.noValue(), '无数值']],
  noBaseline: [[WORDS.noBaseline(), '无对比基数']],
  ofBaseline: [[WORDS.ofBaseline('合计'), '对比基数：合计']],
  ofIndexBase: [[WORDS.ofIndexBase('合计'), '指数基期：合计']],
  rounded: [[WORDS.rounded('占比'), '占比（四舍五入，保留8位小数）']],
  figure: [
    [WORDS.figure('本年支出', '越秀区一局', 2019, 'OUTTURN'), '越秀区一局2019年决算数：本年支出'],
    [WORDS.figure('2010301 行政运行', '越秀区一局', 2019, null), '越秀区一局2019年：2010301 行政运行'],
  ],
  derivedBy: [
    [
      WORDS.derivedBy('越秀区一局2018年：本年支出', '基本支出 + 项目支出'),
      '越秀区一局2018年：本年支出，按基本支出 + 项目支出推算',
    ],
  ],
  derivedOtherwise: [[WORDS.derivedOtherwise(), '另一种推算']],
  sum: [[WORDS.sum(), '合计']],
  divisorSum: [[WORDS.divisorSum(), '分母合计']],
  quotient: [
    [WORDS.quotient('SHARE', VEHICLES), '占比'],
    [WORDS.quotient('RATIO', VEHICLES), '比值'],
    [WORDS.quotient('FOR_ONE', VEHICLES), '按公务用车保有量平均'],
  ],
  perCapita: [[WORDS.perCapita(), '人均']],
  realTerms: [[WORDS.realTerms(), '按基年价格计算']],
  index: [[WORDS.index(), '指数']],
  average: [
    [WORDS.average('MEAN', 5), '5个值的平均数'],
    [WORDS.average('MEDIAN', 6), '6个值的中位数'],
  ],
  median: [[WORDS.median(['1.00', '2.00', '3.00']), '中位数(1.00, 2.00, 3.00)']],
  difference: [[WORDS.difference(), '差额']],
  ratio: [[WORDS.ratio(), '比值']],
  changeRate: [[WORDS.changeRate(), '变动率']],
  statistic: [
    [
      WORDS.statistic(POPULATION, '越秀区'),
      '越秀区（440104）2019年末常住人口（版本：2020-03 first published；来源：the bureau）',
    ],
    [WORDS.statistic(DEFLATOR, null), '2019年GDP平减指数（版本：提问时给定；来源：提问时给定）'],
  ],
  statisticValue: [
    [WORDS.statisticValue(POPULATION), '120.97万人'],
    [WORDS.statisticValue(DEFLATOR), '110.81（2015年=100）'],
  ],
};

test.each(Object.entries(SAID))('%s', (_, said) => {
  for (const [own, sentence] of said) expect(own).toBe(sentence);
});

test('every reason why there is no value, and every warning, has a name of its own', () => {
  for (const names of [
    MISSING_REASONS.map((reason) => WORDS.missing(reason, null)),
    WARNING_CODES.map(WORDS.warning),
  ]) {
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[\u4e00-\u9fff]+$/);
  }
});
