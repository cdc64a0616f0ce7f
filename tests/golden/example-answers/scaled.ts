import type { ExampleAnswers } from './example-answer.js';

/** Of examples that divide, hold against the year before, or rank; populations and deflators are those of seeds/reference. */
export const SCALED: ExampleAnswers = {
  // 000:109 1303.92 / 64.95 and 002:169 2795.08 / 120.97; the statistics are one statement more than a comparison takes
  ExpenditureAHead: {
    statements: 5,
    shows: {
      'data.compare.verdict': 'COMPARABLE',
      'data.compare.cells.0': expect.objectContaining({ value: '20.07575058', unit: 'YUAN_PER_CAPITA', rank: 2 }),
      'data.compare.cells.0.statistics.0.value': '64.95',
      'data.compare.cells.1': expect.objectContaining({ value: '23.10556336', unit: 'YUAN_PER_CAPITA', rank: 1 }),
      'data.compare.cells.1.statistics.0.vintage': '2020-03 first published',
    },
  },
  // 1303.92 / 71.77 and 2795.08 / 103.86
  OwnPopulation: {
    statements: 5,
    shows: {
      'data.compare.verdict': 'COMPARABLE',
      'data.compare.cells.0.value': '18.16803678',
      'data.compare.cells.0.statistics': [{ value: '71.77', vintage: 'given with the question' }],
      'data.compare.cells.1.value': '26.91199692',
    },
  },
  // 001:537 and 538: 36144.80 less 1718.79 and 9869.26 is 24556.75; × 110.81 / 111.50; the text is one statement, the deflators another
  RealGrowth: {
    statements: 4,
    shows: {
      'data.compare.verdict': 'COMPARABLE',
      'data.compare.cells.0': expect.objectContaining({ value: '35921.12365919', baseline: '24556.75' }),
      'data.compare.cells.0.changeRate': '0.46278004',
      'data.compare.cells.0.statistics.1': { kind: 'DEFLATOR', year: 2020, value: '111.50' },
    },
  },
  // 000:541 115.07 less, 002:1188 162.94 more: of 1418.99 and 2632.14
  IndexOfYears: {
    statements: 4,
    shows: {
      'data.compare.verdict': 'COMPARABLE',
      'data.compare.cells': [
        { district: { name: '从化区' }, year: 2018, value: '100', unit: 'INDEX', status: 'DERIVED' },
        { district: { name: '从化区' }, year: 2019, value: '91.890711', unit: 'INDEX', status: 'DERIVED' },
        { district: { name: '越秀区' }, year: 2018, value: '100', unit: 'INDEX', status: 'DERIVED' },
        { district: { name: '越秀区' }, year: 2019, value: '106.19040021', unit: 'INDEX', status: 'DERIVED' },
      ],
    },
  },
  // 24556.75 as above, 2795.08, 1303.92; the figures of 2020 are read when its text is found to tell of 2019
  AgainstTheMedian: {
    statements: 4,
    shows: {
      'data.compare.verdict': 'WITH_WARNINGS',
      'data.compare.warnings.0.code': 'ENTITY_MISMATCH',
      'data.compare.cells.0': {
        ...{ district: { name: '广州市' }, value: '24556.75', baseline: '2795.08', difference: '21761.67' },
        ...{ ratio: '8.7857056', missing: null, distanceFromMedian: null, zScore: null },
      },
      'data.compare.cells.1.difference': '0.00',
      'data.compare.cells.2.missing': 'NOT_COVERED',
      'data.compare.cells.4.difference': '-1491.16',
    },
  },
  // 000:416 1.90 of 000:109 1303.92, 002:856 0.78 of 002:169 2795.08; one statement finds the other district's reports
  OfficialExpensesOverAll: {
    statements: 4,
    shows: {
      'data.compare.verdict': 'COMPARABLE',
      'data.compare.cells.0': {
        ...{ value: '0.00145714', baseline: '0.00027906', difference: '0.00117808', unit: 'RATIO' },
        ...{ percentagePoints: '0.11780828', ratio: '5.2215843' },
      },
    },
  },
  // 001:411 and 570 13.45 of 6, 000:416 and 608 1.90 of 1, 003:499 and 692 3.40 of 2, 002:856 and 1391 0.62 of 1; rows and text are read for sources
  CostOfACar: {
    statements: 7,
    shows: {
      'data.rank.verdict': 'WITH_WARNINGS',
      'data.rank.warnings': ['YEAR_MISMATCH', 'ENTITY_MISMATCH', 'ENTITY_RENAMED'].map((code) =>
        expect.objectContaining({ code }),
      ),
      'data.rank.nodes': [
        expect.objectContaining({ rank: 1, district: { name: '广州市' }, year: 2020, value: '22416.66666667' }),
        expect.objectContaining({ rank: 2, district: { name: '从化区' }, year: 2019, value: '19000.00' }),
        expect.objectContaining({ rank: 3, district: { name: '海珠区' }, year: 2017, value: '17000.00' }),
        expect.objectContaining({ rank: 4, district: { name: '越秀区' }, year: 2019, value: '6200.00' }),
      ],
      'data.rank.nodes.0.sources': [
        { amount: '13.45', source: { line: 411 } },
        { value: '6', valueUnit: '辆', source: { line: 570 } },
      ],
    },
  },
  // 000:416 0.00 and 610 0 guests; 002:856 0.16 and 1401 14 guests
  CostOfAGuest: {
    statements: 4,
    shows: {
      'data.compare.warnings.0.code': 'ZERO_BASE',
      'data.compare.cells.0': { district: { name: '从化区' }, value: null, unit: 'YUAN', missing: 'ZERO_BASE' },
      'data.compare.cells.1.value': '114.28571429',
    },
  },
  // 001:583 34029.65 of 001:178 26830.62, 002:1479 1394.08 of 002:343 2076.75, 003:721 865.46 of 003:208 1662.52; 000: 0.375
  ProcurementOverProjects: {
    statements: 4,
    shows: {
      'data.rank.totalCount': 3,
      'data.rank.nodes.0': {
        ...{ rank: 1, district: { name: '广州市' }, year: 2020, value: '1.26831396', unit: 'RATIO' },
      },
      'data.rank.nodes.1.value': '0.67127964',
      'data.rank.nodes.2.value': '0.52057118',
    },
  },
  // 000:181 544.95 of 000:180 1152.17, 002:353 483.38 of 002:351 1066.66
  ShareOfParent: {
    statements: 5,
    shows: {
      'data.compare.verdict': 'COMPARABLE',
      'data.compare.cells.0.value': '0.47297708',
      'data.compare.cells.0.sources.0': { label: '行政运行', amount: '544.95', source: { line: 181 } },
      'data.compare.cells.0.sources.1': expect.objectContaining({ amount: '1152.17', source: { line: 180 } }),
      'data.compare.cells.1.value': '0.45317158',
    },
  },
  // 36144.80 of 24556.75, 2795.08 of 2632.14, as above
  WhoGrewMost: {
    statements: 4,
    shows: {
      'data.rank.totalCount': 4,
      'data.rank.verdict': 'WITH_WARNINGS',
      'data.rank.nodes': [
        {
          ...{ rank: 1, district: { name: '广州市' }, year: 2020 },
          ...{ value: '36144.80', baseline: '24556.75', ratio: '1.47188858' },
        },
        {
          ...{ rank: 2, district: { name: '越秀区' }, year: 2019 },
          ...{ value: '2795.08', baseline: '2632.14', ratio: '1.061904' },
        },
      ],
      'data.rank.pageInfo.hasNextPage': true,
    },
  },
  // 003:600 3077.07, 146.51 more than the year before: of 2930.56; 1303.92 of 1418.99
  WhoGrewMostNext: {
    statements: 4,
    shows: {
      'data.rank.totalCount': 4,
      'data.rank.verdict': 'WITH_WARNINGS',
      'data.rank.nodes.0': {
        ...{ rank: 3, district: { name: '海珠区' }, year: 2017 },
        ...{ value: '3077.07', baseline: '2930.56', ratio: '1.04999386' },
      },
      'data.rank.nodes.1': expect.objectContaining({ rank: 4, baseline: '1418.99', ratio: '0.91890711' }),
      'data.rank.nodes.length': 2,
      'data.rank.pageInfo': expect.objectContaining({ hasNextPage: false, hasPreviousPage: true }),
    },
  },
  // 000:109, 000:541
  ThroughTheYears: {
    statements: 3,
    shows: {
      'data.trend.verdict': 'COMPARABLE',
      'data.trend.compoundGrowth': '-0.08109289',
      'data.trend.points.0.cell': expect.objectContaining({ year: 2017, value: null, missing: 'NOT_COVERED' }),
      'data.trend.points.1.cell': expect.objectContaining({ year: 2018, value: '1418.99', status: 'DERIVED' }),
      'data.trend.points.2.cell': expect.objectContaining({ value: '1303.92', difference: '-115.07' }),
      'data.trend.points.2.breaks': [],
      'data.trend.points.3.cell': expect.objectContaining({ year: 2020, value: null, missing: 'NOT_COVERED' }),
      'data.trend.points.length': 4,
    },
  },
  // 000:528 333.02 more than 970.90, as 000:551 has it too; 000:179
  BudgetExecution: {
    statements: 5,
    shows: {
      'data.execution.verdict': 'COMPARABLE',
      'data.execution.years.0.varianceMissing': 'NO_DENOMINATOR',
      'data.execution.years.0.total': {
        original: { amount: '970.90', status: 'DERIVED', missing: null },
        revised: { amount: null, missing: 'NOT_IN_TEMPLATE' },
        outturn: { value: '1303.92', difference: '333.02', ratio: '1.34300134', missing: null },
      },
      'data.execution.years.0.items.length': 5,
      'data.execution.years.0.items.0': {
        account: { code: '201', name: '一般公共服务支出' },
        original: { amount: null, status: 'MISSING', missing: 'NOT_COVERED' },
        revised: { amount: null, missing: 'NOT_IN_TEMPLATE' },
        outturn: { value: '1152.17', difference: null, ratio: null, missing: null },
      },
    },
  },
  // 004:109, 180, 186, 206
  BudgetWithoutOutturn: {
    statements: 5,
    shows: {
      'data.execution.warnings': [expect.objectContaining({ code: 'UNDISCLOSED_RESIDUAL' })],
      'data.execution.years.0.total': {
        original: { amount: '15094.71' },
        outturn: { value: null, missing: 'NOT_COVERED', ratio: null },
      },
      'data.execution.years.0.items.length': 6,
      'data.execution.years.0.items.0.original.amount': '9929.37',
      'data.execution.years.0.items.0.outturn': { missing: 'NOT_COVERED', ratio: null },
      'data.execution.years.0.items.1.original.amount': '4653.00',
      'data.execution.years.0.items.5.original.amount': '113.67',
    },
  },
  // 002:856 0.78 of 3.40, 000:416 1.90 of 3.90, 003:499 3.40 of 5.20, 001:411 15.53 of 16.46, which 001:413 calls 调整后的预算数
  RatesOfExecution: {
    statements: 4,
    shows: {
      'data.rank.verdict': 'WITH_WARNINGS',
      'data.rank.warnings.3.code': 'BUDGET_BASIS_DIFFERS',
      'data.rank.nodes.0': {
        ...{ rank: 1, district: { name: '越秀区' }, year: 2019, value: '0.78', baseline: '3.40' },
        ...{ baselineStage: 'ORIGINAL_BUDGET', ratio: '0.22941176' },
      },
      'data.rank.nodes.1.ratio': '0.48717949',
      'data.rank.nodes.2.ratio': '0.65384615',
      'data.rank.nodes.3': expect.objectContaining({ baselineStage: 'REVISED_BUDGET', ratio: '0.94349939' }),
    },
  },
  // 001:615–623: of six it is told, 99.99 % of 100 % was missed; 001:703–711: seven of eight met, 79.99 of 80 points
  GoalsMet: {
    statements: 5,
    shows: {
      'data.compare.cells.0.value': '0.85714286',
      'data.compare.cells.0.explanation.steps.2.expression': '12 / 14',
      'data.compare.cells.1.value': '0.999875',
      'data.compare.cells.1.explanation.steps.2.expression': '79.99 / 80',
    },
  },
  // 000:541; there is a population of 2019 and none of 2018; two statements are for the years of the hint
  NoPopulation: {
    statements: 6,
    shows: {
      'data.compare.cells.0': {
        ...{ year: 2018, value: null, unit: 'YUAN_PER_CAPITA', missing: 'NO_DENOMINATOR', statistics: [] },
      },
      'data.compare.cells.1.value': '20.07575058',
      'extensions.hints.1': expect.stringMatching(/^no population of 440117 in 2018 is here: give your own/),
    },
  },
};
