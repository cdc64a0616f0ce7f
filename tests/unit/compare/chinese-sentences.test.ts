import { METRICS } from '../../../src/compare/metrics.js';
import { CHINESE } from '../../../src/compare/words/chinese.js';
import type { NamedFigure } from '../../../src/compare/words/named.js';
import type { Say } from '../../../src/compare/words/words.js';
import { WARNING_CODES } from '../../../src/domain/closed-lists.js';
import type { WarningCode } from '../../../src/domain/closed-lists.js';

const figure = (name: string, year: number): NamedFigure => ({ name, year });
const YUEXIU = figure('越秀区', 2019);
const FOUR = [figure('广州市', 2019), figure('广州市', 2020), YUEXIU, figure('海珠区', 2017), figure('番禺区', 2023)];
const CHANGE = { formerName: '海珠区政务办', name: '海珠区政数局', year: 2019, districtCode: '440105', source: 's' };
const EXPENDITURE = { name: 'EXPENDITURE', nameZh: '本年支出' };
const ROW = { figure: YUEXIU, label: '20103 政府办公厅', amount: '9929.37' };
const NOTE = '住房公积金 moved from 303 to 301';
const HOUSING = { name: '30113 住房公积金', year: 2019 };
const FORMER = { name: '30311 住房公积金', year: 2017 };
const INSURANCE = ['30110 医疗保险', '30111 医疗补助'].map((name) => ({ name, year: 2019 }));
const classes = (a: string, b: string) => [
  { figures: CHINESE.figures([YUEXIU]), called: a },
  { figures: CHINESE.figures([figure('番禺区', 2023)]), called: b },
];

