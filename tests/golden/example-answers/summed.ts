import type { ExampleAnswers } from './example-answer.js';

/**
 * Of examples that add. A sum takes four statements: the release, what there is, the sums, the departments with a report; names of
 * districts, names of accounts and the coverage are one more each.
 */
export const SUMMED: ExampleAnswers = {
  // 002:169, 000:109
  SumByDistrict: {
    statements: 6,
    shows: {
      'data.aggregate.total': '4099.00',
      'data.aggregate.verdict': 'COMPARABLE',
      'data.aggregate.nodes': [
        { district: { name: '越秀区' }, sum: '2795.08', count: 1, share: '1' },
        { district: { name: '从化区' }, sum: '1303.92', count: 1, share: '1' },
      ],
      'data.aggregate.coverage': { districtsPresent: 2, districtsTotal: 11 },
    },
  },
  // 002:365 1596.43 of 2795.08; 000:179 1152.17 of 1303.92, with 17.64, 43.60, 24.96 and 65.54 it is 1303.91
  CategoriesByDistrict: {
    statements: 6,
    shows: {
      'data.aggregate.total': '4099.00',
      'data.aggregate.warnings': [],
      'data.aggregate.nodes.length': 11,
      'data.aggregate.nodes.1': {
        ...{ district: { name: '越秀区' }, account: { code: '206', name: '科学技术支出' } },
        ...{ sum: '1596.43', share: '0.57115718', residual: false },
      },
      'data.aggregate.nodes.5': expect.objectContaining({ sum: '1152.17', share: '0.88362016' }),
      'data.aggregate.nodes.10': expect.objectContaining({ account: null, sum: '0.01', residual: true }),
    },
  },
  // 004:178 and 180–184: 623.18 + 7806.18 + 301.18 + 683.82 = 9414.36 of 9929.37; 004:188 148.67, 189 147.73, 200 0.93
  ItemsAndTheirRest: {
    statements: 6,
    shows: {
      'data.aggregate.total': '15094.71',
      'data.aggregate.warnings': [expect.objectContaining({ code: 'UNDISCLOSED_RESIDUAL' })],
      'data.aggregate.nodes.length': 13,
      'data.aggregate.nodes.3.sum': '683.82',
      'data.aggregate.nodes.4': expect.objectContaining({ sum: '515.01', share: '0.03411858', residual: true }),
      'data.aggregate.nodes.4.account.code': '20103',
      'data.aggregate.nodes.10': expect.objectContaining({ sum: '0.01', residual: true }),
      'data.aggregate.nodes.10.account.code': '208',
    },
  },
  // 001:485–511: 12.27 and 0.30, 0.26, 0.08, 0.06, 0.01; 001:591 gives 0.08 to what the table prints as 0.01
  NonTaxByLine: {
    statements: 4,
    shows: {
      'data.aggregate.total': '12.98',
      'data.aggregate.totalCount': 6,
      'data.aggregate.warnings': [expect.objectContaining({ code: 'RECONCILIATION_FAILED' })],
      'data.aggregate.nodes.0': { label: '行政单位国有资产出租、出借收入', sum: '12.27', share: '0.94530046' },
      'data.aggregate.nodes.1.sum': '0.30',
      'data.aggregate.nodes.5.sum': '0.01',
    },
  },
  // 004:456 13931.00, 459 3823.00, 559 4653.00
  LargeProjects: {
    statements: 4,
    shows: {
      'data.aggregate.total': '13931.00',
      'data.aggregate.warnings': [expect.objectContaining({ code: 'UNDISCLOSED_RESIDUAL' })],
      'data.aggregate.nodes.length': 2,
      'data.aggregate.nodes.0': {
        unitName: '广州市番禺区政务服务数据管理局本级',
        ...{ label: '"数字政府"建设专项资金', sum: '4653.00', share: '0.3340033' },
      },
      'data.aggregate.nodes.1': expect.objectContaining({ label: '业务办公用房经费', sum: '3823.00' }),
    },
  },
  // 000:181–183 544.95, 485.32, 121.91, of 1152.17; 002:353–363 483.38, 252.87, 102.96, 227.45; what is refused takes one statement
  RefusedSum: {
    statements: 5,
    shows: {
      'data.refused': null,
      'errors.0.message': 'expected one level: CATEGORY, GROUP, ITEM all fit; ask level: ITEM',
      'errors.0.path': ['refused'],
      'data.works.nodes': [
        { sum: '2218.84', count: 7, residual: false },
        { sum: '-0.01', count: 1, residual: true },
      ],
    },
  },
  // 36144.80, 2795.08, 3077.07, 15094.71, 1303.92
  UnlikeSums: {
    statements: 4,
    shows: {
      'data.aggregate.verdict': 'NOT_COMPARABLE',
      'data.aggregate.nodes': [{ sum: '58415.58', count: 5 }],
      'data.aggregate.warnings': [
        ...['STAGE_MISMATCH', 'YEAR_MISMATCH', 'ENTITY_MISMATCH', 'DEFINITION_DIFFERS', 'PARTIAL_COVERAGE'],
      ].map((code) => expect.objectContaining({ code })),
    },
  },
};
