import type { ExampleAnswers } from './example-answer.js';

/** Of examples about what was checked, what the texts state, and how figures came about. */
export const CHECKED: ExampleAnswers = {
  // 004:132 9929.37; 004:133–136 623.18 + 7806.18 + 301.18 + 683.82; 004:180 9005.00 of projects against 7806.18 + 683.82;
  // two columns each of 004:132, 180 and 261
  BrokenIdentities: {
    statements: 4,
    shows: {
      'data.findings.totalCount': 6,
      'data.findings.nodes.3.difference': '-515.00',
      'data.findings.nodes.3.lineItems.0.source.line': 180,
      'data.findings.nodes.0.rule.id': 'REVENUE.TREE',
      'data.findings.nodes.0.expected': '9414.36',
      'data.findings.nodes.0.actual': '9929.37',
      'data.findings.nodes.0.difference': '-515.01',
      'data.findings.nodes.0.lineItems.0.source.line': 132,
      'data.findings.nodes.0.lineItems.4.amount': '683.82',
      'data.findings.nodes.0.lineItems.4.source.line': 136,
    },
  },
  // 000:510: 115.03 of 660.97 is 17.40 %, of the 776.00 of the year itself 14.82 %; 002:1242: 2795.08 of 2755.37 is 101.44 %;
  // 003:666 and 670 among five of the template, two rates beside them
  HowReportsAddUp: {
    statements: 4,
    shows: {
      'data.reports.nodes.0.findingCounts.broken': 9,
      'data.reports.nodes.1.findings.length': 1,
      'data.reports.nodes.2.findings.2.message': expect.stringContaining('= 101.44 %, got 101.45 %'),
      'data.reports.nodes.3.findings.0.message': expect.stringMatching(
        / 660\.97 = 17\.40 %, got 15\.0 %: .* the wrong base$/,
      ),
      'data.reports.nodes.4.findingCounts.broken': 7,
      'data.reports.nodes.4.findings.6.rule.id': 'TEMPLATE_TEXT',
    },
  },
  // 000:178 776.00 of 000:109 1303.92; the text has both, 000:508 and 510
  ExplainedShare: {
    statements: 9,
    shows: {
      'data.compare.cells.0.value': '0.59512854',
      'data.compare.cells.0.explanation.steps.2.expression': '776.00 / 1303.92',
      'data.compare.cells.0.explanation.steps.0.sources.0.source.line': 178,
      'data.compare.cells.0.explanation.steps.1.sources.0.source.line': 109,
      'data.compare.cells.0.explanation.citation': expect.stringMatching(
        /^广州市从化区政务服务数据管理局\. .*\[R\]\. .*第178行; .*第109行\. SHA-256: [0-9a-f]{64}\. 数据版本: duizhao \S+\.$/,
      ),
    },
  },
  // 002:1479, 001:583, 004:672, 000:632, 003:721
  NumbersOfTheText: {
    statements: 3,
    shows: {
      'data.reportedFacts.totalCount': 5,
      'data.reportedFacts.nodes.0.value': '1394.08',
      'data.reportedFacts.nodes.1.value': '34029.65',
      'data.reportedFacts.nodes.2': expect.objectContaining({ stage: 'ORIGINAL_BUDGET', year: 2023, value: '3266.49' }),
      'data.reportedFacts.nodes.3.source.line': 632,
      'data.reportedFacts.nodes.4.value': '865.46',
    },
  },
  // 002:1240 2755.37, 002:1242 2795.08 and 101.45 %
  BudgetInTheText: {
    statements: 7,
    shows: {
      'data.compare.cells.0.stage': 'ORIGINAL_BUDGET',
      'data.compare.cells.0.value': '2755.37',
      'data.compare.cells.0.status': 'FROM_NARRATIVE',
      'data.compare.cells.0.sources.0.source.line': 1240,
      'data.compare.cells.1.value': '2795.08',
      'data.compare.cells.1.status': 'REPORTED',
      'data.completion.nodes.0.value': '101.45',
      'data.completion.nodes.0.base': 'ORIGINAL_BUDGET',
      'data.completion.nodes.0.source.line': 1242,
    },
  },
  // 000:178 776.00, 000:510 115.03 more than the year before: 115.03 of 660.97
  YearBefore: {
    statements: 6,
    shows: {
      'data.compare.cells.0.value': '776.00',
      'data.compare.cells.0.baseline': '660.97',
      'data.compare.cells.0.difference': '115.03',
      'data.compare.cells.0.changeRate': '0.1740321',
    },
  },
  // Four of the eleven districts of Guangzhou, by the titles of the documents
  Coverage: {
    statements: 5,
    shows: {
      'data.coverage.districtsPresent': 4,
      'data.coverage.districtsTotal': 11,
      'data.coverage.cells.0': expect.objectContaining({ district: { code: '440100', name: '广州市' }, year: 2020 }),
      'data.coverage.cells.3.kinds': ['BUDGET'],
    },
  },
  // 001:690 12264.49 of 12282.97; 001:702–714: eight rows with numbers, only 99.99 % of 100 % was missed; 99.84 of 100 points
  CompletionOfGoals: {
    statements: 3,
    shows: {
      'data.evaluations.nodes.1': expect.objectContaining({
        scope: 'PROJECT',
        evaluable: 8,
        met: 7,
        completion: '0.875',
      }),
      'data.evaluations.nodes.1.scoreRate': '0.9984',
      'data.evaluations.nodes.1.execution': '0.99849548',
    },
  },
};
