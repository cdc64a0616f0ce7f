import type { ExampleAnswers } from './example-answer.js';

/** Of examples that compare, or ask for a metric's value. */
export const COMPUTED: ExampleAnswers = {
  // 000:178 776.00 of 000:109 1303.92; 002:343 718.34 of 002:169 2795.08
  SideBySide: {
    statements: 5,
    shows: {
      'data.compare.verdict': 'COMPARABLE',
      'data.compare.cells.0.value': '0.59512854',
      'data.compare.cells.0.sources.0.amount': '776.00',
      'data.compare.cells.1.value': '0.25700159',
    },
  },
  // 000:109 against 002:169, 000:178 against 002:343
  AgainstBaseline: {
    statements: 4,
    shows: {
      'data.compare.cells.0.value': '1303.92',
      'data.compare.cells.0.baseline': '2795.08',
      'data.compare.cells.0.ratio': '0.46650543',
      'data.compare.cells.1.difference': '57.66',
    },
  },
  // 001:178 9314.19 of 36144.80; 000 as above
  LaterAgainstEarlier: {
    statements: 4,
    shows: {
      'data.compare.verdict': 'WITH_WARNINGS',
      'data.compare.warnings.0.code': 'YEAR_MISMATCH',
      'data.compare.warnings.1.code': 'ENTITY_MISMATCH',
      'data.compare.cells.0.value': '0.25769101',
      'data.compare.cells.0.difference': '-0.33743753',
    },
  },
  // 000:416, 002:856
  BudgetAndOutturn: {
    statements: 4,
    shows: {
      'data.compare.verdict': 'NOT_COMPARABLE',
      'data.compare.cells.0': {
        ...{ metric: 'THREE_OFFICIAL_EXPENSES', district: { name: '从化区' } },
        ...{ stage: 'ORIGINAL_BUDGET', value: '3.90', rank: 1 },
      },
      'data.compare.cells.3.value': '0.78',
      'data.compare.cells.5.value': '1.90',
    },
  },
  // 001:181 of 2020, the third of the four years with reports; 002:353, 003:211, 004:181, 000:181
  AccountThroughYears: {
    statements: 4,
    shows: {
      'data.compare.cells.2.value': '3308.36',
      'data.compare.cells.5.value': '483.38',
      'data.compare.cells.8.value': '996.12',
      'data.compare.cells.15.value': '623.18',
      'data.compare.cells.17.value': '544.95',
    },
  },
  // 002:807 661.29 and 57.05, 000:402 745.87
  PeersOfOneBody: {
    statements: 4,
    shows: {
      'data.compare.cells.0.missing': 'NOT_COVERED',
      'data.compare.cells.1.value': '6612900.00',
      'data.compare.cells.4.value': '7458700.00',
      'data.compare.cells.4.rank': 1,
      'data.compare.cells.6.value': '570500.00',
    },
  },
  // 000:109, 004:109
  NotComparable: {
    statements: 4,
    shows: {
      'data.compare.verdict': 'NOT_COMPARABLE',
      'data.compare.warnings.0.code': 'STAGE_MISMATCH',
      'data.compare.cells.0.value': '1303.92',
      'data.compare.cells.1.missing': 'NOT_COVERED',
      'data.compare.cells.3.value': '15094.71',
    },
  },
  // 001:365; 003:439 is another account
  CodeReused: {
    statements: 5,
    shows: {
      'data.compare.verdict': 'NOT_COMPARABLE',
      'data.compare.warnings.0.code': 'CODE_REUSED',
      'data.compare.cells.0.missing': 'NO_MAPPING',
      'data.compare.cells.3.value': '0.00',
    },
  },
  // 003:439, 000:333
  AcrossTheReform: {
    statements: 5,
    shows: {
      'data.compare.verdict': 'WITH_WARNINGS',
      'data.compare.warnings.2.code': 'CLASSIFICATION_BREAK',
      'data.compare.cells.0.value': '103.01',
      'data.compare.cells.3.value': '65.54',
    },
  },
  // 000:466, 004:352
  MissingValues: {
    statements: 4,
    shows: {
      'data.compare.cells.0.value': '0.00',
      'data.compare.cells.0.baselineMissing': 'NOT_COVERED',
      'data.compare.cells.3.missing': 'NOT_IN_TEMPLATE',
      'data.compare.cells.11.value': '7247.19',
    },
  },
  // 000:416 1.90 of 000:109 1303.92; 000:333 65.54 of 000:402 745.87 + 30.13
  SharesThatAreNone: {
    statements: 5,
    shows: {
      'data.compare.cells.0.value': '0.00145714',
      'data.compare.cells.1.missing': 'NOT_APPLICABLE',
      'data.compare.cells.2.value': '0.08445876',
    },
  },
  // 000:109
  NoSuchYear: {
    statements: 6,
    shows: {
      'data.compare.cells.0.missing': 'NOT_COVERED',
      'data.compare.cells.1.value': '1303.92',
      'extensions.hints': ['no report of 2015 is here; years with reports: 2017, 2019–2020, 2023'],
    },
  },
  // 000:109
  ImpossibleQuestion: {
    statements: 3,
    shows: {
      'data.nothing': null,
      'data.works.cells.0.value': '1303.92',
      'errors.0.message': 'expected exactly one of key and account, got both',
      'errors.0.path': ['nothing'],
    },
  },
  // 002:169, 000:109
  DistrictValues: {
    statements: 8,
    shows: {
      'data.districts.0': expect.objectContaining({ name: '广东省', departments: [] }),
      'data.districts.2.value.amount': '2795.08',
      'data.districts.5.departments.0.value.amount': '1303.92',
      'data.districts.4.departments.0.value.missing': 'NOT_COVERED',
    },
  },
  // 002:343: the parts are 2795.09; 002:856
  SeveralMetrics: {
    statements: 6,
    shows: {
      'data.districts.0.departments.0.total.amount': '2795.08',
      'data.districts.0.departments.0.basic.amount': '718.34',
      'data.districts.0.departments.0.project.amount': '2076.75',
      'data.districts.0.departments.0.threeOfficialExpenses.amount': '0.78',
    },
  },
  // 002:979
  SeveralQuestions: {
    statements: 7,
    shows: {
      'data.fiscalYears.1': { year: 2019, reports: { totalCount: 2 } },
      'data.newest.nodes.0.kind': 'BUDGET',
      'data.comparison.cells.1.value': '0.41',
    },
  },
  // 004:298 1029.51 and 004:338 35.98
  PrintedFragments: {
    statements: 5,
    shows: {
      'data.districts.0.value.amount': '1065.49',
      'data.districts.0.value.status': 'DERIVED',
      'data.districts.0.value.sources.0.amount': '1029.51',
      'data.districts.0.value.sources.1.source.line': 338,
    },
  },
};
