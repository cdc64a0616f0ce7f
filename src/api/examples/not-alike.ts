import { groupExamples } from './example.js';

const NOT_COMPARABLE = `# 从化区 2019 年的决算和番禺区 2023 年的预算：数字照给，但说明为什么不能比。
# An outturn of 2019 and a budget of 2023: the figures are given, and why they are not alike.
# 看 warnings：STAGE_MISMATCH（阶段不同）、YEAR_MISMATCH（年份不同）。
# Look at warnings: STAGE_MISMATCH and YEAR_MISMATCH; and at the cells that no report covers.
query NotComparable($districts: [ID!], $years: [Int!]) {
  compare(input: { metrics: [{ key: EXPENDITURE }], districts: $districts, years: $years }) {
    verdict
    warnings {
      code
      message
    }
    cells {
      district {
        name
      }
      year
      stage
      value
      missing
    }
  }
}
`;

const CODE_REUSED = `# 经济科目 30311：2017 年是住房公积金，2020 年起是代缴社会保险费。
# Economic account 30311: housing fund in 2017, since 2020 social insurance paid for others.
# 看 CODE_REUSED：代码相同，意思不同，不能连成一列；2017 年没有对应科目（NO_MAPPING）。
# Look at CODE_REUSED: one code, two meanings, never one series; 2017 has no such account (NO_MAPPING).
query CodeReused($code: String!, $districts: [ID!], $years: [Int!]) {
  compare(
    input: {
      metrics: [{ account: { classification: ECONOMIC, code: $code } }]
      districts: $districts
      years: $years
    }
  ) {
    verdict
    warnings {
      code
      message
    }
    cells {
      district {
        name
      }
      year
      value
      missing
      sources {
        source {
          text
        }
      }
    }
  }
}
`;

const MISSING = `# 缺少的数字各有原因：没有报告、模板里没有这一项、空着没印……
# What is missing has a reason: no report (NOT_COVERED), no place in the template (NOT_IN_TEMPLATE) …
# 看 missing 和 baselineMissing；0.00 是印出来的零，不是缺少。
# Look at missing and baselineMissing; 0.00 is a printed zero, not a gap.
query MissingValues($districts: [ID!], $years: [Int!]) {
  compare(
    input: {
      metrics: [
        { key: NON_TAX_REVENUE }
        { key: STATE_CAPITAL_EXPENDITURE }
        { key: AGENCY_RUNNING_COSTS }
      ]
      districts: $districts
      years: $years
      baseline: { previousYear: true }
    }
  ) {
    verdict
    cells {
      metric
      district {
        name
      }
      year
      value
      missing
      baseline
      baselineMissing
      status
    }
  }
}
`;

const NO_SHARE = `# 有的指标没有占比：结转是余额，不是支出的一部分。
# Some metrics have no share: a carried-over balance is no part of the expenditure.
# 看 NOT_APPLICABLE：占比没有意义时不给数字；三公占比极小，仍给八位小数。
# Look at NOT_APPLICABLE: no number where a share means nothing. Tiny shares keep eight decimals.
query SharesThatAreNone($districts: [ID!], $years: [Int!]) {
  compare(
    input: {
      metrics: [
        { key: THREE_OFFICIAL_EXPENSES }
        { key: OPENING_BALANCE }
        { name: "住房公积金", account: { classification: ECONOMIC, code: "30113" } }
      ]
      districts: $districts
      years: $years
      normalise: SHARE_OF_TOTAL
    }
  ) {
    cells {
      metric
      district {
        name
      }
      value
      unit
      missing
      sources {
        source {
          line
          text
        }
      }
    }
  }
}
`;

const RESTATED = `# 住房公积金：2017 年是 30311，2018 年起是 30113，按对照表连成一列。
# The housing fund: 30311 in 2017 and 30113 since 2018, one series by the crosswalk.
# 看 warnings 和 sources：对齐的数字有提示，来源还是原来的行。改 edition 看按另一年的口径。
# Look at warnings and sources: what is aligned says so, its row is the printed one. Change edition to read it as of another year.
query AcrossTheReform($code: String!, $edition: Int, $districts: [ID!], $years: [Int!]) {
  compare(
    input: {
      metrics: [{ account: { classification: ECONOMIC, code: $code, edition: $edition } }]
      districts: $districts
      years: $years
    }
  ) {
    verdict
    warnings {
      code
      message
    }
    cells {
      district {
        name
      }
      year
      value
      missing
      status
      sources {
        source {
          text
        }
      }
    }
  }
}
`;

/** What may not be compared, and what is not there. */
export const NOT_ALIKE = groupExamples({ group: 'Not alike, not there', groupZh: '不可比与缺失' }, [
  {
    title: 'Why these may not be compared',
    titleZh: '为什么不能比',
    query: NOT_COMPARABLE,
    variables: { districts: ['440117', '440113'], years: [2019, 2023] },
  },
  {
    title: 'One code, two meanings',
    titleZh: '同一代码，两种含义',
    query: CODE_REUSED,
    variables: { code: '30311', districts: ['440105', '440100'], years: [2017, 2020] },
  },
  {
    title: 'Across a change of the accounts',
    titleZh: '科目改革前后对齐',
    query: RESTATED,
    variables: { code: '30113', edition: 2019, districts: ['440105', '440117'], years: [2017, 2019] },
  },
  {
    title: 'Missing, and why',
    titleZh: '缺少的数字和原因',
    query: MISSING,
    variables: { districts: ['440117', '440113'], years: [2019, 2023] },
  },
  {
    title: 'Shares that make no sense',
    titleZh: '没有意义的占比',
    query: NO_SHARE,
    variables: { districts: ['440117'], years: [2019] },
  },
]);
