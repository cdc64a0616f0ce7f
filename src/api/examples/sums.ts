import { groupExamples } from './example.js';

const BY_DISTRICT = `# 2019 年各区支出加起来是多少？
# What do the districts' expenditures of 2019 add up to?
# 看 total 和 coverage：加的是印出的合计（4099.00），只有两个区有 2019 年的报告；不写 groupBy 里的维度，就合成一行。
# Look at total and coverage: printed totals are added, of two districts of eleven. With groupBy: [] it is one row.
query SumByDistrict($where: LineItemFilter!, $groupBy: [Dimension!]!) {
  aggregate(where: $where, groupBy: $groupBy) {
    total
    verdict
    warnings {
      code
      message
    }
    nodes {
      district {
        name
      }
      sum
      count
      share
    }
    coverage {
      districtsPresent
      districtsTotal
    }
  }
}
`;

const ACCOUNTS = `
    total
    verdict
    warnings {
      code
      message
    }
    nodes {
      district {
        name
      }
      account {
        code
        name
      }
      sum
      share
      residual
    }`;

const CATEGORIES = `# 各区的钱花在哪些类上？各占多少？
# What is the money of each district spent on, and which share is it?
# 看 residual：从化区五个类加起来比合计少 0.01，是四舍五入，单列一行，各行相加正好是 total。
# Look at residual: the five 类 (categories) of 从化 are 0.01 short of the total by rounding; with this row all add up to it.
query CategoriesByDistrict($where: LineItemFilter!, $level: AccountLevel) {
  aggregate(where: $where, groupBy: [DISTRICT, ACCOUNT], level: $level) {${ACCOUNTS}
  }
}
`;

const RESTS = `# 番禺区 2023 年预算的各个项加起来，等于总计吗？
# Do the items (项) of a budget add up to its total?
# 看 residual：20103 款印 9929.37，下面四个项只有 9414.36，差 515.01 没有公开，单列一行并警告，不摊到各项里。
# Look at residual: 20103 is 9929.37 and its four items 9414.36; what is not published is a row of its own, with a warning.
query ItemsAndTheirRest($where: LineItemFilter!, $level: AccountLevel) {
  aggregate(where: $where, groupBy: [DISTRICT, ACCOUNT], level: $level) {${ACCOUNTS}
  }
}
`;

const BY_LINE = `# 非税收入有哪些来源？按印出的名称加总，从大到小，只看有钱的。
# Where does the non-tax revenue come from? Summed by the printed name, the greatest first, without zeros.
# 看 label：只取最下一层，一、二、……和中间的明细不重复加；having 在加总之后筛选，total 不变。
# Look at label: the lowest lines alone, nothing is added twice. having leaves out sums of zero; total stays.
query NonTaxByLine($where: LineItemFilter!, $having: DecimalFilter) {
  aggregate(where: $where, groupBy: [LABEL], having: $having, orderBy: SUM_DESC) {
    total
    totalCount
    verdict
    warnings {
      code
      message
    }
    nodes {
      label
      sum
      share
    }
  }
}
`;

const BY_UNIT = `# 一个部门的项目经费，分给哪些单位、哪些大项目？只看一千万元以上的。
# Which units and projects get the money? Sums of 1000 万元 (ten million yuan) and more.
# 看 share：两个项目占全部项目支出的六成；警告说本级印的总数比列出的项目多 515 万元。
# Look at share: two projects take six tenths. The warning says that a unit prints 515 more than the projects it lists.
query LargeProjects($where: LineItemFilter!, $groupBy: [Dimension!]!, $having: DecimalFilter) {
  aggregate(where: $where, groupBy: $groupBy, having: $having, orderBy: SUM_DESC) {
    total
    warnings {
      code
      message
    }
    nodes {
      unitName
      label
      sum
      share
    }
  }
}
`;

const REFUSED = `# 同一笔钱在类、款、项各印一次：不说取哪一级，就不加。
# The same money is printed on three levels: which one is to be added has to be said.
# 看 errors：哪几级都符合，该怎么问；works 照着问就有答案：七个项 2218.84，和款差 -0.01 是四舍五入。
# Look at errors: which levels fit, and what to ask instead. works asks so: seven items, and -0.01 of rounding against their 款.
query RefusedSum($where: LineItemFilter!, $level: AccountLevel) {
  refused: aggregate(where: $where, groupBy: []) {
    total
  }
  works: aggregate(where: $where, groupBy: [], level: $level) {
    nodes {
      sum
      count
      residual
    }
  }
}
`;

const UNLIKE = `# 把所有报告的支出加在一起，会怎样？
# What comes of adding the expenditure of all reports?
# 看 verdict：数照给，但年份、阶段、级别、定义都不同，NOT_COMPARABLE；每条警告说明是哪些。
# Look at verdict: the sum is given, but years, stages, levels and definitions differ; the warnings say which.
query UnlikeSums($where: LineItemFilter!) {
  aggregate(where: $where, groupBy: []) {
    verdict
    warnings {
      code
      message
    }
    nodes {
      sum
      count
    }
  }
}
`;

/** What adds up to what, and what is never added. */
export const SUMS = groupExamples({ group: 'Sums', groupZh: '加总' }, [
  {
    title: 'Expenditure by district',
    titleZh: '各区支出合计',
    query: BY_DISTRICT,
    variables: { where: { statement: ['EXPENDITURE'], year: { eq: 2019 } }, groupBy: ['DISTRICT'] },
  },
  {
    title: 'What the money is spent on',
    titleZh: '钱花在哪些类上',
    query: CATEGORIES,
    variables: { where: { statement: ['EXPENDITURE'], year: { eq: 2019 } }, level: 'CATEGORY' },
  },
  {
    title: 'Items, and what they leave unsaid',
    titleZh: '各项之外没有公开的部分',
    query: RESTS,
    variables: { where: { statement: ['EXPENDITURE'], district: { eq: '440113' } }, level: 'ITEM' },
  },
  {
    title: 'Non-tax revenue, summed by line',
    titleZh: '非税收入按来源加总',
    query: BY_LINE,
    variables: {
      where: { statement: ['NON_TAX_REVENUE'], district: { eq: '440100' } },
      having: { gte: '0.01' },
    },
  },
  {
    title: 'Large projects by unit',
    titleZh: '各单位的大项目',
    query: BY_UNIT,
    variables: {
      where: { statement: ['PROJECT_EXPENDITURE_BY_UNIT'], district: { eq: '440113' } },
      groupBy: ['UNIT', 'LABEL'],
      having: { gte: '1000' },
    },
  },
  {
    title: 'A sum that is refused',
    titleZh: '不能这样加',
    query: REFUSED,
    variables: {
      where: { statement: ['EXPENDITURE'], year: { eq: 2019 }, accountCode: { startsWith: '201' } },
      level: 'ITEM',
    },
    errorCodes: ['BAD_USER_INPUT'],
  },
  {
    title: 'Sums of what is not alike',
    titleZh: '不同口径加在一起',
    query: UNLIKE,
    variables: { where: { statement: ['EXPENDITURE'] } },
  },
]);
