import { groupExamples } from './example.js';

const SHARES = `# 从化区和越秀区 2019 年决算：基本支出、项目支出各占本年支出的多少？
# Final accounts of 2019: which shares of the total are basic and project expenditure?
# 看 verdict（能不能比），以及每个数字的 sources：它印出的那一行。
# Look at the verdict, and at the sources: the row in which each figure was printed.
query SideBySide($districts: [ID!], $years: [Int!]) {
  compare(
    input: {
      metrics: [{ key: BASIC_EXPENDITURE }, { key: PROJECT_EXPENDITURE }]
      districts: $districts
      years: $years
      normalise: SHARE_OF_TOTAL
    }
  ) {
    verdict
    warnings {
      code
      message
    }
    cells {
      metric
      district {
        name
      }
      year
      stage
      value
      unit
      rank
      sources {
        ... on LineItem {
          label
          columnLabel
          amount
        }
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

const AGAINST_BASELINE = `# 从化区对越秀区：差额、倍数、变动率，单位万元。
# One district against another: difference, ratio and change rate, amounts in 万元 (10,000 yuan).
# 看 ratio：支出不到一半，基本支出反而更多。
# Look at ratio: less than half the expenditure, but more basic expenditure.
query AgainstBaseline($districts: [ID!], $baseline: ID, $years: [Int!]) {
  compare(
    input: {
      metrics: [
        { key: EXPENDITURE }
        { key: BASIC_EXPENDITURE }
        { key: PROJECT_EXPENDITURE }
        { key: THREE_OFFICIAL_EXPENSES }
      ]
      districts: $districts
      years: $years
      baseline: { district: $baseline }
    }
  ) {
    verdict
    cells {
      metric
      value
      baseline
      difference
      ratio
      changeRate
      unit
    }
  }
}
`;

const LATER_AND_EARLIER = `# 市局 2020 年对从化区 2019 年：不同年份、不同级别，用占比来比。
# The city's bureau in 2020 against a district's in 2019, as shares: neither the year nor the level is the same.
# 看 WITH_WARNINGS 和两条警告：可以比，但要说明；差额的单位是 RATIO。
# Look at the verdict WITH_WARNINGS and its two reasons: comparable with care. The unit is RATIO.
query LaterAgainstEarlier($district: ID!, $year: Int!, $baseline: BaselineInput!) {
  compare(
    input: {
      metrics: [{ key: BASIC_EXPENDITURE }, { key: PROJECT_EXPENDITURE }]
      districts: [$district]
      years: [$year]
      normalise: SHARE_OF_TOTAL
      baseline: $baseline
    }
  ) {
    verdict
    warnings {
      code
      message
    }
    cells {
      metric
      value
      baseline
      difference
      changeRate
      unit
    }
  }
}
`;

const BUDGET_AND_OUTTURN = `# “三公”经费：年初预算和决算各是多少？同一张表里的两组栏目。
# The three official expenses (三公): original budget and outturn, two sides of one table.
# 看 stage：预算与决算并列，所以是 NOT_COMPARABLE；只比同一阶段时，去掉一个 stage。
# Look at stage: a budget beside an outturn is NOT_COMPARABLE. Ask for one stage, and it is gone.
query BudgetAndOutturn($districts: [ID!], $years: [Int!], $stages: [Stage!]) {
  compare(
    input: {
      metrics: [{ key: THREE_OFFICIAL_EXPENSES }, { key: VEHICLE_RUNNING }, { key: HOSPITALITY }]
      districts: $districts
      years: $years
      stages: $stages
    }
  ) {
    verdict
    warnings {
      code
      message
    }
    cells {
      metric
      district {
        name
      }
      stage
      value
      rank
    }
  }
}
`;

const ACCOUNT = `# 功能科目 2010301 行政运行：所有年份、所有区。
# One functional account, 行政运行 (running the administration), in all years and districts.
# 看 missing：缺少的给出原因，不当作零。
# Look at missing: what is not there has a reason, it is not zero.
query AccountThroughYears($code: String!) {
  compare(input: { metrics: [{ account: { classification: FUNCTIONAL, code: $code } }] }) {
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
      rank
    }
  }
}
`;

const PEERS = `# 同一机构（政务服务数据管理局）在各地的部门：人员经费和公用经费，单位元。
# Departments that are the same body in different places: personnel and operating costs, in yuan.
# 看 rank：只在有报告的部门之间排名；没有那一年报告的是 NOT_COVERED。
# Look at rank: only among departments with a report of that year; the others are NOT_COVERED.
query PeersOfOneBody($body: String!, $years: [Int!]) {
  compare(
    input: {
      metrics: [{ key: PERSONNEL_EXPENDITURE }, { key: OPERATING_EXPENDITURE }]
      of: DEPARTMENT
      where: { body: { eq: $body } }
      years: $years
      unit: YUAN
    }
  ) {
    verdict
    cells {
      metric
      department {
        name
      }
      value
      unit
      rank
      missing
    }
  }
}
`;

/** Figures held against each other, and what the verdict says. */
export const SIDE_BY_SIDE = groupExamples({ group: 'Side by side', groupZh: '并排比较' }, [
  {
    title: 'Two districts side by side',
    titleZh: '两个区并排比较',
    query: SHARES,
    variables: { districts: ['440117', '440104'], years: [2019] },
  },
  {
    title: 'Amounts against a baseline',
    titleZh: '以另一个区为基准',
    query: AGAINST_BASELINE,
    variables: { districts: ['440117'], baseline: '440104', years: [2019] },
  },
  {
    title: 'A later year against an earlier one',
    titleZh: '后一年比前一年',
    query: LATER_AND_EARLIER,
    variables: { district: '440100', year: 2020, baseline: { district: '440117', year: 2019 } },
  },
  {
    title: 'Budget and outturn of the 三公 expenses',
    titleZh: '“三公”经费的预算和决算',
    query: BUDGET_AND_OUTTURN,
    variables: { districts: ['440117', '440104'], years: [2019], stages: ['ORIGINAL_BUDGET', 'OUTTURN'] },
  },
  {
    title: 'One account in all districts',
    titleZh: '同一科目，各区对比',
    query: ACCOUNT,
    variables: { code: '2010301' },
  },
  {
    title: 'Peers of one body',
    titleZh: '各地的同类部门',
    query: PEERS,
    variables: { body: '政务服务数据管理局', years: [2019] },
  },
]);
