import { groupExamples } from './example.js';

const PRINTED = `# 越秀区 2019 年“三公”经费支出决算表：预算数和决算数，连同它们印出的那一行。
# The 三公 table of one report: budget and outturn, each with its row.
# 看 column：1–6 是预算，7–12 是决算；十二个数字出自同一行（source.line）。
# Look at column: 1–6 are the budget, 7–12 the outturn; all twelve stand in one row (source.line).
query PrintedFigures($where: LineItemFilter) {
  lineItems(where: $where, first: 20) {
    totalCount
    nodes {
      label
      column
      columnLabel
      stage
      fund
      amount
      account {
        name
        classification
      }
      source {
        table
        line
        text
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`;

/** Rows and cells as the documents print them. */
export const PRINTED_FIGURES = groupExamples({ group: 'Printed figures', groupZh: '表里的数字' }, [
  {
    title: 'Printed figures of one statement',
    titleZh: '一张表里的数字',
    query: PRINTED,
    variables: {
      where: { district: { eq: '440104' }, year: { eq: 2019 }, statement: ['THREE_OFFICIAL_EXPENSES'] },
    },
  },
]);
