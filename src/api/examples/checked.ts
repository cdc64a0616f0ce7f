import { groupExamples } from './example.js';

const BROKEN = `# 勾稽不符的地方：合计不等于下面各行之和，两边的行都列出。
# Identities that do not hold: a whole that is not the sum of the rows below it, with the rows of both sides.
# 看 difference：20103 款比下面四个项多 515.01，这一部分没有公开是什么。
# Look at difference: group 20103 is 515.01 more than its four items; nothing printed says what that is.
query BrokenIdentities($where: FindingFilter) {
  findings(where: $where) {
    totalCount
    nodes {
      rule {
        id
        title
      }
      expected
      actual
      difference
      tolerance
      unit
      message
      lineItems {
        label
        columnLabel
        amount
        source {
          line
        }
      }
    }
  }
}
`;

const COUNTS = `# 每份报告的勾稽情况：相符、在四舍五入之内、不符、缺项无法核对。
# How well each report adds up: exact, within rounding, broken, and what could not be evaluated.
# 看 broken 和下面的 message：表的不符、正文比率的不符、模板里没填的文字，都算在内。
# Look at broken and the messages below it: of tables, of rates in the text, and of template text left to be filled in.
query HowReportsAddUp {
  reports {
    nodes {
      title
      findingCounts {
        exact
        rounding
        broken
        notEvaluable
      }
      findings(outcome: [BROKEN]) {
        rule {
          id
        }
        message
      }
    }
  }
}
`;

const EXPLAINED = `# 占比是怎么算出来的：每一步、印出的行、别处是否也印了，和可以直接引用的出处。
# How a share came about: every step, its printed rows, where else they are printed, and a citation.
# 看 steps：776.00 / 1303.92；看 citation：带文件的哈希和数据版本，可以放进论文。
# Look at steps: 776.00 / 1303.92; and at citation, with the document's hash and the release, fit for a paper.
query ExplainedShare($input: CompareInput!, $format: CitationFormat) {
  compare(input: $input) {
    cells {
      value
      explanation {
        formula
        steps {
          label
          expression
          value
          sources {
            source {
              table
              line
            }
          }
        }
        alsoPrinted {
          source {
            section
            line
            text
          }
        }
        findings {
          outcome
          message
        }
        citation(format: $format)
      }
    }
  }
}
`;

/** What adds up, what does not, and how a figure came about. */
export const CHECKED = groupExamples({ group: 'Checked and explained', groupZh: '勾稽与说明' }, [
  {
    title: 'Identities that do not hold',
    titleZh: '勾稽不符的地方',
    query: BROKEN,
    variables: { where: { district: { eq: '440113' }, kind: ['TREE'], outcome: ['BROKEN'] } },
  },
  { title: 'How well each report adds up', titleZh: '每份报告的勾稽情况', query: COUNTS },
  {
    title: 'How a share came about',
    titleZh: '一个占比的由来和出处',
    query: EXPLAINED,
    variables: {
      input: {
        metrics: [{ key: 'BASIC_EXPENDITURE' }],
        districts: ['440117'],
        years: [2019],
        normalise: 'SHARE_OF_TOTAL',
      },
      format: 'GBT7714',
    },
  },
]);
