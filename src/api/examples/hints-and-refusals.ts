import { groupExamples } from './example.js';

const UNKNOWN_CODE = `# 代码打错了：答案是空的，但会提示最接近的代码。
# A code with its digits swapped: the answer is empty, but says what is near.
# 看 extensions.hints：没有 441017 这个区划，接近的有 440117 从化区。
# Look at extensions.hints: no division has the code 441017; 440117 从化区 is near.
query UnknownCode($district: String!) {
  lineItems(where: { district: { eq: $district } }) {
    totalCount
  }
}
`;

const NO_SUCH_YEAR = `# 问了没有报告的年份：提示有哪些年份。
# A year that no report is about: the answer says which years there are.
# 看 extensions.hints 和 NOT_COVERED：没有报告不等于没有支出。
# Look at extensions.hints and at NOT_COVERED: no report does not mean no expenditure.
query NoSuchYear($districts: [ID!], $years: [Int!]) {
  compare(input: { metrics: [{ key: EXPENDITURE }], districts: $districts, years: $years }) {
    cells {
      district {
        name
      }
      year
      value
      missing
    }
  }
}
`;

const NO_POPULATION = `# 从化区 2018 年人均支出：没有当年的人口，就不折算。
# Expenditure a head where no population of the year is here: it is not computed.
# 看 NO_DENOMINATOR 和 hints：不借用相邻年份的人口，并提示怎样给出自己的数（statistics）。
# Look at NO_DENOMINATOR and the hints: no other year's population is used. They say how to give your own.
query NoPopulation($districts: [ID!], $years: [Int!]) {
  compare(
    input: {
      metrics: [{ key: EXPENDITURE }]
      districts: $districts
      years: $years
      normalise: PER_CAPITA
    }
  ) {
    cells {
      year
      value
      unit
      missing
      statistics {
        year
        value
      }
    }
  }
}
`;

const IMPOSSIBLE = `# 一个不可能的问题，旁边一个可以回答的：前者被拒绝，后者照样回答。
# An impossible question beside one that works: the first is refused, the second is answered.
# 看 errors：应该是什么、给的是什么（BAD_USER_INPUT）；data.nothing 是 null。
# Look at errors: what was expected and what came (BAD_USER_INPUT); data.nothing is null.
query ImpossibleQuestion($district: ID!, $year: Int!) {
  nothing: compare(
    input: {
      metrics: [{ key: EXPENDITURE, account: { classification: FUNCTIONAL, code: "201" } }]
      districts: [$district]
      years: [$year]
    }
  ) {
    verdict
  }
  works: compare(
    input: { metrics: [{ key: EXPENDITURE }], districts: [$district], years: [$year] }
  ) {
    verdict
    cells {
      value
      unit
    }
  }
}
`;

const ISSUES = `# 文件里哪些地方没读清楚，或者要靠勾稽关系才能定下来？
# What could not be read, or only after the row's own sums settled it?
# 看 message 和 source.text：印的是“15, 094. 7 1”，按合计定为 15094.71。
# Look at message and source.text: printed “15, 094. 7 1”, settled as 15094.71 by the row's identity.
query WhatCouldNotBeRead($where: ReportFilter) {
  reports(where: $where) {
    nodes {
      title
      issues {
        message
        source {
          table
          line
          text
        }
      }
    }
  }
}
`;

/** What is answered where a question has a slip, makes no sense, or meets a page that is hard to read. */
export const HINTS_AND_REFUSALS = groupExamples({ group: 'Hints and refusals', groupZh: '提示与拒绝' }, [
  {
    title: 'A code that is unknown',
    titleZh: '打错的代码',
    query: UNKNOWN_CODE,
    variables: { district: '441017' },
  },
  {
    title: 'A year without reports',
    titleZh: '没有报告的年份',
    query: NO_SUCH_YEAR,
    variables: { districts: ['440117'], years: [2015, 2019] },
  },
  {
    title: 'No population of the year',
    titleZh: '没有当年的人口',
    query: NO_POPULATION,
    variables: { districts: ['440117'], years: [2018, 2019] },
  },
  {
    title: 'An impossible question',
    titleZh: '不可能的问题',
    query: IMPOSSIBLE,
    variables: { district: '440117', year: 2019 },
    errorCodes: ['BAD_USER_INPUT'],
  },
  {
    title: 'What could not be read',
    titleZh: '没读清楚的地方',
    query: ISSUES,
    variables: { where: { district: { eq: '440113' } } },
  },
]);
