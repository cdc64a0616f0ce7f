/** A question to begin with, as the playground's menu shows it. */
export interface Example {
  readonly title: string;
  readonly titleZh: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

const sideBySide: Example = {
  title: 'Two districts side by side',
  titleZh: '两个区并排比较',
  query: `# 从化区和越秀区 2019 年决算：基本支出、项目支出各占本年支出的多少？每个数字都附上它印出的那一行。
# Final accounts of 2019: basic and project expenditure as shares of the total, each with its printed rows.
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
`,
  variables: { districts: ['440117', '440104'], years: [2019] },
};

const amounts: Example = {
  title: 'Amounts against a baseline',
  titleZh: '以另一个区为基准',
  query: `# 从化区对越秀区：差额、倍数、变动率，单位万元。
# Amounts in 万元 (10,000 yuan): difference, ratio and change rate against 越秀区.
query AgainstBaseline {
  compare(
    input: {
      metrics: [{ key: EXPENDITURE }, { key: BASIC_EXPENDITURE }, { key: PROJECT_EXPENDITURE }, { key: THREE_OFFICIAL_EXPENSES }]
      districts: ["440117"]
      years: [2019]
      baseline: { district: "440104" }
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
`,
};

const unlike: Example = {
  title: 'Why these may not be compared',
  titleZh: '为什么不能比',
  query: `# 从化区 2019 年的决算和番禺区 2023 年的预算：数字照给，但说明为什么不能比。
# An outturn of 2019 and a budget of 2023: the figures are given, and why they are not alike.
query NotComparable {
  compare(
    input: {
      metrics: [{ key: EXPENDITURE }]
      districts: ["440117", "440113"]
      years: [2019, 2023]
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
      stage
      value
      missing
    }
  }
}
`,
};

const account: Example = {
  title: 'One account in all districts',
  titleZh: '同一科目，各区对比',
  query: `# 功能科目 2010301 行政运行：所有年份、所有区。缺少的给出原因，不当作零。
# Functional account 2010301 in all years and districts; what is missing has a reason, it is not zero.
query AccountThroughYears {
  compare(input: { metrics: [{ account: { classification: FUNCTIONAL, code: "2010301" } }] }) {
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
`,
};

const reports: Example = {
  title: 'What is there',
  titleZh: '有哪些报告',
  query: `# 所有报告：部门、年份、读到的表，以及缺少的表和原因。
# All reports: department, year, the statements read, and those missing with the reason.
query ReportsAndTables {
  reports {
    totalCount
    nodes {
      title
      kind
      fiscalYear {
        year
      }
      department {
        name
        formerNames
        district {
          name
        }
      }
      statements
      missingStatements {
        statement
        reason
      }
      issues {
        message
        source {
          line
        }
      }
    }
  }
}
`,
};

const lineItems: Example = {
  title: 'Printed figures of one statement',
  titleZh: '一张表里的数字',
  query: `# 越秀区 2019 年“三公”经费支出决算表：预算数和决算数，连同它们印出的那一行。
# The 三公 table of 越秀区, 2019: budget and outturn, each with its row.
query PrintedFigures($where: LineItemFilter) {
  lineItems(where: $where, first: 20) {
    totalCount
    nodes {
      label
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
`,
  variables: {
    where: { district: { eq: '440104' }, year: { eq: 2019 }, statement: ['THREE_OFFICIAL_EXPENSES'] },
  },
};

const values: Example = {
  title: 'Values along a tree',
  titleZh: '逐级查看数值',
  query: `# 每个区、每个部门 2019 年的本年支出；没有的说明原因。
# Expenditure of 2019 by district and department; what is missing says why.
query DistrictValues {
  districts {
    code
    name
    value(metric: EXPENDITURE, year: 2019) {
      amount
      unit
      stage
      missing
    }
    departments {
      name
      years {
        year
      }
      value(metric: EXPENDITURE, year: 2019) {
        amount
        missing
      }
    }
  }
}
`,
};

const metrics: Example = {
  title: 'Which metrics there are',
  titleZh: '有哪些指标',
  query: `# 所有指标：中英文名称、出自哪张表、占比以什么为分母。
# All metrics: names, where they stand, and what shares are taken of.
query Metrics {
  metrics {
    key
    name
    nameEn
    definition
    statement
    parent
    total
  }
}
`,
};

/** The playground's menu, the first one stands ready to run. */
export const EXAMPLES: readonly Example[] = [sideBySide, amounts, unlike, account, reports, lineItems, values, metrics];