/** Written by hand, by code. */
const SENTENCES: readonly (readonly [WarningCode, Say, string])[] = [
  [
    'STAGE_MISMATCH',
    (words) =>
      words.ofMeasures(
        [EXPENDITURE, { name: 'FUNCTIONAL:2010301', nameZh: '2010301 行政运行' }],
        words.unlike('STAGES', [
          { figures: words.figures(FOUR), called: words.stage('OUTTURN') },
          { figures: words.figures([figure('番禺区', 2023)]), called: words.stage('ORIGINAL_BUDGET') },
        ]),
      ),
    '本年支出、2010301 行政运行：广州市2019年、2020年、越秀区2019年等5项为决算数，番禺区2023年为年初预算数——不是同一阶段的数',
  ],
  [
    'STAGE_MISMATCH',
    (words) => words.unlike('STAGES', classes(words.stage('REVISED_BUDGET'), words.stage('OUTTURN'))),
    '越秀区2019年为调整预算数，番禺区2023年为决算数——不是同一阶段的数',
  ],
  [
    'YEAR_MISMATCH',
    (words) =>
      words.unlike('YEARS', [
        {
          figures: words.bodies(['广州市', '越秀区', '从化区', '海珠区', '海珠区']),
          called: words.years([2018, 2019]),
        },
        { figures: words.bodies(['番禺区']), called: words.years([2023]) },
      ]),
    '广州市、越秀区、从化区等4个为2018年、2019年，番禺区为2023年——没有共同的年度',
  ],
  ['YEAR_MISMATCH', (words) => words.addedYears(['2017', '2019']), '2017年、2019年的数相加'],
  [
    'ENTITY_MISMATCH',
    (words) => words.unlike('LEVELS', classes(words.level('COUNTY'), words.level('PREFECTURE'))),
    '越秀区2019年为区县级，番禺区2023年为市级——单位级次不同',
  ],
  [
    'ENTITY_MISMATCH',
    (words) => words.unlike('SUMS', classes(words.body(true), words.body(false))),
    '越秀区2019年为多个部门的合计，番禺区2023年为单个部门——合计数与单个部门的数相比',
  ],
  [
    'ENTITY_RENAMED',
    (words) => words.renamedBody(words.figures([figure('海珠区', 2017)]), words.figures([YUEXIU]), CHANGE),
    '海珠区2017年为海珠区政务办的数，该单位2019年更名为海珠区政数局；与越秀区2019年相比',
  ],
  ['ENTITY_RENAMED', (words) => words.addedBodies(CHANGE), '海珠区政务办与其2019年更名后的海珠区政数局的数相加'],
  [
    'SCOPE_MISMATCH',
    (words) =>
      words.unlike(
        'SCOPES',
        classes(
          words.scope({ funds: ['APPROPRIATION', 'GENERAL_PUBLIC'], part: 'BASIC' }),
          words.scope({ funds: [], part: null }),
        ),
      ),
    '越秀区2019年为财政拨款（同一般公共预算）基本支出，番禺区2023年为正文所述数（未注明资金性质）——资金口径不同',
  ],
  [
    'SCOPE_MISMATCH',
    (words) =>
      words.unlike('SCOPES', classes(words.columns('ALL TOTAL + GENERAL_PUBLIC BASIC'), words.columns('column 3'))),
    '越秀区2019年为全部资金合计、一般公共预算基本支出，番禺区2023年为第3栏——资金口径不同',
  ],
  ['SCOPE_MISMATCH', (words) => words.mixedFunds(YUEXIU), '越秀区2019年为多个部门的合计，各部门数据的资金性质不同'],
  [
    'BUDGET_BASIS_DIFFERS',
    (words) => words.unlike('BUDGETS', classes(words.stage('ORIGINAL_BUDGET'), words.stage('REVISED_BUDGET'))),
    '越秀区2019年按年初预算数，番禺区2023年按调整预算数——比率所依据的预算不同',
  ],
  [
    'DEFINITION_DIFFERS',
    (words) =>
      words.unlike(
        'DEFINITIONS',
        classes(words.definition('行政经费 of a budget, which may count project-funded items'), words.definition(null)),
      ),
    '越秀区2019年为预算的行政经费（可能含项目支出安排的部分），番禺区2023年为决算口径——名称相同、定义不同',
  ],
  [
    'DEFINITION_DIFFERS',
    (words) => words.unlike('TOTALS', classes(words.report('BUDGET'), words.report('FINAL_ACCOUNTS'))),
    '越秀区2019年为预算，番禺区2023年为决算——预算的合计含结转结余和转移性收支，决算的合计不含',
  ],
  [
    'CLASSIFICATION_BREAK',
    (words) => words.of(words.figures([YUEXIU]), words.standsFor(HOUSING, [FORMER], NOTE)),
    `越秀区2019年：2019年的“30113 住房公积金”即2017年的“30311 住房公积金”（${NOTE}）`,
  ],
  [
    'CLASSIFICATION_BREAK',
    (words) => words.holdsOther(HOUSING, 2017, NOTE),
    `2019年的“30113 住房公积金”在2017年核算内容不同，未作换算（${NOTE}）`,
  ],
  [
    'CLASSIFICATION_BREAK',
    (words) => words.isPartOf(FORMER, INSURANCE, NOTE),
    `2017年的“30311 住房公积金”只是2019年的“30110 医疗保险”、“30111 医疗补助”的一部分，所占份额不明（${NOTE}）`,
  ],
  [
    'CLASSIFICATION_BREAK',
    (words) => words.otherEdition('30104', 2017, 2019, null),
    '按2017年科目的30104与按2019年科目的30104相比：两者之间没有对应关系',
  ],
  [
    'CLASSIFICATION_BREAK',
    (words) =>
      words.addedAccount('CHANGED', '301', { name: '工资福利支出', year: 2017 }, { name: '工资福利支出', year: 2023 }, [
        { note: NOTE, year: 2018 },
      ]),
    `301：2017年“工资福利支出”与2023年“工资福利支出”相加——科目已调整（${NOTE}，2018年起）`,
  ],
  [
    'MAPPING_APPROXIMATE',
    (words) => words.standsFor(FORMER, INSURANCE, NOTE),
    `2017年的“30311 住房公积金”即2019年的“30110 医疗保险”、“30111 医疗补助”之和，各自份额不明（${NOTE}）`,
  ],
  [
    'CODE_REUSED',
    (words) => words.reused({ name: '30311 代缴社会保险费', year: 2020 }, FORMER),
    '2020年的“30311 代缴社会保险费”在2017年为“30311 住房公积金”：同一编码、两种含义，不能作为同一序列',
  ],
  [
    'CODE_REUSED',
    (words) =>
      words.addedAccount(
        'REUSED',
        '30311',
        { name: '住房公积金', year: 2017 },
        { name: '代缴社会保险费', year: 2020 },
        [],
      ),
    '30311：2017年“住房公积金”与2020年“代缴社会保险费”相加——同一编码、两种含义',
  ],
  [
    'ACCOUNT_RENAMED',
    (words) =>
      words.renamedAccount('20701', { name: '文化', year: 2017 }, { name: '文化和旅游', year: 2020 }, [
        { note: '文化 became 文化和旅游', year: 2019 },
      ]),
    '20701：2017年为“文化”，2020年为“文化和旅游”（文化 became 文化和旅游，2019年起）',
  ],
  [
    'ACCOUNT_RENAMED',
    (words) =>
      words.addedAccount('RENAMED', '20701', { name: '文化', year: 2017 }, { name: '文化和旅游', year: 2020 }, []),
    '20701：2017年“文化”与2020年“文化和旅游”相加——科目更名',
  ],
  [
    'PARTIAL_COVERAGE',
    (words) => words.partial(YUEXIU, 3, 6, 2, 1),
    '越秀区2019年为6个部门中3个部门的合计：2个部门没有该年度的报告，1个部门没有该项数据',
  ],
  [
    'PARTIAL_COVERAGE',
    (words) =>
      words.unlike('MEMBERS', [
        { figures: words.figures([{ ...YUEXIU, stage: 'OUTTURN' }]), called: words.departments(1) },
        { figures: words.figures([{ ...YUEXIU, year: 2018, stage: 'ORIGINAL_BUDGET' }]), called: words.departments(2) },
      ]),
    '越秀区2019年决算数含1个部门，越秀区2018年年初预算数含2个部门——所含部门不同',
  ],
  [
    'PARTIAL_COVERAGE',
    (words) =>
      words.partialSums(
        [
          words.partialSum(2017, 1, 5, ['广州市', '越秀区', '番禺区', '从化区']),
          words.partialSum(YUEXIU, 1, 2, []),
          words.partialSum(2020, 4, 5, ['番禺区']),
        ],
        2,
      ),
    '2017年为5个部门中1个部门的合计（缺广州市、越秀区、番禺区等4个）；越秀区2019年为2个部门中1个部门的合计；2020年为5个部门中4个部门的合计（缺番禺区）等5项——其余部门没有该年度的报告',
  ],
  [
    'UNDISCLOSED_RESIDUAL',
    (words) => words.residual({ ...ROW, gap: '515.01', isMore: true }),
    '越秀区2019年：20103 政府办公厅 9929.37万元，比其下所列明细之和多515.01万元',
  ],
  [
    'UNDISCLOSED_RESIDUAL',
    (words) => words.moreOfAverage(words.average('MEAN', 7, 2018), 4),
    '2018年7个值的平均数：另有4个值有同类提示',
  ],
  [
    'RECONCILIATION_FAILED',
    (words) => words.residual({ ...ROW, gap: '0.10', isMore: false }) + words.moreFigures(3),
    '越秀区2019年：20103 政府办公厅 9929.37万元，比其下所列明细之和少0.10万元，另有3个数也是如此',
  ],
  [
    'RECONCILIATION_FAILED',
    (words) => words.broken({ ...ROW, rule: 'EXPENDITURE.TREE', difference: '515.01' }),
    '越秀区2019年：20103 政府办公厅 9929.37万元，所涉勾稽关系（EXPENDITURE.TREE）不成立，相差515.01',
  ],
  [
    'POPULATION_VINTAGE',
    (words) =>
      words.unlike('VINTAGES', classes(words.vintage('2020 census'), words.vintage('given with the question'))),
    '越秀区2019年用2020 census，番禺区2023年用提问时给定——人口数据的版本不同',
  ],
  [
    'ONE_OFF',
    (words) => words.ofDivisor(EXPENDITURE, words.noted(YUEXIU, '1596.43, for the whole district', 'its report')),
    '分母“本年支出”：越秀区2019年：1596.43, for the whole district（来源：its report）',
  ],
  ['ONE_OFF', (words) => words.ofDivisor(null, words.moreAtCells(5)), '分母：另有5条，见各单元格'],
  ['ONE_OFF', (words) => words.more(5), '另有5条'],
  [
    'ZERO_BASE',
    (words) => words.zeroDivisor(YUEXIU, EXPENDITURE, true),
    '越秀区2019年：分母“本年支出”为零，无法计算比值',
  ],
  ['ZERO_BASE', (words) => words.zeroDivisor(YUEXIU, null, false), '越秀区2019年：分母为零，无法计算占比'],
  [
    'ZERO_BASE',
    (words) => words.zeroBaseline(YUEXIU, words.average('MEDIAN', 5, 2018)),
    '越秀区2019年：对比基数（2018年5个值的中位数）为零，无法计算比率',
  ],
  ['ZERO_BASE', (words) => words.zeroIndexBase(YUEXIU), '越秀区2019年：指数基期值为零，无法计算指数'],
];

test.each(SENTENCES)('%s', (_, say, sentence) => {
  expect(say(CHINESE)).toBe(sentence);
});

test('every code is among them', () => {
  expect(new Set(SENTENCES.map(([code]) => code))).toEqual(new Set(WARNING_CODES));
});

test('statistics that are lacking are named with their district', () => {
  const population = { kind: 'POPULATION', districtCode: '440104', year: 2018 } as const;
  expect(CHINESE.lacking(population, '越秀区')).toBe('越秀区（440104）2018年末常住人口');
  const deflator = { kind: 'DEFLATOR', year: 2019, baseYear: 2015 } as const;
  expect(CHINESE.lacking(deflator, null)).toBe('2019年与2015年同一版本的GDP平减指数');
});

test('a definition by which a report departs from final accounts has Chinese words', () => {
  const recipes = METRICS.flatMap((metric) => Object.values(metric.recipes));
  const definitions = recipes.flatMap((recipe) => (recipe && 'definition' in recipe ? (recipe.definition ?? []) : []));
  expect(definitions.length).toBeGreaterThan(0);
  for (const own of definitions) expect(CHINESE.definition(own)).toMatch(/^[^A-Za-z]+$/);
});
