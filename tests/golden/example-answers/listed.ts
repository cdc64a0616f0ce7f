import type { ExampleAnswers } from './example-answer.js';

/** Of examples that list what is stored. */
export const LISTED: ExampleAnswers = {
  FindDistricts: {
    statements: 3,
    shows: {
      'data.districts.length': 5,
      'data.districts.4': {
        ...{ code: '440117', name: '从化区', nameEn: 'Conghua District' },
        parent: { code: '440100', name: '广州市' },
      },
    },
  },
  // 003:60 and its title: the name of 2017
  FindDepartments: {
    statements: 5,
    shows: {
      'data.departments.totalCount': 5,
      'data.departments.nodes.2.formerNames': ['广州市海珠区人民政府政务管理办公室'],
      'data.departments.nodes.2.years': [{ year: 2017 }],
    },
  },
  FindAccounts: {
    statements: 3,
    shows: { 'data.accounts.nodes.0.code': '30217', 'data.accounts.nodes.0.name': '公务接待费' },
  },
  AccountTree: {
    statements: 4,
    shows: {
      'data.accounts.nodes.0.level': 'GROUP',
      'data.accounts.nodes.0.parent': { code: '201', name: '一般公共服务支出', level: 'CATEGORY' },
      'data.accounts.nodes.0.children.0': { code: '2010301', name: '行政运行', level: 'ITEM' },
    },
  },
  // 003:411, 000:330–332
  WhatBecameOfIt: {
    statements: 2,
    shows: {
      'data.crosswalk.0.from': { code: '30104', name: '其他社会保障缴费' },
      'data.crosswalk.0.kind': 'SPLIT',
      'data.crosswalk.1.to': { code: '30111', name: '公务员医疗补助缴费' },
      'data.crosswalk.2.to.code': '30112',
    },
  },
  CodeThroughEditions: {
    statements: 3,
    shows: {
      'data.accounts.nodes.0.name': '住房公积金',
      'data.accounts.nodes.0.lastYear': 2017,
      'data.accounts.nodes.1.name': '代缴社会保险费',
      'data.accounts.nodes.1.edition': 2020,
    },
  },
  ReportsAndTables: {
    statements: 6,
    shows: {
      'data.reports.totalCount': 5,
      'data.reports.nodes.0.kind': 'BUDGET',
      'data.reports.nodes.4.missingStatements': [{ statement: 'NON_TAX_REVENUE', reason: 'NOT_IN_TEMPLATE' }],
    },
  },
  // 000:178; 20 rows of six columns
  OneReport: {
    statements: 7,
    shows: {
      'data.report.fiscalYear.year': 2019,
      'data.report.lineItems.totalCount': 120,
      'data.report.lineItems.nodes.2.amount': '527.92',
      'data.report.lineItems.nodes.2.source.line': 178,
    },
  },
  Metrics: {
    statements: 1,
    shows: { 'data.metrics.0.name': '收入总计', 'data.metrics.0.unit': 'WAN_YUAN' },
  },
  // As the domain notes have them.
  Statistics: {
    statements: 3,
    shows: {
      'data.statistics.length': 2,
      'data.statistics.0.value': '64.95',
      'data.statistics.0.vintage': '2020-03 first published',
      'data.statistics.1.value': '71.77',
    },
  },
  Release: { statements: 3, shows: { 'data.release.reports': 5, 'data.releases.nodes.0.reports': 5 } },
  // the release, the list, what came and went, its figures (two statements), their report
  WhatChanged: {
    statements: 6,
    shows: {
      'data.releases.nodes.0.kept': true,
      'data.releases.nodes.0.changes.nodes.0.before': null,
    },
  },
  // keeping the question is one statement more than a comparison takes
  ByItsId: {
    statements: 4,
    shows: {
      'data.compare.verdict': 'COMPARABLE',
      'data.compare.id': expect.stringMatching(/^[\w-]{16}$/),
      'data.compare.release.kept': true,
    },
  },
  Revisions: {
    statements: 5,
    shows: { 'data.replaced.totalCount': 0, 'data.all.totalCount': 5, 'data.all.nodes.0.revision': 1 },
  },
  // 002:856
  PrintedFigures: {
    statements: 4,
    shows: {
      'data.lineItems.totalCount': 12,
      'data.lineItems.nodes.0.amount': '3.40',
      'data.lineItems.nodes.0.stage': 'ORIGINAL_BUDGET',
      'data.lineItems.nodes.6.amount': '0.78',
      'data.lineItems.nodes.6.stage': 'OUTTURN',
      'data.lineItems.nodes.6.source.line': 856,
    },
  },
  // 002:353, 355, 357, 363; 000:181, 182, 183
  ItemsBelowGroup: {
    statements: 6,
    shows: {
      'data.lineItems.totalCount': 7,
      'data.lineItems.nodes.3.amount': '227.45',
      'data.lineItems.nodes.3.account.code': '2010399',
      'data.lineItems.nodes.5.amount': '485.32',
      'data.lineItems.nodes.5.source.line': 182,
    },
  },
  // 000:310, 000:333
  OneAmountTwoAccounts: {
    statements: 4,
    shows: {
      'data.lineItems.nodes.length': 2,
      'data.lineItems.nodes.0.amount': '65.54',
      'data.lineItems.nodes.0.source.line': 310,
      'data.lineItems.nodes.1.amount': '65.54',
      'data.lineItems.nodes.1.source.line': 333,
    },
  },
  // 001:184, 004:182; ten: 001:181, 182, 183, 184, 187, 220, 224, 002:370, 004:182, 187
  LargestAmounts: {
    statements: 4,
    shows: {
      'data.lineItems.totalCount': 10,
      'data.lineItems.nodes.0.amount': '16995.00',
      'data.lineItems.nodes.1.amount': '7806.18',
      'data.lineItems.nodes.1.stage': 'ORIGINAL_BUDGET',
      'data.lineItems.nodes.9.amount': '1383.15',
    },
  },
  // 001:485–511: 12.92 and 0.06 are 12.98
  NonTaxRevenue: {
    statements: 3,
    shows: {
      'data.lineItems.totalCount': 12,
      'data.lineItems.nodes.0.amount': '12.98',
      'data.lineItems.nodes.1.amount': '12.92',
      'data.lineItems.nodes.9.amount': '0.06',
      'data.lineItems.nodes.9.source.line': 509,
    },
  },
  // 004:456, 457, 559
  ProjectsByUnit: {
    statements: 3,
    shows: {
      'data.lineItems.nodes.0.amount': '13931.00',
      'data.lineItems.nodes.1.amount': '13100.00',
      'data.lineItems.nodes.1.leaf': false,
      'data.lineItems.nodes.2.label': '"数字政府"建设专项资金',
      'data.lineItems.nodes.2.amount': '4653.00',
    },
  },
  // 002:1584–1586; 001:712; 000:707–709
  Evaluations: {
    statements: 6,
    shows: {
      'data.evaluations.totalCount': 8,
      'data.evaluations.nodes.0.score': '100',
      'data.evaluations.nodes.0.execution': '1',
      'data.evaluations.nodes.1.score': null,
      'data.evaluations.nodes.3.score': '99.84',
      'data.evaluations.nodes.3.met': 7,
      'data.evaluations.nodes.7.source.line': 709,
    },
  },
  // 001:707
  ProjectScores: {
    statements: 3,
    shows: {
      'data.evaluations.nodes.0.indicators.length': 9,
      'data.evaluations.nodes.0.indicators.5.weight': '7',
      'data.evaluations.nodes.0.indicators.5.score': '6.99',
      'data.evaluations.nodes.0.indicators.5.source.line': 707,
    },
  },
  // 001:615, 001:707
  IndicatorsByName: {
    statements: 5,
    shows: {
      'data.performanceIndicators.totalCount': 2,
      'data.performanceIndicators.nodes.0.score': null,
      'data.performanceIndicators.nodes.1.score': '6.99',
      'data.performanceIndicators.nodes.1.evaluation.scope': 'PROJECT',
    },
  },
  UnknownCode: {
    statements: 2,
    shows: {
      'data.lineItems.totalCount': 0,
      'extensions.hints.0': expect.stringMatching(/^no division has the code "441017"; near: 440117 从化区/),
    },
  },
  // 004:130
  WhatCouldNotBeRead: {
    statements: 3,
    shows: {
      'data.reports.nodes.0.issues.0.source.line': 130,
      'data.reports.nodes.0.issues.0.message': expect.stringContaining('“15, 094. 7 1”'),
    },
  },
  // 002:365, 002:345; 000:179, 000:206, 000:187
  WalkTheTree: {
    statements: 8,
    shows: {
      'data.districts.0.departments.0.reports.0.lineItems.totalCount': 5,
      'data.districts.0.departments.0.reports.0.lineItems.nodes.0.amount': '1596.43',
      'data.districts.0.departments.0.reports.0.lineItems.nodes.1.amount': '1066.66',
      'data.districts.1.departments.0.reports.0.lineItems.nodes.2.amount': '43.60',
    },
  },
  // 000:178
  AmountInYuan: {
    statements: 2,
    shows: {
      'data.lineItems.nodes.0.yuan': '7760000.00',
      'data.lineItems.nodes.0.wanYuan': '776.00',
      'data.lineItems.nodes.0.yiYuan': '0.0776',
    },
  },
  DescribeType: {
    statements: 1,
    shows: { 'data.__type.name': 'ComparisonCell', 'data.__type.fields.0.name': 'metric' },
  },
  // 000:181, 183; nine items in all, to 000:208
  FirstPage: {
    statements: 4,
    shows: {
      'data.lineItems.totalCount': 9,
      'data.lineItems.nodes.0.amount': '544.95',
      'data.lineItems.nodes.2.amount': '121.91',
      'data.lineItems.pageInfo.hasNextPage': true,
    },
  },
  // 000:186, 201
  NextPage: {
    statements: 4,
    shows: {
      'data.lineItems.totalCount': 9,
      'data.lineItems.edges.0.node': { account: { code: '2060403' }, label: '产业技术与开发', amount: '17.64' },
      'data.lineItems.edges.2.node.amount': '21.40',
      'data.lineItems.pageInfo.hasPreviousPage': true,
    },
  },
  CountsAlone: { statements: 4, shows: { 'data.some.totalCount': 9 } },
};
