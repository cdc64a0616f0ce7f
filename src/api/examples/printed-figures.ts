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

const ITEMS = `# 一个款下面的各项，同一年两个区：取一张表、一栏、一级。
# The items (项) below one group (款), in two districts: one statement, one column, one level.
# 看 account：从化区没有 2010399 这一项。没有印的不列出，也不当作零。
# Look at account: one district has no item 2010399. What is not printed is not listed, and is not zero.
query ItemsBelowGroup($where: LineItemFilter) {
  lineItems(where: $where) {
    totalCount
    nodes {
      department {
        district {
          name
        }
      }
      account {
        code
        name
      }
      amount
      source {
        line
      }
    }
  }
}
`;

const TWICE = `# 住房公积金：功能科目 2210201 和经济科目 30113，同一份决算里金额相同。
# The housing fund twice: functional account 2210201 and economic account 30113, one amount.
# 看 statement：两张表从两个角度印同一笔钱，所以不能相加。
# Look at statement: two tables print the same money from two sides; never add them.
query OneAmountTwoAccounts($where: LineItemFilter) {
  lineItems(where: $where) {
    nodes {
      statement
      account {
        code
        name
        classification
      }
      part
      fund
      amount
      source {
        table
        line
        text
      }
    }
  }
}
`;

const LARGEST = `# 所有报告里超过 1000 万元的项级支出，从大到小。
# Items of expenditure of 10 million yuan (1000 万元) or more in all reports, the largest first.
# 看 stage 和 part：有决算也有预算；基本支出和项目支出分开列。
# Look at stage and part: outturns and a budget, basic and project expenditure, one row each.
query LargestAmounts($where: LineItemFilter, $first: Int) {
  lineItems(where: $where, orderBy: AMOUNT_DESC, first: $first) {
    totalCount
    nodes {
      amount
      label
      part
      stage
      department {
        name
      }
      fiscalYear {
        year
      }
    }
  }
}
`;

const NON_TAX = `# 非税收入：钱从哪里来？只列出不为零的行。
# Non-tax revenue: where does it come from? Only the rows that are not zero.
# 看 label：编号的行（六、九、）相加等于合计；没有编号的是上一行的明细，不再加。
# Look at label: the numbered lines (六、九、) add up to the total; the others are details of the line above.
query NonTaxRevenue($where: LineItemFilter) {
  lineItems(where: $where) {
    totalCount
    nodes {
      label
      amount
      leaf
      fund
      source {
        line
      }
    }
  }
}
`;

const PROJECTS = `# 预算里的项目支出，按使用单位，从大到小；leaf 为 false 的是合计。
# A budget's projects by the unit that spends, the largest first; where leaf is false it is a total.
# 看 labelUncertain：断行打乱了名称。本级 13100.00，所列项目只有 12585.00：文件就是这样印的。
# Look at labelUncertain: the page tore the name. A unit's 13100.00 exceeds its projects, 12585.00: so it is printed.
query ProjectsByUnit($where: LineItemFilter) {
  lineItems(where: $where, orderBy: AMOUNT_DESC) {
    totalCount
    nodes {
      unitName
      label
      labelUncertain
      leaf
      amount
      stage
      source {
        line
      }
    }
  }
}
`;

/** Rows and cells as the documents print them. */
export const PRINTED_FIGURES = groupExamples({ group: 'Printed figures', groupZh: '印出的数字' }, [
  {
    title: 'Printed figures of one statement',
    titleZh: '一张表里的数字',
    query: PRINTED,
    variables: { where: { district: { eq: '440104' }, year: { eq: 2019 }, statement: ['THREE_OFFICIAL_EXPENSES'] } },
  },
  {
    title: 'Items below a group',
    titleZh: '一个款下面的各项',
    query: ITEMS,
    variables: {
      where: {
        year: { eq: 2019 },
        statement: ['EXPENDITURE'],
        part: ['TOTAL'],
        level: ['ITEM'],
        accountCode: { startsWith: '20103' },
      },
    },
  },
  {
    title: 'One amount under two accounts',
    titleZh: '同一笔钱，两个科目',
    query: TWICE,
    variables: {
      where: {
        district: { eq: '440117' },
        year: { eq: 2019 },
        fund: ['GENERAL_PUBLIC'],
        part: ['BASIC'],
        accountCode: { in: ['2210201', '30113'] },
      },
    },
  },
  {
    title: 'The largest items',
    titleZh: '金额最大的项',
    query: LARGEST,
    variables: {
      where: {
        statement: ['EXPENDITURE'],
        part: ['BASIC', 'PROJECT'],
        level: ['ITEM'],
        amount: { gte: '1000.00' },
      },
      first: 20,
    },
  },
  {
    title: 'Non-tax revenue by source',
    titleZh: '非税收入从哪里来',
    query: NON_TAX,
    variables: {
      where: {
        district: { eq: '440100' },
        statement: ['NON_TAX_REVENUE'],
        fund: ['ALL'],
        amount: { gte: '0.01' },
      },
    },
  },
  {
    title: "A budget's projects by unit",
    titleZh: '预算里的项目，按单位',
    query: PROJECTS,
    variables: {
      where: {
        district: { eq: '440113' },
        year: { eq: 2023 },
        statement: ['PROJECT_EXPENDITURE_BY_UNIT'],
        fund: ['ALL'],
      },
    },
  },
]);
