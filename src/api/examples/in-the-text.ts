import { groupExamples } from './example.js';

const FACTS = `# 正文里的数字：同一项支出，各份报告的文字说明怎么说。
# Numbers of the running text: what the reports' prose says of one metric.
# 看 kind 和 base：金额、增减、占比分开；value 照原文，valueUnit 是它的单位。
# Look at kind and base: amounts, changes and shares are told apart. value is as printed, in valueUnit.
query NumbersOfTheText($where: ReportedFactFilter) {
  reportedFacts(where: $where) {
    totalCount
    nodes {
      label
      kind
      base
      stage
      year
      value
      valueUnit
      source {
        line
        text
      }
    }
  }
}
`;

const BUDGET = `# 决算报告的表里没有年初预算，正文里有：取自正文，并注明。
# The tables of final accounts print no original budget, the text does: it is taken from there, and says so.
# 看 status：FROM_NARRATIVE 取自正文，REPORTED 取自表；completion 是正文自己写的完成率。
# Look at status: FROM_NARRATIVE is of the text, REPORTED of a table; completion is the rate that the text itself states.
query BudgetInTheText($districts: [ID!], $years: [Int!], $completion: ReportedFactFilter) {
  compare(
    input: {
      metrics: [{ key: GENERAL_PUBLIC_EXPENDITURE }]
      districts: $districts
      years: $years
      stages: [ORIGINAL_BUDGET, OUTTURN]
    }
  ) {
    cells {
      stage
      value
      status
      sources {
        source {
          line
          text
        }
      }
    }
  }
  completion: reportedFacts(where: $completion) {
    nodes {
      label
      base
      value
      valueUnit
      source {
        line
      }
    }
  }
}
`;

const YEAR_BEFORE = `# 没有上一年的报告，但正文写了比上年增减多少：倒推出上一年。
# No report of the year before is here, but the text states the change: the year before follows.
# 看 baseline 和 changeRate：776.00 - 115.03 = 660.97，增长 17.4%；正文写的 15.0% 是按本年数算的。
# Look at baseline and changeRate: 776.00 - 115.03 = 660.97, up by 17.4%. The 15.0% of the text is a share of the year itself.
query YearBefore($districts: [ID!], $years: [Int!]) {
  compare(
    input: {
      metrics: [{ key: BASIC_EXPENDITURE }]
      districts: $districts
      years: $years
      baseline: { previousYear: true }
    }
  ) {
    cells {
      value
      baseline
      difference
      changeRate
      explanation {
        steps {
          label
          expression
          value
        }
        findings {
          outcome
          message
        }
      }
    }
  }
}
`;

/** What the prose states, by itself and where the tables leave a gap. */
export const IN_THE_TEXT = groupExamples({ group: 'In the text', groupZh: '正文里的数字' }, [
  {
    title: 'What the text says of one metric',
    titleZh: '正文怎么说一个指标',
    query: FACTS,
    variables: { where: { metric: ['PROCUREMENT'] } },
  },
  {
    title: 'The original budget, and its completion',
    titleZh: '正文里的年初预算和完成率',
    query: BUDGET,
    variables: {
      districts: ['440104'],
      years: [2019],
      completion: {
        district: { eq: '440104' },
        metric: ['GENERAL_PUBLIC_EXPENDITURE'],
        kind: ['COMPLETION'],
      },
    },
  },
  {
    title: 'The year before, from the change',
    titleZh: '由增减额倒推上一年',
    query: YEAR_BEFORE,
    variables: { districts: ['440117'], years: [2019] },
  },
]);
